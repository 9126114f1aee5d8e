/** Turns what a schema refused into lines for a person: the path, what was expected, and what was given. */
import type * as v from "valibot";
import { mostKept } from "./values";

export const mostShown = 100;
const longestShown = 40;

const stepOf = (key: unknown): string => {
  if (typeof key === "number") return `[${key}]`;
  const name = String(key);
  return /^[A-Za-z_$][\w$]*$/.test(name) ? `.${name}` : `[${JSON.stringify(name.slice(0, longestShown))}]`;
};

/** `facts.subscribedSkus.value[3].units.enabled`; `the file` for the whole. */
export const pathOf = (issue: v.BaseIssue<unknown>): string => {
  const path = (issue.path ?? []).map(({ key }) => stepOf(key)).join("");
  return path === "" ? "the file" : path.replace(/^\./, "");
};

const given = (input: unknown): string => {
  if (Array.isArray(input)) return "a list";
  if (typeof input === "number") return String(input);
  if (input !== null && typeof input === "object") return "an object";
  if (input === undefined) return "nothing";
  const shown = JSON.stringify(input);
  return shown.length > longestShown + 2 ? `text of ${shown.length - 2} characters` : shown;
};

const isMissing = ({ type, received, expected }: v.BaseIssue<unknown>): boolean =>
  received === "undefined" && expected !== "never" && ["strict_object", "variant"].includes(type);

const saidOf = (issue: v.BaseIssue<unknown>): string => {
  if (issue.type === "strict_object" && issue.expected === "never") return "is not known here";
  if (isMissing(issue)) return "is missing";
  if (issue.type === "raw_check") return issue.message;
  return `${issue.message}, got ${given(issue.input)}`;
};

/** Every fault once, in the order of the file; beyond a hundred only their number, as far as they were looked for. */
export const faultLines = (issues: readonly v.BaseIssue<unknown>[]): readonly string[] => {
  const lines = [...new Set(issues.map((issue) => `${pathOf(issue)}: ${saidOf(issue)}`))];
  const more = lines.length - mostShown;
  const least = lines.length >= mostKept ? "at least " : "";
  return more <= 0 ? lines : [...lines.slice(0, mostShown), `and ${least}${more} more`];
};
