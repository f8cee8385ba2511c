import { type ReactNode, type RefObject, useEffect, useRef, useState } from 'react';
import { useCommon } from './common.words';

/** The frame in which a table scrolls: shadows and a line of words tell that there is more to the side. */
export function TableScroll({ label, frame, children }: { label: string; frame?: RefObject<HTMLDivElement | null>; children: ReactNode }) {
  const t = useCommon();
  const own = useRef<HTMLDivElement>(null);
  const box = frame ?? own;
  const [beyond, setBeyond] = useState({ left: false, right: false });
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const measure = () => {
      const left = element.scrollLeft > 1;
      const right = element.scrollWidth - element.clientWidth - element.scrollLeft > 1;
      setBeyond((old) => (old.left === left && old.right === right ? old : { left, right }));
    };
    measure();
    element.addEventListener('scroll', measure, { passive: true });
    if (!('ResizeObserver' in window)) return () => element.removeEventListener('scroll', measure);
    const watch = new ResizeObserver(measure);
    watch.observe(element);
    if (element.firstElementChild) watch.observe(element.firstElementChild);
    return () => { watch.disconnect(); element.removeEventListener('scroll', measure); };
  }, [box]);
  return (
    <>
      {(beyond.left || beyond.right) && <p className="table-hint tiny muted" aria-hidden="true">{t('scrollAside')}</p>}
      <div className="table-scroll" ref={box} tabIndex={0} role="region" aria-label={label} data-left={beyond.left ? '' : undefined} data-right={beyond.right ? '' : undefined}>{children}</div>
    </>
  );
}
