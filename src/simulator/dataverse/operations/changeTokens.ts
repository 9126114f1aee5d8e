import { badRequest, DataverseError } from "../errors";

/** A state of the database: its row version, and when that was (milliseconds). */
export interface Stamp {
  readonly version: number;
  readonly at: number;
}

/** Reading of all rows with versions after `since`, up to the stamp; `after` is where the page before ended. */
export interface Walk {
  readonly since: number;
  readonly after: number;
  readonly stamp: Stamp;
}

/** Days that a delta token is good for (`ExpireChangeTrackingInDays` of the organisation, as it is delivered). */
const validDays = 7;
const dayMs = 86_400_000;

/** `919042!08/22/2017 08:10:44`, percent-encoded as the service does it. */
export function deltaToken({ version, at }: Stamp): string {
  const [year, month, day] = new Date(at).toISOString().slice(0, 10).split("-");
  const time = new Date(at).toISOString().slice(11, 19);
  return `${version}!${month}/${day}/${year} ${time}`.replace(/[!/: ]/g, (one) => `%${one.charCodeAt(0).toString(16)}`);
}

const deltaShape = /^(\d{1,15})!(\d{2})\/(\d{2})\/(\d{4}) (\d{2}:\d{2}:\d{2})$/;

/** Reads a token back. Throws 400 for one that is too old, or that speaks of a state that the database has not reached. */
export function readDelta(token: string, now: Stamp): Stamp {
  const [, version, month, day, year, time] = deltaShape.exec(token) ?? [];
  const at = Date.parse(`${year}-${month}-${day}T${time}Z`);
  if (Number.isNaN(at)) throw badRequest("The delta token is not valid.");
  if (at >= now.at - validDays * dayMs && Number(version) <= now.version) return { version: Number(version), at };
  throw new DataverseError(
    400,
    "0x80044352",
    "Version stamp associated with the client has expired. Please perform a full sync.",
  );
}

export const walkToken = ({ since, after, stamp }: Walk): string =>
  ["tracked", since, after, stamp.version, stamp.at].join(".");

export function readWalk(token: string): Walk {
  const [, since, after, version, at] = /^tracked\.(\d+)\.(\d+)\.(\d+)\.(\d+)$/.exec(token) ?? [];
  if (since === undefined) throw badRequest("The paging cookie is not one of this query.");
  return { since: Number(since), after: Number(after), stamp: { version: Number(version), at: Number(at) } };
}
