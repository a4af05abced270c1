/** Without what is `null`, which is not there to Kubernetes. */
export function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNulls);
  if (typeof value !== 'object' || value === null) return value;
  const own = Object.entries(value).filter(([, inner]) => inner != null);
  return Object.fromEntries(own.map(([key, inner]) => [key, withoutNulls(inner)]));
}
