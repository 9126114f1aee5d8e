import type { ColumnDefinition } from "../definitions";
import { notImplemented } from "../errors";
import type { Cell, Sql } from "../store/cells";
import { literal } from "./literal";
import { badQuery, queryCode } from "./nodes";
import { isCountedSpan, isSpan, spanOf } from "./periods";
import type { Span } from "./periods";

/** The column that a condition is about. */
export interface Subject {
  /** Logical name of its table. */
  readonly table: string;
  readonly column: ColumnDefinition;
  /** SQL of its value. */
  readonly text: string;
}

/** What words like `today` and `eq-userid` mean. */
export interface Asked {
  readonly now: Date;
  readonly userId: string;
}

type Condition = (subject: Subject, values: readonly string[]) => Sql;

/**
 * SQL of one condition of FetchXML, or of a query function of the Web API. Never null, so that it can be negated.
 * Without `asked` no operator may mean another thing at another time or for another caller.
 */
export function conditionSql(operator: string, subject: Subject, values: readonly string[], asked?: Asked): Sql {
  const condition = Object.hasOwn(conditions, operator) ? conditions[operator] : undefined;
  if (condition !== undefined) return condition(subject, values);
  if (asked !== undefined && isSpan(operator)) return relative(operator, asked.now)(subject, values);
  if (asked !== undefined && operator === "eq-userid") return thisUser(asked.userId)(subject, values);
  if (asked !== undefined && operator === "ne-userid") return not(thisUser(asked.userId))(subject, values);
  if (later.test(operator)) throw notImplemented(`The condition operator '${operator}'`);
  throw badQuery(queryCode.operator, `The condition operator '${operator.slice(0, 50)}' is not valid.`);
}

const later =
  /^(?:(?:not-)?(?:under|above)|eq-or-(?:under|above)|(?:eq|ne)-(?:userlanguage|userteams|businessid)|eq-user(?:orteams|oruserhierarchy|oruserhierarchyandteams)|(?:in|last|next|this)(?:-x)?-fiscal-.*|in-or-(?:after|before)-fiscal-.*)$/;

const wrongCount = (subject: Subject, expected: string) =>
  badQuery(
    queryCode.wrongType,
    `Condition for attribute '${subject.table}.${subject.column.logicalName}': ${expected} argument(s) expected.`,
  );

function only(subject: Subject, values: readonly string[]): string {
  const [value] = values;
  if (value === undefined || values.length !== 1) throw wrongCount(subject, "one");
  return value;
}

const cellOf = (subject: Subject, value: string): Cell => literal(subject.table, subject.column, value);

/** A comparison with nothing is false. */
const sure = (text: string, ...values: readonly Cell[]): Sql => ({ text: `COALESCE(${text}, 0)`, values });
/** The service counts rows without a value among those that differ. */
const orEmpty = (subject: Subject, { text, values }: Sql): Sql => ({
  text: `(${subject.text} IS NULL OR NOT ${text})`,
  values,
});

const compared =
  (sign: string): Condition =>
  (subject, values) =>
    sure(`${subject.text} ${sign} ?`, cellOf(subject, only(subject, values)));

const among: Condition = (subject, values) => {
  if (values.length === 0) throw wrongCount(subject, "at least one");
  const cells = values.map((value) => cellOf(subject, value));
  return sure(`${subject.text} IN (${cells.map(() => "?").join(", ")})`, ...cells);
};

const between: Condition = (subject, values) => {
  const [from, to] = values;
  if (from === undefined || to === undefined || values.length !== 2) throw wrongCount(subject, "two");
  return sure(`${subject.text} BETWEEN ? AND ?`, cellOf(subject, from), cellOf(subject, to));
};

/** `%` and `_` are wildcards, `[%]` stands for the character itself. */
const like =
  (pattern: (value: string) => string): Condition =>
  (subject, values) => {
    const escaped = pattern(only(subject, values))
      .replaceAll("\\", "\\\\")
      .replace(/\[([%_[])\]/g, "\\$1");
    return sure(`${subject.text} LIKE ? ESCAPE '\\'`, escaped);
  };

const not =
  (condition: Condition): Condition =>
  (subject, values) =>
    orEmpty(subject, condition(subject, values));

const empty =
  (isEmpty: boolean): Condition =>
  (subject, values) => {
    if (values.length > 0) throw wrongCount(subject, "no");
    return { text: `${subject.text} IS ${isEmpty ? "" : "NOT "}NULL`, values: [] };
  };

function needMoment(subject: Subject): void {
  if (subject.column.type !== "datetime" && subject.column.type !== "date") throw wrongCount(subject, "datetime");
}

/** A day belongs to a span that ends within it. */
const stored = ({ column }: Subject, time: number, isEnd: boolean): string =>
  column.type === "date"
    ? new Date(isEnd ? time + dayMs - 1 : time).toISOString().slice(0, 10)
    : new Date(time).toISOString();

const inSpan = (subject: Subject, { from, to }: Span): Sql => {
  const bounds = [
    ...(from === undefined ? [] : [{ sign: ">=", at: from }]),
    ...(to === undefined ? [] : [{ sign: "<", at: to }]),
  ];
  const text = bounds.map(({ sign }) => `${subject.text} ${sign} ?`).join(" AND ");
  return sure(`(${text})`, ...bounds.map(({ sign, at }) => stored(subject, at, sign === "<")));
};

/** Rows whose choices hold at least one of the values. */
const holding: Condition = (subject, values) => {
  if (subject.column.type !== "choices") throw wrongCount(subject, "multi-select choice");
  if (values.length === 0) throw wrongCount(subject, "at least one");
  const patterns = values.map((value) => `%,${String(cellOf(subject, value))},%`);
  return sure(`(${patterns.map(() => `',' || ${subject.text} || ',' LIKE ?`).join(" OR ")})`, ...patterns);
};

const dayMs = 86_400_000;

/** `on`, `on-or-after`, `on-or-before`: whole days. */
const onDay =
  (span: (day: number) => Span): Condition =>
  (subject, values) => {
    needMoment(subject);
    const day = String(cellOf(subject, only(subject, values))).slice(0, 10);
    return inSpan(subject, span(Date.parse(`${day}T00:00:00Z`)));
  };

const relative =
  (operator: string, now: Date): Condition =>
  (subject, values) => {
    needMoment(subject);
    if (!isCountedSpan(operator)) return inSpan(subject, spanOf(operator, now, 0));
    const count = only(subject, values);
    if (!/^[1-9]\d{0,5}$/.test(count)) throw wrongCount(subject, "positive whole");
    return inSpan(subject, spanOf(operator, now, Number(count)));
  };

const thisUser =
  (userId: string): Condition =>
  (subject, values) => {
    if (values.length > 0) throw wrongCount(subject, "no");
    return sure(`${subject.text} = ?`, userId);
  };

const on = onDay((day) => ({ from: day, to: day + dayMs }));

const conditions: Readonly<Record<string, Condition>> = {
  eq: compared("="),
  ne: not(compared("=")),
  neq: not(compared("=")),
  gt: compared(">"),
  ge: compared(">="),
  lt: compared("<"),
  le: compared("<="),
  in: among,
  "not-in": not(among),
  between,
  "not-between": not(between),
  null: empty(true),
  "not-null": empty(false),
  like: like((value) => value),
  "not-like": not(like((value) => value)),
  "begins-with": like((value) => `${value}%`),
  "not-begin-with": not(like((value) => `${value}%`)),
  "ends-with": like((value) => `%${value}`),
  "not-end-with": not(like((value) => `%${value}`)),
  "contain-values": holding,
  "not-contain-values": not(holding),
  on,
  "not-on": not(on),
  "on-or-after": onDay((day) => ({ from: day })),
  "on-or-before": onDay((day) => ({ to: day + dayMs })),
};
