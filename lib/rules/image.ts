/** What templates write where a name comes later: $IMAGE, ${IMAGE}, <REGISTRY>, {{ image }}, PROJECT_ID, YOUR-REGISTRY. */
const PLACEHOLDER = /\$\w|\$\{|\$\(|<[^>]*>|\{\{|\b[A-Z]+_[A-Z_]+\b|\bYOUR[-_]/;

/** Whether the name of an image is still to be filled in. */
export function isPlaceholder(image: string): boolean {
  return PLACEHOLDER.test(image);
}

/** Whether the name of an image means another image tomorrow: no digest, and no tag or `latest`. */
export function isMoving(image: unknown): image is string {
  if (typeof image !== 'string' || image === '' || image.includes('@') || isPlaceholder(image)) return false;
  return (tagOf(image) ?? 'latest') === 'latest';
}

/** The tag of an image: what stands behind the last colon that is none of a port. */
export function tagOf(image: string): string | undefined {
  return /:([^:/@]+)(?:@.*)?$/.exec(image)?.[1];
}
