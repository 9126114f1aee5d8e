/** What is owned after a plan where the admin center counts: its own figure, moved by what the catalogue's lines move. */
import type { MeterId } from "../../catalog/meters";
import type { Measured } from "../../measured";
import type { MeterReport } from "../../snapshot/snapshot";
import type { Line } from "../owned/entitle";
import type { Ownership } from "../owned/own";

const linesOf = (lines: readonly Line[], meter: MeterId): readonly Line[] =>
  lines.filter((line) => line.meter === meter);

const amountOf = (lines: readonly Line[]): number =>
  lines.reduce((sum, { contribution }) => sum + contribution.amount, 0);

/** Units of products whose size no source gives. */
const unsizedOf = (lines: readonly Line[]): number =>
  lines.reduce(
    (sum, { contribution }) => (contribution.note === "sizeNotKnown" ? sum + contribution.quantity : sum),
    0,
  );

/**
 * By how much the lines of a meter move. `undefined` when nobody can say: units of unknown size go, or the licences were
 * not read and may give already what new ones give once. Units of unknown size that come can only add.
 */
const movedBy = (meter: MeterId, before: Ownership, after: Ownership): number | undefined => {
  const [old, now] = [linesOf(before.lines, meter), linesOf(after.lines, meter)];
  if (unsizedOf(now) < unsizedOf(old)) return undefined;
  const moved = amountOf(now) - amountOf(old);
  const once = moved !== 0 && now.some(({ spread }) => spread !== "unit");
  return once && before.of(meter).owned.kind === "unknown" ? undefined : moved;
};

const notTold: Measured = { kind: "unknown", reason: { code: "notInCatalogue" } };

export interface OwnedAfter {
  readonly ownership: Ownership;
  readonly officialOf: (meter: MeterId) => MeterReport["official"];
}

/**
 * Entitlements after a plan. The difference between the admin center's count and the catalogue's lines stays as it is
 * (STO.entitlement.tenant); where the lines move by an unknown amount, what is owned is not known any more.
 */
export const ownedAfter = (
  before: Ownership,
  after: Ownership,
  officialToday: (meter: MeterId) => MeterReport["official"],
): OwnedAfter => ({
  officialOf: (meter) => {
    const official = officialToday(meter);
    const moved = movedBy(meter, before, after);
    if (official === undefined || moved === undefined) return undefined;
    return { ...official, owned: Math.max(0, official.owned + moved) };
  },
  ownership: {
    lines: after.lines,
    of: (meter) => {
      const owned = after.of(meter);
      const lost = officialToday(meter) !== undefined && movedBy(meter, before, after) === undefined;
      return lost ? { ...owned, owned: notTold, ownedAtRisk: 0, contributions: [] } : owned;
    },
  },
});
