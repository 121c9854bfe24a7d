/** Puts an item in its place: what is known changes where it stands, what is new comes by its time, newest first. */
export function withItem<T extends { id: string }>(
  items: T[],
  item: T,
  { timeOf, most }: { timeOf: (item: T) => number; most: number },
): T[] {
  if (items.some(({ id }) => id === item.id)) return items.map((one) => (one.id === item.id ? item : one));
  return [item, ...items].sort((a, b) => timeOf(b) - timeOf(a)).slice(0, most);
}
