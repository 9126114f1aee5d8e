/** Who holds and who uses, in a file of facts. */
import * as v from "valibot";
import { amount, count, flag, guid, instant, list, listOf, oneOf, shape, text } from "./values";

const userIdMessage = "expected the GUID of a user, or its pseudonym";
/**
 * The directory's id of a user, or the pseudonym that a shared file has in its place; a name or an address never: it
 * would be published with the findings.
 */
const userId = v.pipe(
  v.string(userIdMessage),
  v.regex(/^(?:[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}|id-[0-9a-f]{12})$/, userIdMessage),
  v.toLowerCase(),
);

export const seats = list(shape({ userId, skuId: guid }));

export const assignments = list(
  shape({
    skuId: guid,
    userId,
    assignedAt: instant,
    removedAt: v.exactOptional(instant),
    passedTo: v.exactOptional(userId),
    heldBefore: v.exactOptional(flag),
    exception: v.exactOptional(oneOf(["absent", "permanent"])),
  }),
);

export const agents = listOf(
  shape({
    userId,
    channels: list(oneOf(["digital", "voice"])),
    relation: v.exactOptional(
      shape({ employee: flag, agentOnBehalf: flag, hoursPerWeek: amount, regularlyOnSite: flag }),
    ),
  }),
  "userId",
  ({ userId }) => userId,
);

export const sharedAccounts = listOf(
  shape({ id: text, name: text, kind: oneOf(["account", "queue", "bot", "device"]), people: count, licences: count }),
  "id",
  ({ id }) => id,
);

export const tableUses = list(
  shape({
    environmentId: text,
    app: text,
    table: text,
    operations: list(oneOf(["create", "read", "update", "delete"])),
    licensed: flag,
    ownCasesOnly: v.exactOptional(flag),
  }),
);
