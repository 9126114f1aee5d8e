import { describe, expect, it } from "vitest";
import { asOf, fakeTenant } from "../../../test/fixtures/fakeTenant.fixture";
import type { OptionalFacts } from "../../../test/fixtures/fakeTenant.fixture";
import { inOrder } from "./factsInOrder";

const lists = (second: string, first: string): OptionalFacts => ({
  seats: {
    ...{ kind: "read", source: "graph.users", asOf },
    value: [second, first].map((userId) => ({ userId, skuId: "s" })),
  },
  currencies: {
    ...{ kind: "read", source: "powerplatform.currencies", asOf },
    value: [second, first].map((type) => ({ type, purchased: 1, allocated: 0 })),
  },
  workspaces: [second, first].map((id) => ({
    ...{ id, name: id, environmentId: "e", sample: false, readableCases: [], measuredAt: asOf },
  })),
  assignments: [second, first].map((userId) => ({ userId, skuId: "s", assignedAt: asOf })),
  agents: [second, first].map((userId) => ({ userId, channels: [] })),
  sharedAccounts: [second, first].map((id) => ({ id, name: id, kind: "bot", people: 2, licences: 1 })),
  tableUses: [second, first].map((app) => ({
    ...{ environmentId: "e", app, table: "incident", operations: [], licensed: true },
  })),
});

describe("facts in order", () => {
  it("has every list that was handed in from its smallest row on, whatever the order in which they came", () => {
    const sorted = fakeTenant().withFacts(lists("a", "b")).facts();
    expect(inOrder(fakeTenant().withFacts(lists("b", "a")).facts())).toEqual(sorted);
    expect(inOrder(sorted)).toEqual(sorted);
  });

  it("leaves what is not there, or was not read, as it is", () => {
    const bare = fakeTenant().facts();
    expect(Object.keys(inOrder(bare))).toEqual(Object.keys(bare));
    const reason = { code: "forbidden" } as const;
    const unread = fakeTenant()
      .withFacts({ seats: { kind: "notRead", source: "graph.users", reason } })
      .facts();
    expect(inOrder(unread)).toEqual(unread);
  });
});
