import { DataverseError, errorCode } from "./errors";
import type { Reply } from "./wire";
import { errorReply } from "./wire";

/** The answer to whatever went wrong: what the service says, or for anything unforeseen its plain 500. */
export function failure(error: unknown): Reply {
  if (error instanceof DataverseError) return errorReply(error);
  const detail = error instanceof Error ? error.message : String(error);
  return errorReply(new DataverseError(500, errorCode.unexpected, `An unexpected error occurred. ${detail}`));
}
