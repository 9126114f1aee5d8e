import { describe, expect, it } from "vitest";
import type { ProductId } from "../..";
import { fakeTenant } from "../../../../test/fixtures/fakeTenant.fixture";
import { bought, foundIn, skuOf } from "../../../../test/fixtures/mappedTenant.fixture";

const sides = (product: ProductId, quantity: number) =>
  foundIn("tierOutOfRange", bought({ [product]: quantity })).map(({ rule, facts }) => [rule, facts["side"]]);

const interacted = "CI-J.interacted-people.packs";
const unified = "CI-D.unified.packs";

describe("CI-J.interacted-people.packs", () => {
  it.each([
    ["interactedPeopleT1", 1, []],
    ["interactedPeopleT1", 8, []],
    ["interactedPeopleT1", 9, [[interacted, "above"]]],
    ["interactedPeopleT2", 3, [[interacted, "below"]]],
    ["interactedPeopleT2", 4, []],
    ["interactedPeopleT2", 24, []],
    ["interactedPeopleT2", 25, [[interacted, "above"]]],
    ["interactedPeopleT3", 4, [[interacted, "below"]]],
    ["interactedPeopleT3", 5, []],
    ["interactedPeopleT3", 1_000, []],
  ] as const)("%s: %i", (product, quantity, expected) => {
    expect(sides(product, quantity)).toEqual(expected);
  });
});

describe("CI-D.unified.packs", () => {
  it.each([
    ["unifiedPeopleT1", 4, []],
    ["unifiedPeopleT1", 5, [[unified, "above"]]],
    ["unifiedPeopleT2", 3, [[unified, "below"]]],
    ["unifiedPeopleT2", 19, []],
    ["unifiedPeopleT2", 20, [[unified, "above"]]],
    ["unifiedPeopleT3", 18, [[unified, "below"]]],
    ["unifiedPeopleT3", 19, []],
  ] as const)("%s: %i", (product, quantity, expected) => {
    expect(sides(product, quantity)).toEqual(expected);
  });
});

describe("tierOutOfRange", () => {
  it("tells the range of the tier", () => {
    const name = "Customer Insights Interacted People T2 (10,000)";
    expect(foundIn("tierOutOfRange", bought({ interactedPeopleT2: 25 }))).toEqual([
      {
        id: "tierOutOfRange:interactedPeopleT2",
        kind: "tierOutOfRange",
        severity: "warning",
        rule: interacted,
        subjects: [{ type: "product", id: "interactedPeopleT2", name }],
        facts: {
          ...{ product: "interactedPeopleT2", productName: name, meter: "interactedPeople" },
          ...{ side: "above", quantity: 25, minimum: 4, maximum: 24 },
        },
      },
    ]);
  });

  it("names no maximum where there is none", () => {
    const [finding] = foundIn("tierOutOfRange", bought({ interactedPeopleT3: 1 }));
    expect(finding?.facts).toEqual({
      product: "interactedPeopleT3",
      productName: "Customer Insights Interacted People T3 (50,000)",
      ...{ meter: "interactedPeople", side: "below", quantity: 1, minimum: 5 },
    });
  });

  it("adds up the SKUs of one product and leaves trials out", () => {
    const trial = { enabled: 4, trial: true };
    expect(foundIn("tierOutOfRange", fakeTenant().withSku(skuOf("interactedPeopleT3"), trial))).toEqual([]);
    const split = bought({ interactedPeopleT3: 4 }).withSku("interactedPeopleT3", 1);
    expect(foundIn("tierOutOfRange", split)).toEqual([]);
  });
});
