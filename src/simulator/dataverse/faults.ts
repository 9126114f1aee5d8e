import { Socket } from "node:net";
import type { ProfileEnvironment } from "../contracts";
import { DataverseError, errorCode } from "./errors";
import type { Reply } from "./wire";

export const notAMember = () =>
  new DataverseError(403, errorCode.notMember, "The user is not a member of the organization.");

/** Refuses whom the organisation does not know, and everybody when it is disabled or in trouble. */
export function checkDoor(environment: ProfileEnvironment, isUser: boolean): void {
  if (environment.state === "Disabled") {
    throw new DataverseError(403, errorCode.organizationDisabled, "The organization is disabled.");
  }
  if (environment.fault === "forbidden" || !isUser) throw notAMember();
  if (environment.fault === "serverError") {
    throw new DataverseError(500, errorCode.unexpected, "An unexpected error occurred.");
  }
}

const member = (value: unknown, name: string): unknown =>
  typeof value === "object" && value !== null ? Reflect.get(value, name) : undefined;

/** Drops the connection without an answer, as a host does that cannot be reached. `bindings` are the Node server's. */
export function hangUp(bindings: unknown): void {
  const socket = member(member(bindings, "incoming"), "socket");
  if (socket instanceof Socket) socket.destroy();
}

/** Spoils an answer as the environment's fault says. */
export function spoiled(fault: ProfileEnvironment["fault"], reply: Reply): Reply {
  if (reply.body === undefined) return reply;
  if (fault === "cutInHalf") return { ...reply, body: reply.body.slice(0, Math.floor(reply.body.length / 2)) };
  if (fault === "shapeChanged") return { ...reply, body: JSON.stringify({ result: reply.body.length }) };
  return reply;
}
