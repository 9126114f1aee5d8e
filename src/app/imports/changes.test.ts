import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fakeTenant } from "../../../test/fixtures/fakeTenant.fixture";
import { assemble, defaultSettings, latestImports, type ImportedReading } from "../../domain";
import { changesOf } from "./changes";

const reading = (value: number, day: number, environmentId = "a"): ImportedReading => ({
  environmentId,
  meter: "recordRoutes",
  value,
  measuredAt: `2026-11-${String(day).padStart(2, "0")}T00:00:00Z`,
});

const effects = (standing: readonly ImportedReading[], added: readonly ImportedReading[]) =>
  changesOf(standing, added, undefined).map(({ effect }) => effect);

describe("the changes of an import", () => {
  it("tell what is new, what takes another's place, what is the same and what comes too late", () => {
    expect(effects([], [reading(1, 2)])).toEqual(["new"]);
    expect(effects([reading(1, 2)], [reading(5, 3)])).toEqual(["changed"]);
    expect(effects([reading(1, 2)], [reading(1, 2)])).toEqual(["same"]);
    expect(effects([reading(1, 2)], [reading(5, 1)])).toEqual(["older"]);
    expect(effects([], [reading(5, 1), reading(6, 2)])).toEqual(["older", "new"]);
  });

  it("name the environment where the last snapshot knows it, and who else tells the figure", () => {
    const tenant = fakeTenant().withEnvironment("a");
    const snapshot = assemble(tenant.facts(), defaultSettings, { id: "1", asOf: "2026-11-22T00:00:00Z" });
    const [known, unknown] = changesOf([], [reading(1, 2), reading(1, 2, "z")], snapshot);
    expect(known?.environment).toBe(snapshot.environments[0]?.name);
    expect(unknown?.environment).toBeUndefined();
  });

  it("leave standing what the newest reading says, whatever the order", () => {
    const any = fc.array(
      fc.tuple(fc.nat(50), fc.integer({ min: 1, max: 28 })).map(([value, day]) => reading(value, day)),
    );
    fc.assert(
      fc.property(any, any, (standing, added) => {
        const stands = latestImports([...standing, ...added])("a", "recordRoutes");
        const effective = changesOf(standing, added, undefined).filter(({ effect }) => effect !== "older");
        return effective.every(
          ({ effect, after, before }) =>
            effect === "same" ||
            (after.value === stands?.value && after.value !== before?.value) ||
            after.measuredAt === stands?.measuredAt,
        );
      }),
    );
  });
});
