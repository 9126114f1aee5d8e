import { badRequest } from "../errors";

/** One segment of a path: `name` or `name(argument)`, percent-decoded. */
export interface Segment {
  readonly name: string;
  readonly argument?: string;
}

const slashOutsideText = /\/(?=(?:[^']|'[^']*')*$)/;
const shape = /^([^()]+)(?:\((.*)\))?$/s;

/** Splits a path into segments. A slash within quotes belongs to the text. */
export function readPath(path: string): readonly Segment[] {
  const text = decodePath(path).replace(/\/$/, "");
  return text === "" ? [] : text.split(slashOutsideText).map(readSegment);
}

function readSegment(text: string): Segment {
  const [, name, argument] = shape.exec(text) ?? [];
  if (name === undefined) throw badRequest(`The path segment '${text.slice(0, 200)}' is not valid.`);
  return argument === undefined ? { name } : { name, argument };
}

function decodePath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    throw badRequest("The path is not percent-encoded UTF-8.");
  }
}
