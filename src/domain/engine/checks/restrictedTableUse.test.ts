import { describe, expect, it } from "vitest";
import { fakeTenant } from "../../../../test/fixtures/fakeTenant.fixture";
import type { TableUse } from "../..";
import { foundIn } from "../../../../test/fixtures/mappedTenant.fixture";

const kind = "restrictedTableUse";

const use: TableUse = {
  ...{ environmentId: "a", app: "Repairs", table: "msdyn_workorder", licensed: false },
  operations: ["create", "read", "delete"],
};

const found = (...tableUses: readonly TableUse[]) =>
  foundIn(kind, fakeTenant().withEnvironment("z").withEnvironment("a", { name: "Alpha" }).withFacts({ tableUses }));

describe("GEN.restricted-tables", () => {
  it("changing a restricted table needs the licence of its app", () => {
    expect(found(use)).toEqual([
      {
        id: "restrictedTableUse:a:Repairs:msdyn_workorder",
        kind,
        severity: "warning",
        rule: "GEN.restricted-tables",
        subjects: [
          { type: "environment", id: "a", name: "Alpha" },
          { type: "table", id: "msdyn_workorder", name: "msdyn_workorder" },
        ],
        facts: { app: "Repairs", table: "msdyn_workorder", operations: "create,delete", families: "fieldService" },
      },
    ]);
  });

  it.each(["create", "update", "delete"] as const)("%s by itself", (operation) => {
    expect(found({ ...use, operations: [operation] }).map(({ facts }) => facts["operations"])).toEqual([operation]);
  });

  it("reading, a licence, or a free table needs nothing", () => {
    expect(found({ ...use, operations: ["read"] })).toEqual([]);
    expect(found({ ...use, licensed: true })).toEqual([]);
    expect(found({ ...use, table: "contact" })).toEqual([]);
  });

  it("own cases are free, of others and of other tables they are not", () => {
    const cases: TableUse = { ...use, table: "Incident", operations: ["create", "update"] };
    expect(found({ ...cases, ownCasesOnly: true })).toEqual([]);
    expect(found({ ...cases, ownCasesOnly: false }).map(({ id }) => id)).toEqual([
      "restrictedTableUse:a:Repairs:incident",
    ]);
    expect(found(cases)).toHaveLength(1);
    expect(found({ ...use, ownCasesOnly: true })).toHaveLength(1);
  });

  it("names several apps that hold the table, and an environment that is not listed by its id", () => {
    const [one] = found({ ...use, environmentId: "gone", table: "msdyn_actual" });
    expect(one?.subjects[0]).toEqual({ type: "environment", id: "gone", name: "gone" });
    expect(one?.facts["families"]).toBe("fieldService,projectService");
  });

  it("tells an app and a table once", () => {
    expect(found(use, { ...use, table: "MSDYN_WORKORDER" }, { ...use, app: "Other" }).map(({ id }) => id)).toEqual([
      "restrictedTableUse:a:Other:msdyn_workorder",
      "restrictedTableUse:a:Repairs:msdyn_workorder",
    ]);
  });

  it("says nothing while nobody named any", () => {
    expect(foundIn(kind, fakeTenant().withEnvironment("a"))).toEqual([]);
  });
});
