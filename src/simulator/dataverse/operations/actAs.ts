import { DataverseError, errorCode } from "../errors";
import { notAMember } from "../faults";
import type { Session } from "../session";
import { personId } from "../standard/rows";
import type { ApiRequest } from "../wire";

/**
 * The session in which a request is answered: that of the person whom the caller acts for, by the object id of Entra ID
 * (`CallerObjectId`) or by the user's id (`MSCRMCallerID`). Throws 403 when the application user may not act for others,
 * or when nobody here has that id.
 */
export function actAs(session: Session, request: ApiRequest): Session {
  const objectId = request.header("callerobjectid")?.toLowerCase();
  const userId = request.header("mscrmcallerid")?.toLowerCase();
  if (objectId === undefined && userId === undefined) return session;
  const { environment, organizationId } = session.organisation;
  if (environment.actsForOthers !== true) throw missing("prvActOnBehalfOfAnotherUser");
  const person = environment.people?.find(
    (one) => one.objectId.toLowerCase() === objectId || personId(organizationId, one.objectId) === userId,
  );
  if (person === undefined) throw notAMember();
  return { ...session, userId: personId(organizationId, person.objectId), reads: person.reads };
}

const missing = (privilege: string) =>
  new DataverseError(403, errorCode.privilege, `Principal user is missing ${privilege} privilege.`);
