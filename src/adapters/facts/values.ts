/** The values that a file of facts, of settings or of changes is made of. Every message says what was expected. */
import * as v from "valibot";
import { meters } from "../../domain";
import { toInstant } from "../http/instant";

/** No figure is larger: up to here every sum is exact. */
export const largestFigure = 1_000_000_000_000;

export const text = v.pipe(v.string("expected text"), v.nonEmpty("expected text that is not empty"));
/** What a service may leave empty. */
export const looseText = v.string("expected text");
export const flag = v.boolean("expected true or false");

/** Without `to` the largest figure is the bound. */
export const wholeNumber = (from: number, to?: number) => {
  const message = `expected a whole number from ${from}${to === undefined ? "" : ` to ${to}`}`;
  return v.pipe(
    v.number(message),
    v.integer(message),
    v.minValue(from, message),
    v.maxValue(to ?? largestFigure, to === undefined ? `expected a whole number up to ${largestFigure}` : message),
  );
};

export const count = wholeNumber(0);
export const atLeastOne = wholeNumber(1);

const amountMessage = "expected a number from 0";
/** Where a service counts in fractions. */
export const amount = v.pipe(
  v.number(amountMessage),
  v.minValue(0, amountMessage),
  v.maxValue(largestFigure, `expected a number up to ${largestFigure}`),
);

export const oneOf = <const T extends readonly string[]>(values: T) =>
  v.picklist(values, `expected one of ${values.join(", ")}`);

export const meterId = oneOf(meters.map(({ id }) => id));

const guidMessage = "expected a GUID";
export const guid = v.pipe(
  v.string(guidMessage),
  v.regex(/^[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}$/, guidMessage),
  v.toLowerCase(),
);

/** Years that a tenant can speak of. Other calendars count otherwise, so their years fall outside. */
const [firstYear, lastYear] = [1990, 2199];
/** How services write "never measured" and "never ends". */
const sentinelYears = [1, 9999];

const isYear = (year: number): boolean => (year >= firstYear && year <= lastYear) || sentinelYears.includes(year);

/** Of a text that begins with `YYYY-MM-DD`: the day is one of the Gregorian calendar. */
const isDay = (date: string): boolean => {
  const [year = 0, month = 0, day = 0] = date.slice(0, 10).split("-").map(Number);
  const lastOfMonth = new Date(Date.UTC(2000 + (year % 400), month, 0)).getUTCDate();
  return isYear(year) && month >= 1 && month <= 12 && day >= 1 && day <= lastOfMonth;
};

const instantMessage = "expected a time with zone in the Gregorian calendar, such as 2026-11-22T20:08:34Z";
const timePattern =
  /^\d{4}-\d{2}-\d{2}T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,9})?(?:Z|[+-](?:0\d|1[0-4]):[0-5]\d)$/;

/** Comes out in UTC; what is in UTC already keeps its spelling. */
export const instant = v.pipe(
  v.string(instantMessage),
  v.regex(timePattern, instantMessage),
  v.check(isDay, instantMessage),
  v.transform((time) => (time.endsWith("Z") ? time : toInstant(time))),
);

const dayMessage = "expected a day of the Gregorian calendar, such as 2026-11-22";
export const day = v.pipe(v.string(dayMessage), v.regex(/^\d{4}-\d{2}-\d{2}$/, dayMessage), v.check(isDay, dayMessage));

const monthMessage = "expected a month of the Gregorian calendar, such as 2026-11";
export const month = v.pipe(
  v.string(monthMessage),
  v.regex(/^\d{4}-\d{2}$/, monthMessage),
  v.check((value) => isDay(`${value}-01`), monthMessage),
);

/** Faults of one list that are kept; a file of nothing but faults must not fill the memory. */
export const mostKept = 1_000;

/** How many items have as many faults as are kept. */
const upToLastKept = (
  values: readonly unknown[],
  item: v.GenericSchema,
  config: v.Config<v.BaseIssue<unknown>>,
): number => {
  let found = 0;
  return (
    1 +
    values.findIndex((value) => {
      found += item["~run"]({ value }, config).issues?.length ?? 0;
      return found >= mostKept;
    })
  );
};

/** A list of which no more is checked once there are faults enough. */
export const list = <T extends v.GenericSchema>(item: T) => {
  const whole = v.array(item, "expected a list");
  const run: (typeof whole)["~run"] = (dataset, config) => {
    const { value: values } = dataset;
    if (!Array.isArray(values) || values.length <= mostKept) return whole["~run"](dataset, config);
    const first = whole["~run"]({ value: values }, { ...config, abortEarly: true });
    if (first.issues === undefined) return first;
    const checked: unknown[] = values.slice(0, upToLastKept(values, item, config) || values.length);
    return whole["~run"]({ value: checked }, config);
  };
  return { ...whole, "~run": run };
};

export const shape = <T extends v.ObjectEntries>(entries: T) => v.strictObject(entries, "expected an object");

/** A list in which no two items have the same key; the second one is at fault, at `field` of it. */
export const listOf = <T extends v.GenericSchema>(item: T, field: string, keyOf: (value: v.InferOutput<T>) => string) =>
  v.pipe(
    list(item),
    v.rawCheck(({ dataset, addIssue }) => {
      if (!dataset.typed) return;
      const { value: values } = dataset;
      const first = new Map<string, number>();
      values.forEach((value, index) => {
        const before = first.get(keyOf(value));
        if (before === undefined) first.set(keyOf(value), index);
        else addIssue({ message: `is the same as in [${before}]`, path: duplicatePath(values, index, field) });
      });
    }),
  );

const duplicatePath = (values: unknown[], index: number, field: string): [v.IssuePathItem, v.IssuePathItem] => [
  { type: "array", origin: "value", input: values, key: index, value: values[index] },
  { type: "unknown", origin: "value", input: values[index], key: field, value: undefined },
];
