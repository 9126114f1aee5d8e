/** Orders by code units: the same on every machine, whatever its language. */
export const compareText = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

/** A sorted copy by one or several texts of each item, the first difference deciding. */
export const sortedBy = <T>(items: readonly T[], ...keys: readonly ((item: T) => string)[]): readonly T[] =>
  [...items].sort((one, other) => {
    for (const key of keys) {
      const order = compareText(key(one), key(other));
      if (order !== 0) return order;
    }
    return 0;
  });
