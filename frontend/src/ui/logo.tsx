/** A line that climbs: 提升. */
export function Logo({ size = 28 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true">
      <rect width="32" height="32" rx="9" fill="var(--jade)" />
      <path d="M8 21.5l5.2-6 4 3.4L24 10.2" fill="none" stroke="var(--on-jade)" strokeWidth="3" strokeLinecap="round" strokeLinejoin="round" />
      <path d="M18.8 9.6h5.6v5.6" fill="none" stroke="var(--on-jade)" strokeWidth="3" strokeLinecap="round" strokeLinejoin="round" />
    </svg>
  );
}
