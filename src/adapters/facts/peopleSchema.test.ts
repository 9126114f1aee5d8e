import * as v from "valibot";
import { describe, expect, it } from "vitest";
import { agents, assignments, seats } from "./peopleSchema";

const skuId = "00000000-0000-4000-8000-000000000007";
const user = "00000000-0000-4000-8000-000000000001";

const taken = (userId: string): readonly boolean[] => [
  v.is(seats, [{ userId, skuId }]),
  v.is(assignments, [{ userId, skuId, assignedAt: "2026-01-01T00:00:00Z" }]),
  v.is(assignments, [{ userId: user, skuId, assignedAt: "2026-01-01T00:00:00Z", passedTo: userId }]),
  v.is(agents, [{ userId, channels: ["voice"] }]),
];

describe("a user in a file of facts", () => {
  it.each([user, user.toUpperCase(), "id-0123456789ab"])("is %s, an id of the directory or a pseudonym", (userId) => {
    expect(taken(userId)).toEqual([true, true, true, true]);
  });

  it.each(["ann", "ann@contoso.com", "id-ann", "id-0123456789abc", ` ${user}`, `${user}@contoso.com`, ""])(
    "is not '%s', which would be published with the findings",
    (userId) => {
      expect(taken(userId)).toEqual([false, false, false, false]);
    },
  );
});
