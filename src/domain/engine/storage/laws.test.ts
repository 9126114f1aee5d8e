import { usualLevels } from "../assess";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { overflow, poolVerdict, type Pool, type Pools } from "./storage";

const pool: fc.Arbitrary<Pool> = fc.record({ owned: fc.nat(1_000), used: fc.nat(1_500) });
const pools: fc.Arbitrary<Pools> = fc.record({ database: pool, file: pool, log: pool });
const kinds = ["database", "file", "log"] as const;
const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

/** The formula as the rule book has it. */
const overage = ({ database, log, file }: Readonly<Record<(typeof kinds)[number], Pool>>): boolean => {
  const databaseFree = database.owned - database.used;
  const logShort = Math.max(0, log.used - log.owned);
  const fileShort = Math.max(0, file.used - file.owned);
  if (databaseFree < 0 || logShort > databaseFree) return true;
  return fileShort > databaseFree - logShort + Math.max(0, log.owned - log.used);
};

describe("STO.overflow", () => {
  it("conserves: what is short is lent or over, and nobody lends more than is spare", () => {
    fc.assert(
      fc.property(pools, (all) => {
        const loans = overflow(all);
        const short = total(kinds.map((kind) => Math.max(0, all[kind]!.used - all[kind]!.owned)));
        const over = total(kinds.map((kind) => poolVerdict(kind, all, usualLevels).over));
        expect(over + total(loans.map(({ amount }) => amount))).toBe(short);
        for (const kind of kinds) {
          const lent = total(loans.filter(({ from }) => from === kind).map(({ amount }) => amount));
          expect(lent).toBeLessThanOrEqual(Math.max(0, all[kind]!.owned - all[kind]!.used));
        }
      }),
    );
  });

  it("is in overage exactly when the rule's formula says so", () => {
    fc.assert(
      fc.property(fc.record({ database: pool, file: pool, log: pool }), (all) => {
        expect(kinds.some((kind) => poolVerdict(kind, all, usualLevels).status === "over")).toBe(overage(all));
      }),
    );
  });
});
