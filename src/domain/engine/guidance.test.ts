import { describe, expect, it } from "vitest";
import { fakeTenant, type FakeTenant } from "../../../test/fixtures/fakeTenant.fixture";
import { checkInput } from "../../../test/fixtures/checkInput.fixture";
import { isRuleId, rules } from "../catalog/rules";
import { guidanceFor } from "./guidance";

const cards = (tenant: FakeTenant) => {
  const { meters, holdings } = checkInput(tenant.facts());
  return guidanceFor(meters, holdings);
};

const card = (tenant: FakeTenant, rule: string) => cards(tenant).find((item) => item.rule === rule);

const stored = fakeTenant().withEnvironment("a", { database: 5, file: 0, log: 7 });

describe("guidance", () => {
  it("STO.report.delta: stands at the pools that are owned or used, with source and page", () => {
    expect(card(stored, "STO.report.delta")).toEqual({
      rule: "STO.report.delta",
      meters: ["storageDatabase", "storageLog"],
      source: {
        document: "Power Platform documentation: capacity-storage.md (2026-01)",
        section: "Storage per environment",
      },
      link: "https://learn.microsoft.com/power-platform/admin/capacity-storage",
    });
  });

  it("stands nowhere in a tenant that has nothing", () => {
    expect(cards(fakeTenant())).toEqual([]);
  });

  it("stands where something is owned, where nobody knows, and where a line gives nothing yet", () => {
    const meters = (tenant: FakeTenant) => card(tenant, "STO.report.delta")?.meters;
    expect(meters(fakeTenant().withSku("dataverseFile"))).toEqual(["storageFile"]);
    expect(meters(fakeTenant().without("subscribedSkus", "forbidden"))).toHaveLength(3);
    expect(meters(fakeTenant().withSku("dataverseLog", { enabled: 1, trial: true }))).toEqual(["storageLog"]);
    expect(meters(fakeTenant().withEnvironment("a"))).toBeUndefined();
  });

  it("CC.power-bi: stands where one of its products is held, whatever its meters say, and nowhere else", () => {
    const { holdings } = checkInput(fakeTenant().withSku("contactCenter").facts());
    const seats = guidanceFor([], holdings).find(({ rule }) => rule === "CC.power-bi");
    expect(seats?.meters).toEqual(["seatsDigital", "seatsVoice"]);
    expect(guidanceFor([], holdings).some(({ rule }) => rule === "STO.report.delta")).toBe(false);
    expect(card(stored, "CC.power-bi")).toBeUndefined();
  });

  it("has no page where none is known", () => {
    expect(card(fakeTenant().withSku("contactCenter"), "CC.power-bi")).not.toHaveProperty("link");
  });

  it("comes in the order of the catalogue and from rules that inform alone", () => {
    const shown = cards(fakeTenant().withSku("contactCenter").withSku("customerInsightsAttach")).map(
      ({ rule }) => rule,
    );
    const informing = Object.entries(rules).flatMap(([id, { kind }]) => (kind === "guidance" ? [id] : []));
    expect(shown.length).toBeGreaterThan(5);
    expect(shown).toEqual(informing.filter((id) => shown.includes(id)));
    expect(shown.every(isRuleId)).toBe(true);
  });
});
