import { describe, expect, it } from "vitest";
import type { Agent } from "../..";
import { isExternal } from "./externalUsers";

const external = { employee: false, agentOnBehalf: false, hoursPerWeek: 29, regularlyOnSite: false };

const is = (relation: Partial<NonNullable<Agent["relation"]>> = {}) =>
  isExternal({ relation: { ...external, ...relation } });

describe("CC.external-users", () => {
  it("all four together are external", () => {
    expect(is()).toBe(true);
  });

  it.each([{ employee: true }, { agentOnBehalf: true }, { regularlyOnSite: true }])("%o is internal", (relation) => {
    expect(is(relation)).toBe(false);
  });

  it.each([
    [29.9, true],
    [30, false],
    [31, false],
  ])("%d hours a week", (hoursPerWeek, expected) => {
    expect(is({ hoursPerWeek })).toBe(expected);
  });

  it("nobody is external by default", () => {
    expect(isExternal({})).toBe(false);
  });
});
