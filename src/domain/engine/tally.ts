/** Sums by key. */
import { compareText } from "./order";

/** Adds to the sum of a key. */
export const addTo = (sums: Map<string, number>, key: string, amount: number): void => {
  sums.set(key, (sums.get(key) ?? 0) + amount);
};

/** How often each key occurs, in the order of keys. */
export const tally = (keys: readonly string[]): readonly (readonly [key: string, count: number])[] => {
  const counts = new Map<string, number>();
  for (const key of keys) addTo(counts, key, 1);
  return [...counts].sort(([one], [other]) => compareText(one, other));
};

/** Items by key, keys in the order of their first item. */
export const groupBy = <T>(items: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, readonly T[]> => {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group === undefined) groups.set(keyOf(item), [item]);
    else group.push(item);
  }
  return groups;
};
