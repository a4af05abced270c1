/** A name that nothing has yet: as it is wanted, or with the first number behind it that makes it another. */
export function freeName(wanted: string, isTaken: (name: string) => boolean, separator = ''): string {
  let name = wanted;
  for (let count = 2; isTaken(name); count += 1) name = `${wanted}${separator}${count}`;
  return name;
}
