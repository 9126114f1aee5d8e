import { describe, expect, it } from "vitest";
import { skuOf, bought, foundIn } from "../../../../test/fixtures/mappedTenant.fixture";

const kind = "communicationResourceMissing";

const finding = {
  id: "communicationResourceMissing:voice",
  kind,
  severity: "warning",
  rule: "CC.acs.required",
  subjects: [
    { type: "product", id: "contactCenter", name: "Dynamics 365 Contact Center" },
    { type: "product", id: "contactCenterVoice", name: "Dynamics 365 Contact Center Voice" },
  ],
};

const voice = bought({ contactCenter: 2, contactCenterVoice: 3, contactCenterDigital: 4 });

describe("CC.acs.required", () => {
  it("warns when the customer says that there is none", () => {
    expect(foundIn(kind, voice, { declared: { communicationResource: false } })).toEqual([
      { ...finding, facts: { licences: 5, declared: "no" } },
    ]);
  });

  it("asks while nobody said either way", () => {
    expect(foundIn(kind, voice)).toEqual([
      { ...finding, severity: "info", facts: { licences: 5, declared: "notTold" } },
    ]);
  });

  it("is content with one", () => {
    expect(foundIn(kind, voice, { declared: { communicationResource: true } })).toEqual([]);
  });

  it("asks nothing of plans without voice, nor of trials", () => {
    const tenant = bought({ contactCenterDigital: 4 }).withSku(skuOf("contactCenterVoice"), {
      enabled: 1,
      trial: true,
    });
    expect(foundIn(kind, tenant, { declared: { communicationResource: false } })).toEqual([]);
  });
});
