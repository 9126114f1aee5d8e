import { describe, expect, it } from "vitest";
import { asOf, fakeTenant, runId } from "../../../test/fixtures/fakeTenant.fixture";
import { assemble, defaultSettings, type MeterReport } from "..";

const report = (tenant: ReturnType<typeof fakeTenant>, meter: MeterReport["meter"]): MeterReport | undefined =>
  assemble(tenant.facts(), defaultSettings, { id: runId, asOf }).meters.find((item) => item.meter === meter);

describe("CC.addon.max", () => {
  const agents = fakeTenant().withSku("customerServiceEnterprise", 10);

  it("says nothing of an add-on that nobody holds", () => {
    expect(report(agents, "addOnVoice")).toMatchObject({ owned: { value: 10 }, used: { value: 0 }, status: "none" });
  });

  it("counts from the first one on", () => {
    expect(report(agents.withSku("contactCenterVoiceAddOn", 1), "addOnVoice")).toMatchObject({
      used: { value: 1 },
      status: "ok",
      over: 0,
    });
    expect(report(agents.withSku("contactCenterVoiceAddOn", 11), "addOnVoice")).toMatchObject({
      used: { value: 11 },
      status: "over",
      over: 1,
    });
  });
});
