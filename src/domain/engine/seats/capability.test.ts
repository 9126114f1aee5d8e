import { describe, expect, it } from "vitest";
import type { Agent, ProductId } from "../..";
import { bears, missingChannels } from "./capability";

const working: Agent = { userId: "ann", channels: ["digital", "voice"] };

describe("CC.capability.user", () => {
  it.each<[readonly ProductId[], readonly string[]]>([
    [[], ["digital", "voice"]],
    [["customerServiceEnterprise"], ["digital", "voice"]],
    [["contactCenterDigital"], ["voice"]],
    [["contactCenterVoiceAddOn"], ["digital"]],
    [["contactCenterDigitalAddOn", "contactCenterVoice"], []],
    [["contactCenter"], []],
    [["customerServicePremium"], []],
    [["omnichannelChat"], ["voice"]],
  ])("%j lacks %j", (products, expected) => {
    expect(missingChannels(working, new Set(products))).toEqual(expected);
  });

  it("external people need none", () => {
    const relation = { employee: false, agentOnBehalf: false, hoursPerWeek: 5, regularlyOnSite: false };
    expect(missingChannels({ ...working, relation }, new Set())).toEqual([]);
  });

  it("a plan bears its own channels", () => {
    expect(bears(new Set(["contactCenterVoice"]), "voice")).toBe(true);
    expect(bears(new Set(["contactCenterVoice"]), "digital")).toBe(false);
  });
});
