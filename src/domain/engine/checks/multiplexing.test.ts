import { describe, expect, it } from "vitest";
import { fakeTenant } from "../../../../test/fixtures/fakeTenant.fixture";
import type { SharedAccount } from "../..";
import { foundIn } from "../../../../test/fixtures/mappedTenant.fixture";

const kind = "multiplexing";

const account = (people: number, licences: number): SharedAccount => ({
  ...{ id: "svc", name: "Service account", kind: "account", people, licences },
});

const found = (...sharedAccounts: readonly SharedAccount[]) =>
  foundIn(kind, fakeTenant().withFacts({ sharedAccounts }));

describe("CC.multiplexing", () => {
  it("one account used by 40 agents asks for 40 licences", () => {
    expect(found(account(40, 1))).toEqual([
      {
        id: "multiplexing:svc",
        kind,
        severity: "warning",
        rule: "CC.multiplexing",
        subjects: [{ type: "account", id: "svc", name: "Service account" }],
        facts: { account: "Service account", accountKind: "account", people: 40, licences: 1, missing: 39 },
      },
    ]);
  });

  it.each([
    [40, 39, 1],
    [40, 40, 0],
    [40, 41, 0],
  ])("%i people with %i licences", (people, licences, expected) => {
    expect(found(account(people, licences))).toHaveLength(expected);
  });

  it("says nothing while nobody named any", () => {
    expect(foundIn(kind, fakeTenant())).toEqual([]);
  });
});
