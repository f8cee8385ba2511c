/** What a client of each kind may be given; the server refuses any other. */
export const SCOPES: Readonly<Record<string, readonly string[]>> = {
  course_provider: ['learning-results:write', 'learning-results:read', 'catalog:write'],
  third_party: ['roster:read', 'statistics:read', 'qualifications:read', 'learning-results:read'],
};
