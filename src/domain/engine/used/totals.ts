/** Use of every meter over the tenant: summed over environments, or counted in one piece. */
import { meters, type MeterId } from "../../catalog/meters";
import type { Instant, Measured, Reason } from "../../measured";
import type { EnvironmentReport } from "../../snapshot/snapshot";
import type { ReadingContext } from "./consume";
import { tenantCountings } from "./counting";
import type { CountingInput } from "./countingInput";
import { totalOf, type Total, type Usage } from "./coverage";
import { isUntold } from "./environmentReports";

export interface TotalsInput extends CountingInput {
  readonly context: ReadingContext;
  readonly environments: readonly EnvironmentReport[];
  /** Why there are no environments, when the list was not read. */
  readonly environmentsMissing: Reason | undefined;
  /** When the list was read. */
  readonly readAt: Instant;
}

const inOnePiece = (used: Measured): Total => ({ used, coverage: { read: 0, total: 0, missing: [] } });
const unknown = (reason: Reason): Total => inOnePiece({ kind: "unknown", reason });

const usagesOf = (meter: MeterId, environments: readonly EnvironmentReport[]): readonly Usage[] =>
  environments.flatMap(({ id, usage }) =>
    usage.filter((item) => item.meter === meter).map(({ counted }) => ({ environmentId: id, counted })),
  );

const rates: readonly MeterId[] = meters.filter(({ nature }) => nature === "rate").map(({ id }) => id);

const totalFor = (meter: MeterId, input: TotalsInput): Total => {
  if (rates.includes(meter)) return unknown({ code: "notMetered" });
  const count = tenantCountings[meter];
  if (count !== undefined) return inOnePiece(count(input));
  if (input.environmentsMissing !== undefined) return unknown(input.environmentsMissing);
  const usages = usagesOf(meter, input.environments);
  if (usages.length === 0 && isUntold(meter, input.context)) return unknown({ code: "noReading" });
  return totalOf(usages, { asOf: input.readAt });
};

/** Asked by meter; summed with every question. */
export const totalsOf =
  (input: TotalsInput): ((meter: MeterId) => Total) =>
  (meter) =>
    totalFor(meter, input);
