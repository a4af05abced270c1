/** An object that is made elsewhere: its name, or a construct of cdk8s-plus-27 that has one. */
export function nameOfReference(reference: string | { readonly name: string }): string {
  return typeof reference === 'string' ? reference : reference.name;
}
