/** Lists by what their items have in common, as `Map.groupBy` of newer Nodes makes them. */
export function groupedBy<Item, Key>(items: Iterable<Item>, keyOf: (item: Item) => Key): Map<Key, Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const each of items) append(groups, keyOf(each), each);
  return groups;
}

/** Puts a value behind those of its key. */
export function append<Key, Value>(groups: Map<Key, Value[]>, key: Key, value: Value): void {
  const group = groups.get(key);
  if (group === undefined) groups.set(key, [value]);
  else group.push(value);
}
