import { describe, expect, it } from "vitest";
import { fakeTenant, guid } from "../../../../test/fixtures/fakeTenant.fixture";
import type { Agent } from "../..";
import { bought, foundIn, skuOf } from "../../../../test/fixtures/mappedTenant.fixture";

const kind = "capabilityMissing";
const [digital] = skuOf("contactCenterDigital");
const [both] = skuOf("contactCenter");
const [premium] = skuOf("customerServicePremium");

const plans = { contactCenter: 2, contactCenterDigital: 5, customerServicePremium: 1 };
const external = { employee: false, agentOnBehalf: false, hoursPerWeek: 10, regularlyOnSite: false };

const agent = (userId: string, ...channels: Agent["channels"]): Agent => ({ userId, channels });

const account = (id: string) => ({ type: "account", id, name: id });

describe("CC.capability.user", () => {
  it("who works with voice needs a plan that bears voice", () => {
    const agents = [
      ...[agent("zoe", "voice"), agent("ann", "digital", "voice"), agent("bea", "digital", "voice")],
      ...[agent("cat", "voice"), { ...agent("eva", "voice"), relation: external }, agent("fay", "digital")],
    ];
    const tenant = bought(plans)
      .withFacts({ agents })
      .withSeats([
        ["ann", digital],
        ["bea", both],
        ["cat", premium],
      ]);
    expect(foundIn(kind, tenant)).toEqual([
      {
        id: "capabilityMissing:digital",
        kind,
        severity: "warning",
        rule: "CC.capability.user",
        subjects: [account("fay")],
        facts: { channel: "digital", people: 1, unsure: 0, free: 8 },
      },
      {
        id: "capabilityMissing:voice",
        kind,
        severity: "warning",
        rule: "CC.capability.user",
        subjects: [account("ann"), account("zoe")],
        facts: { channel: "voice", people: 2, unsure: 0, free: 3 },
      },
    ]);
  });

  it.each([
    [19, 19, undefined],
    [20, 20, undefined],
    [21, 20, 1],
    [500, 20, 480],
  ])("of %i people it names %i, the first by their ids, and counts the others", (people, named, unnamed) => {
    const ids = Array.from({ length: people }, (_, index) => guid(people - index));
    const tenant = bought(plans)
      .withFacts({ agents: ids.map((id) => agent(id, "voice")) })
      .withSeats([]);
    const first = Array.from({ length: named }, (_, index) => account(guid(index + 1)));
    expect(foundIn(kind, tenant).map(({ subjects, facts }) => [subjects, facts["people"], facts["unnamed"]])).toEqual([
      [first, people, unnamed],
    ]);
  });

  it("leaves out who holds a licence that nobody knows, and says how many", () => {
    const agents = [agent("ann", "voice"), agent("bea", "voice"), agent("cat", "voice"), agent("dan", "voice")];
    const tenant = bought(plans)
      .withSku([guid(1), "CONTACT_CENTER_NEXT"], 1)
      .withSku([guid(2), "ENTERPRISEPACK"], 1)
      .withSku([guid(3), "PACK"], { enabled: 1, plans: [{ id: guid(4), name: "DYN365_CC_NEXT" }] })
      .withFacts({ agents })
      .withSeats([
        ["ann", guid(1)],
        ["bea", guid(2)],
        ["cat", guid(3)],
        ["dan", guid(99)],
      ]);
    expect(foundIn(kind, tenant).map(({ subjects, facts }) => [subjects, facts])).toEqual([
      [[account("bea")], { channel: "voice", people: 1, unsure: 3, free: 3 }],
    ]);
    const doubtful = tenant.withFacts({ agents: [agent("ann", "voice")] });
    expect(foundIn(kind, doubtful)).toEqual([]);
  });

  it("does not doubt a licence that the catalogue knows, whatever its name", () => {
    const tenant = fakeTenant()
      .withSku("contactCenterDigital", 1)
      .withFacts({ agents: [agent("ann", "voice")] })
      .withSeats([["ann", "contactCenterDigital"]]);
    expect(foundIn(kind, tenant).map(({ facts }) => [facts["people"], facts["unsure"]])).toEqual([[1, 0]]);
  });

  it("counts no seat free where more are assigned than owned", () => {
    const [skuId, skuPartNumber] = skuOf("contactCenterVoice");
    const tenant = bought({})
      .withSku([skuId, skuPartNumber], 1)
      .withFacts({ agents: [agent("ann", "voice")] })
      .withSeats([]);
    const facts = tenant.facts();
    const { subscribedSkus } = facts;
    const value = subscribedSkus.kind === "read" ? subscribedSkus.value.map((sku) => ({ ...sku, assigned: 3 })) : [];
    const over = { ...tenant, facts: () => ({ ...facts, subscribedSkus: { ...subscribedSkus, value } }) };
    expect(foundIn(kind, tenant).map((found) => found.facts["free"])).toEqual([1]);
    expect(foundIn(kind, over as typeof tenant).map((found) => found.facts["free"])).toEqual([0]);
  });

  it("does not tell free seats while the licences are not known", () => {
    const tenant = bought(plans)
      .withFacts({ agents: [agent("ann", "voice")] })
      .withSeats([]);
    expect(foundIn(kind, tenant.without("subscribedSkus", "forbidden")).map(({ facts }) => facts)).toEqual([
      { channel: "voice", people: 1, unsure: 0 },
    ]);
  });

  it("says nothing while it is not known who holds what, or who works with what", () => {
    expect(foundIn(kind, bought(plans).withFacts({ agents: [agent("ann", "voice")] }))).toEqual([]);
    expect(foundIn(kind, bought(plans).withSeats([]))).toEqual([]);
  });
});
