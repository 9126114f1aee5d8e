import { describe, expect, it } from "vitest";
import type { Contribution } from "../..";
import { officialOwned } from "./officialOwned";
import type { Owned } from "./own";

const asOf = "2026-11-22T00:00:00Z";

const line: Contribution = {
  ...{ product: "dataverseDatabase", productName: "Dataverse Database Capacity (1 GB)", grade: "exact", trial: false },
  ...{ quantity: 10, inGrace: 0, perUnit: 1_000, once: false, amount: 10_000, edition: "seed" },
  ...{ rule: "CC.storage.more", source: { document: "d", section: "s" } },
};

const owned: Owned = {
  owned: {
    kind: "known",
    value: 10_000,
    asOf: "2026-11-01T00:00:00Z",
    source: "graph.subscribedSkus",
    confidence: "estimated",
  },
  ownedAtRisk: 3_000,
  contributions: [line],
  switches: [{ name: "tenantDefault", value: "max", others: [] }],
  lowerBound: true,
};

const official = (figure: number) => ({ owned: figure, used: 1, asOf });

describe("STO.entitlement.tenant", () => {
  it("the admin center's entitlement counts, and a line of its own closes the gap", () => {
    const result = officialOwned(owned, official(12_500), "lg-2026-07");
    expect(result).toEqual({
      owned: { kind: "known", value: 12_500, asOf, source: "powerplatform.tenantCapacity", confidence: "measured" },
      ownedAtRisk: 3_000,
      contributions: [
        line,
        {
          ...{ product: "adminCenter", productName: "Power Platform admin center", grade: "exact", trial: false },
          ...{ quantity: 1, inGrace: 0, perUnit: 2_500, once: true, amount: 2_500, edition: "lg-2026-07" },
          rule: "STO.entitlement.tenant",
          source: {
            document: "Power Platform documentation: capacity-storage.md (2026-01)",
            section: "Capacity, how it is calculated",
          },
          note: "adminCenterDifference",
        },
      ],
      switches: [],
      lowerBound: false,
    });
  });

  it.each([
    [9_000, -1_000],
    [0, -10_000],
  ])("is %i with a line of %i", (figure, gap) => {
    expect(officialOwned(owned, official(figure), "seed").contributions.map(({ amount }) => amount)).toEqual([
      10_000,
      gap,
    ]);
  });

  it("leaves nothing open: a licence that the catalogue does not know is in the figure", () => {
    const open: Contribution = { ...line, product: "DYN365_NEXT", amount: 0, note: "licenceNotKnown" };
    const result = officialOwned({ ...owned, contributions: [open, line] }, official(10_000), "seed");
    expect(result.contributions).toEqual([line]);
  });

  it("needs no line where both agree, and all of it where no licence is known", () => {
    expect(officialOwned(owned, official(10_000), "seed").contributions).toEqual([line]);
    const none = officialOwned({ ...owned, contributions: [] }, official(700), "seed");
    expect(none.contributions.map(({ amount }) => amount)).toEqual([700]);
  });
});
