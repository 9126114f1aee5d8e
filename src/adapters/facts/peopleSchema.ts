/** Who holds and who uses, in a file of facts. */
import * as v from "valibot";
import { amount, count, flag, guid, instant, list, listOf, oneOf, shape, text } from "./values";

export const seats = list(shape({ userId: text, skuId: guid }));

export const assignments = list(
  shape({
    skuId: guid,
    userId: text,
    assignedAt: instant,
    removedAt: v.exactOptional(instant),
    passedTo: v.exactOptional(text),
    exception: v.exactOptional(oneOf(["absent", "permanent"])),
  }),
);

export const agents = listOf(
  shape({
    userId: text,
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
