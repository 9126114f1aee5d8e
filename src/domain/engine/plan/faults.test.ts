import { describe, expect, it } from "vitest";
import { asOf, fakeTenant } from "../../../../test/fixtures/fakeTenant.fixture";
import { add, drop, faultsOf, planned, priceOverride, snapshotOf } from "../../../../test/fixtures/plans.fixture";
import type { Change } from "../..";

const empty = snapshotOf(fakeTenant());
const ten = snapshotOf(fakeTenant().withSku("customerServiceEnterprise", 10));
const campaign = { kind: "campaign", segment: 10, messages: 2, alreadyInteracted: 3 } as const;
const environment = { kind: "environment", type: "production", database: 1, file: 1, log: 1, installs: [] } as const;
const date = (text: string): Change => ({ kind: "date", asOf: text });

const codesOf = (...changes: readonly Change[]) => faultsOf(ten, ...changes).map(({ code }) => code);

describe("quantities", () => {
  it.each([NaN, Infinity, -Infinity, 1e308, -1, 0, 0.5, 1_000_000_000_001])("refuses %d licences", (quantity) => {
    expect(faultsOf(ten, add("customerServiceEnterprise", quantity))).toEqual([
      { index: 0, code: "badQuantity", detail: `quantity: ${quantity}` },
    ]);
    expect(codesOf(drop("customerServiceEnterprise", quantity))).toEqual(["badQuantity"]);
    expect(
      codesOf({ kind: "renewAs", from: "customerServiceEnterprise", to: "customerServicePremium", quantity }),
    ).toEqual(["badQuantity"]);
  });

  it.each([1, 1_000_000_000_000])("takes %d licences", (quantity) => {
    expect(codesOf(add("customerServiceEnterprise", quantity))).toEqual([]);
  });

  it("refuses each figure of a campaign by its name", () => {
    expect(
      faultsOf(ten, { kind: "campaign", segment: 0, messages: 1.5, alreadyInteracted: -1 }).map(({ detail }) => detail),
    ).toEqual(["segment: 0", "messages: 1.5", "alreadyInteracted: -1"]);
  });

  it("refuses more people in the segment who count already than the segment has", () => {
    expect(faultsOf(ten, { ...campaign, alreadyInteracted: 11 })).toEqual([
      { index: 0, code: "badQuantity", detail: "alreadyInteracted: 11 of a segment of 10" },
    ]);
    expect(codesOf({ ...campaign, alreadyInteracted: 10 }, { ...campaign, alreadyInteracted: 0 })).toEqual([]);
  });

  it("refuses more messages than can be reckoned with", () => {
    expect(faultsOf(ten, { ...campaign, segment: 1_000_001, messages: 1_000_000 })).toEqual([
      { index: 0, code: "badQuantity", detail: "segment x messages: 1000001000000" },
    ]);
    expect(codesOf({ ...campaign, segment: 1_000_000, messages: 1_000_000 })).toEqual([]);
  });

  it("refuses each figure of an environment by its name, and takes none", () => {
    expect(faultsOf(ten, { ...environment, database: -1, file: NaN, log: 1e308 }).map(({ detail }) => detail)).toEqual([
      "database: -1",
      "file: NaN",
      "log: 1e+308",
    ]);
    expect(codesOf({ ...environment, database: 0, file: 0, log: 0 })).toEqual([]);
  });
});

describe("products", () => {
  it("refuses those that the catalogue does not know", () => {
    expect(faultsOf(ten, add("sharepoint"), { kind: "renewAs", from: "toString", to: "" })).toEqual([
      { index: 0, code: "unknownProduct", detail: "product: sharepoint" },
      { index: 1, code: "unknownProduct", detail: "from: toString" },
      { index: 1, code: "unknownProduct", detail: "to: " },
    ]);
  });

  it("refuses to drop more than is held at that point of the plan", () => {
    expect(faultsOf(ten, drop("customerServiceEnterprise", 11))).toEqual([
      { index: 0, code: "notHeld", detail: "customerServiceEnterprise: 11 of 10" },
    ]);
    expect(codesOf(drop("customerServiceEnterprise", 10))).toEqual([]);
    expect(codesOf(add("customerServiceEnterprise"), drop("customerServiceEnterprise", 11))).toEqual([]);
    expect(faultsOf(ten, drop("customerServiceEnterprise", 4), drop("customerServiceEnterprise", 7))).toEqual([
      { index: 1, code: "notHeld", detail: "customerServiceEnterprise: 7 of 6" },
    ]);
  });

  it("refuses to renew what is not held", () => {
    const renewal = { kind: "renewAs", from: "marketingBase", to: "customerInsightsBase" } as const;
    expect(faultsOf(empty, renewal, { ...renewal, quantity: 2 })).toEqual([
      { index: 0, code: "notHeld", detail: "marketingBase: 1 of 0" },
      { index: 1, code: "notHeld", detail: "marketingBase: 2 of 0" },
    ]);
    const trial = snapshotOf(fakeTenant().withSku("marketingBase", { enabled: 1, trial: true }));
    expect(faultsOf(trial, renewal).map(({ code }) => code)).toEqual(["notHeld"]);
  });
});

describe("dates", () => {
  it.each([
    "",
    "tomorrow",
    "2027-01-01",
    "2027-01-01T00:00:00",
    "01/01/2027",
    "2027-02-30T00:00:00Z",
    "2027-13-01T00:00:00Z",
    "2027-01-01T25:00:00Z",
    "1406-09-01T00:00:00Z",
    "2569-11-22T00:00:00Z",
    "5787-09-01T00:00:00Z",
    "+012027-01-01T00:00:00Z",
    " 2027-01-01T00:00:00Z",
    "2027-01-01T00:00:00Z ",
    "2026-11-22T19:59:59Z",
    "2036-11-22T20:00:01Z",
    "2026-11-22T21:59:59+02:00",
  ])("refuses %j", (text) => {
    expect(faultsOf(empty, date(text))).toEqual([{ index: 0, code: "badDate", detail: `asOf: ${text}` }]);
  });

  it.each([
    asOf,
    "2026-11-22T22:00:00+02:00",
    "2027-01-01T00:00Z",
    "2027-01-01T00:00:00.123456789Z",
    "2028-02-29T12:00:00-08:00",
    "2036-11-22T20:00:00Z",
  ])("takes %s", (text) => {
    expect(faultsOf(empty, date(text))).toEqual([]);
  });
});

describe("mixedCurrencies", () => {
  const euros = snapshotOf(fakeTenant().withSku("customerServiceEnterprise", 10), {
    overrides: [priceOverride("contactCenterVoiceAddOn", 7_000, "EUR")],
  });

  it("refuses the change that brings the second currency", () => {
    expect(
      faultsOf(
        euros,
        campaign,
        add("contactCenterVoiceAddOn"),
        add("interactedPeopleT1"),
        add("customerServicePremium"),
      ),
    ).toEqual([{ index: 3, code: "mixedCurrencies", detail: "USD beside EUR" }]);
    expect(
      faultsOf(euros, add("customerServicePremium"), {
        kind: "renewAs",
        from: "customerServiceEnterprise",
        to: "contactCenterVoiceAddOn",
      }),
    ).toEqual([{ index: 1, code: "mixedCurrencies", detail: "EUR beside USD" }]);
  });

  it("takes each currency by itself", () => {
    expect(planned(euros, add("contactCenterVoiceAddOn")).cost.change).toMatchObject({ cents: 7_000, currency: "EUR" });
    expect(planned(euros, add("customerServicePremium")).cost.change).toMatchObject({ cents: 19_500, currency: "USD" });
  });
});

describe("all faults", () => {
  it("come at once, each with the place of its change, and a faulty change changes nothing", () => {
    const faults = faultsOf(
      ten,
      add("nothing", NaN),
      drop("customerServiceEnterprise", 11),
      drop("customerServiceEnterprise", 10),
      date("never"),
      { ...campaign, messages: 0 },
    );
    expect(faults.map(({ index, code }) => [index, code])).toEqual([
      [0, "unknownProduct"],
      [0, "badQuantity"],
      [1, "notHeld"],
      [3, "badDate"],
      [4, "badQuantity"],
    ]);
  });

  it("tell of a currency beside other faults", () => {
    const snapshot = snapshotOf(fakeTenant(), { overrides: [priceOverride("customerServicePremium", 1, "EUR")] });
    expect(
      faultsOf(
        snapshot,
        add("contactCenterVoice"),
        add("customerServicePremium", 0),
        drop("customerServicePremium"),
      ).map(({ index, code }) => [index, code]),
    ).toEqual([
      [1, "badQuantity"],
      [1, "mixedCurrencies"],
      [2, "notHeld"],
      [2, "mixedCurrencies"],
    ]);
  });
});
