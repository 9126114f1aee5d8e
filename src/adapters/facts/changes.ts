/** The file of changes that a plan is made of. */
import * as v from "valibot";
import type { Change } from "../../domain";
import { readDocument } from "./readDocument";
import { product } from "./settings";
import { atLeastOne, count, instant, list, oneOf, shape } from "./values";

const environmentTypes = oneOf([
  ...(["production", "sandbox", "developer", "trial", "default"] as const),
  ...(["teams", "preview", "support", "other"] as const),
]);

const change: v.GenericSchema<unknown, Change> = v.variant(
  "kind",
  [
    shape({ kind: v.literal("add"), product, quantity: atLeastOne }),
    shape({ kind: v.literal("drop"), product, quantity: atLeastOne }),
    shape({ kind: v.literal("renewAs"), from: product, to: product, quantity: v.exactOptional(atLeastOne) }),
    shape({ kind: v.literal("campaign"), segment: atLeastOne, messages: atLeastOne, alreadyInteracted: count }),
    shape({
      ...{ kind: v.literal("environment"), type: environmentTypes, database: count, file: count, log: count },
      installs: list(oneOf(["installOutbound", "installJourneys", "installData"])),
    }),
    shape({ kind: v.literal("date"), asOf: instant }),
  ],
  "expected one of add, drop, renewAs, campaign, environment, date",
);

/** A list of changes, in the order in which they are made. Rejects with an `InputError` that names every fault. */
export const readChanges = (path: string): Promise<readonly Change[]> => readDocument(path, list(change));
