/** Rules for the fields of a shape, one for every field that it can have. */

export type Rule<T> = (value: T) => T;

type Rules<T> = { readonly [K in keyof T]-?: Rule<Exclude<T[K], undefined>> };

export const keep = <T>(value: T): T => value;

export const each =
  <T>(rule: Rule<T>): Rule<readonly T[]> =>
  (values) =>
    values.map(rule);

/** The shape with every field passed through its rule. A field without a rule, which no type knows, is left out. */
export const shaped =
  <T extends object>(rules: Rules<T>): Rule<T> =>
  (value) => {
    const changed: Partial<T> = {};
    for (const key in rules) {
      const field = value[key];
      if (field !== undefined) changed[key] = rules[key](field as Exclude<T[typeof key], undefined>);
    }
    // Every field of `value` that has one went through its rule, so nothing that T requires is missing.
    return changed as T;
  };
