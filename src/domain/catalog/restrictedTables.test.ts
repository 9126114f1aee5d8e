import { describe, expect, it } from "vitest";
import { attachMinimum, qualifyingApps } from "./qualifyingApps";
import { restrictedTableOf, restrictedTables } from "./restrictedTables";
import { allSkus } from "./skus";

describe("GEN.restricted-tables", () => {
  it("GEN.restricted-tables: the tables of the document, each with the apps that open it", () => {
    const named = ["incident", "entitlement", "sla", "routingrule", "knowledgearticle", "goal", "journey"];
    expect(named.map((table) => restrictedTableOf(table)?.families)).toEqual([
      ["customerService"],
      ["customerServiceEnterprise"],
      ["customerService"],
      ["customerServiceEnterprise"],
      ["customerServiceEnterprise"],
      ["sales"],
      ["marketing"],
    ]);
    expect(restrictedTableOf("msdyn_workorder")?.families).toEqual(["fieldService"]);
    expect(restrictedTableOf("msdyn_actual")?.families).toEqual(["fieldService", "projectService"]);
  });

  it("GEN.restricted-tables: cases alone let users without licence create them and edit their own", () => {
    expect(restrictedTables.filter(({ ownRowsFree }) => ownRowsFree === true).map(({ table }) => table)).toEqual([
      "incident",
    ]);
  });

  it("GEN.restricted-tables: any case of letters, no other table, none twice", () => {
    expect(restrictedTableOf("Msdyn_WorkOrder")?.table).toBe("msdyn_workorder");
    expect(restrictedTableOf("contact")).toBeUndefined();
    expect(new Set(restrictedTables.map(({ table }) => table)).size).toBe(restrictedTables.length);
    expect(restrictedTables).toHaveLength(42);
  });
});

describe("CI-J.attach.eligibility", () => {
  it("CI-J.attach.eligibility: ten licences of one of six apps", () => {
    expect(attachMinimum).toBe(10);
    expect(qualifyingApps.map(({ name }) => name)).toEqual([
      "Sales",
      "Customer Service",
      "Field Service",
      "Finance",
      "Supply Chain Management",
      "Commerce",
    ]);
  });

  it("CI-J.attach.eligibility: each app can be recognised by a published identifier, and by no plan", () => {
    const own = ["sales", "fieldService", "finance", "supplyChain", "commerce"] as const;
    const rows = allSkus().filter(({ product }) => own.some((id) => id === product));
    expect(own.filter((id) => rows.every(({ product }) => product !== id))).toEqual([]);
    expect(rows.filter(({ skuId, plans }) => skuId === undefined || plans.length > 0)).toEqual([]);
  });
});
