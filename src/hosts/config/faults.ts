/** Turns what the schema refused into lines for a person. No secret ever enters a line. */
import type { BaseIssue } from "valibot";
import { getDotPath } from "valibot";
import { environmentVariables } from "./environment";

const secretPaths = new Set(["identity.clientSecret", "identity.certificate.pem"]);
const longestShown = 60;
const longestPieceShown = 24;
/** Under `identity` a long text may be a secret that was put into the wrong place. */
const longestIdentityShown = 12;

/** A long text in one piece may be a secret that was put into the wrong place; an address is one only before its `@`. */
const mayBeSecret = (text: string): boolean => text.length > longestPieceShown && /^[^\s/]+$/.test(text);

const withoutUser = (text: string): string => text.replace(/\/\/[^/]*@/, "//[removed]@");

/** What was given, short enough for a line and without what may be a secret. */
export const printable = (path: string, input: unknown): string => {
  if (input === undefined) return "nothing";
  if (secretPaths.has(path)) return "a value that is not shown";
  if (Array.isArray(input)) return "a list";
  if (input !== null && typeof input === "object") return "an object";
  const shown = JSON.stringify(typeof input === "string" ? withoutUser(input) : input);
  const limit = path.startsWith("identity.") ? longestIdentityShown : longestShown;
  return shown.length > limit + 2 || (typeof input === "string" && mayBeSecret(input))
    ? `text of ${shown.length - 2} characters`
    : shown;
};

const isUnknownKey = (issue: BaseIssue<unknown>): boolean =>
  issue.type === "strict_object" && issue.expected === "never";

const isWrongObject = (issue: BaseIssue<unknown>): boolean =>
  issue.type === "strict_object" && issue.expected === "Object";

export const saidOf = (issue: BaseIssue<unknown>, path: string): string => {
  if (isUnknownKey(issue)) return "is not a known setting";
  if (issue.type === "partial_check" || issue.type === "raw_check" || issue.type === "never") return issue.message;
  if (isWrongObject(issue)) return `expected an object, got ${printable(path, issue.input)}`;
  const isMissingKey = issue.type === "strict_object" && issue.received === "undefined";
  if (isMissingKey) return "is missing";
  return `${issue.message}, got ${printable(path, issue.input)}`;
};

/** One line a fault: the path, the environment variable where the value came from one, and what was expected. */
export const faultOf = (issue: BaseIssue<unknown>, fromEnvironment: ReadonlySet<string>): string => {
  const path = getDotPath(issue) ?? "";
  const variable = environmentVariables.find((row) => row.path.join(".") === path)?.name;
  const origin = variable !== undefined && fromEnvironment.has(variable) ? ` (${variable})` : "";
  return `${path === "" ? "the file" : path}${origin}: ${saidOf(issue, path)}`;
};
