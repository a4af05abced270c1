/** Whether the name of an image means another image tomorrow: no digest, and no tag or `latest`. */
export function isMoving(image: unknown): image is string {
  if (typeof image !== 'string' || image === '' || /[@${]/.test(image)) return false;
  return (tagOf(image) ?? 'latest') === 'latest';
}

/** The tag of an image: what stands behind the last colon that is none of a port. */
export function tagOf(image: string): string | undefined {
  return /:([^:/@]+)(?:@.*)?$/.exec(image)?.[1];
}
