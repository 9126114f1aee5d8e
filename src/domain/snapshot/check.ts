/** Small checks of a value that was just parsed from JSON. Everything is built when asked for, so that it bundles away. */

export type Check<T> = (value: unknown) => value is T;

export const isText: Check<string> = (value) => typeof value === "string";
export const isNumber: Check<number> = (value) => typeof value === "number";
export const isCount: Check<number> = (value): value is number => Number.isInteger(value) && Number(value) >= 0;
export const isFlag: Check<boolean> = (value) => typeof value === "boolean";
export const isNull: Check<null> = (value) => value === null;

export const isObject: Check<Readonly<Record<string, unknown>>> = (value): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** One of the names; the record makes the compiler ask for all of them. */
export const oneOf =
  <T extends string>(names: Readonly<Record<T, true>>): Check<T> =>
  (value): value is T =>
    typeof value === "string" && Object.hasOwn(names, value);

/** One of the values of a list that is data anyway. */
export const among =
  <T extends string>(values: readonly T[]): Check<T> =>
  (value): value is T =>
    values.some((one) => one === value);

export const either =
  <A, B>(one: Check<A>, other: Check<B>): Check<A | B> =>
  (value): value is A | B =>
    one(value) || other(value);

/** JSON has no `undefined`: it can only mean that the field is not there. */
export const optional =
  <T>(check: Check<T>): Check<T> =>
  (value): value is T =>
    value === undefined || check(value);

export const listOf =
  <T>(check: Check<T>): Check<readonly T[]> =>
  (value): value is readonly T[] =>
    Array.isArray(value) && value.every(check);

export const recordOf =
  <T>(check: Check<T>): Check<Readonly<Record<string, T>>> =>
  (value): value is Readonly<Record<string, T>> =>
    isObject(value) && Object.values(value).every(check);

/** An object with these fields; the compiler asks for every field of `T`. Others are let through and not read. */
export const shape =
  <T extends object>(fields: { readonly [Key in keyof T]-?: Check<T[Key]> }): Check<T> =>
  (value): value is T =>
    isObject(value) && Object.entries<Check<unknown>>(fields).every(([name, check]) => check(value[name]));

/** An array with exactly these items. */
export const tuple =
  <T extends readonly unknown[]>(...checks: { readonly [Index in keyof T]: Check<T[Index]> }): Check<T> =>
  (value): value is T =>
    Array.isArray(value) && value.length === checks.length && checks.every((check, index) => check(value[index]));
