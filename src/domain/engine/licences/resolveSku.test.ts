import { describe, expect, it } from "vitest";
import { planIds, skuIds } from "../../../../test/fixtures/fakeTenant.fixture";
import type { Override } from "../../settings";
import { skuResolver } from "./resolveSku";

const nowhere = "aaaaaaaa-0000-4000-8000-000000000001";
const resolve = (
  skuId: string,
  plans: readonly string[] = [],
  mappings: readonly { skuId: string; product: string }[] = [],
  name = "CONTOSO",
) =>
  skuResolver(
    mappings.map((mapping): Override => ({ kind: "sku", ...mapping, by: "Ada", at: "2026-01-02T03:04:05Z" })),
  )({ skuId, skuPartNumber: name, planIds: plans });

describe("a licence is recognised", () => {
  it("by its identifier, whatever its plans and its name", () => {
    expect(resolve(skuIds.interactedPeopleT3[0], [planIds.contacts50k, planIds.journeysBase])).toEqual({
      grade: "exact",
      product: "interactedPeopleT3",
      trialSku: false,
    });
    expect(resolve(skuIds.customerInsightsTrial[0])).toEqual({
      grade: "exact",
      product: "customerInsightsTrial",
      trialSku: true,
    });
  });

  it("by the customer's word, when the catalogue does not know it", () => {
    const mappings = [
      { skuId: nowhere.toUpperCase(), product: "unifiedPeopleT1" },
      { skuId: skuIds.contactCenter[0], product: "unifiedPeopleT1" },
    ];
    expect(resolve(nowhere, [planIds.journeysBase], mappings)).toMatchObject({
      grade: "exact",
      product: "unifiedPeopleT1",
    });
    expect(resolve(skuIds.contactCenter[0], [], mappings)).toMatchObject({ product: "contactCenter" });
  });

  it("not by a mapping to a product that does not exist", () => {
    expect(resolve(nowhere, [], [{ skuId: nowhere, product: "constructor" }])).toEqual({ grade: "unknown" });
  });

  it("by the part number of a product without published identifier", () => {
    expect(resolve(nowhere, [], [], "dyn365_marketing_contact_addon_t2")).toEqual({
      grade: "inferred",
      product: "marketingContactsT2",
      trialSku: false,
    });
  });

  it("by the part number where the identifier is another one than the published", () => {
    expect(resolve(nowhere, [planIds.contacts50k], [], skuIds.contactCenter[1])).toEqual({
      grade: "inferred",
      product: "contactCenter",
      trialSku: false,
    });
    expect(resolve(nowhere, [], [], "dyn365_customer_insights_viral")).toMatchObject({ trialSku: true });
  });

  it("by its identifier rather than the part number, and by the customer's word rather than either", () => {
    expect(resolve(skuIds.marketingBase[0], [], [], skuIds.contactCenter[1])).toMatchObject({
      grade: "exact",
      product: "marketingBase",
    });
    const mapping = { skuId: nowhere, product: "unifiedPeopleT1" };
    expect(resolve(nowhere, [], [mapping], skuIds.contactCenter[1])).toMatchObject({ product: "unifiedPeopleT1" });
  });

  /** Part numbers as the document lists them, section 8. */
  it.each([
    ["DYN365_MARKETING_APP", "marketingBase"],
    ["DYN365_MARKETING_APP_ATTACH", "marketingAttach"],
    ["DYN365_BUSINESS_MARKETING", "marketingBusiness"],
    ["DYN365_MARKETING_APPLICATION_ADDON", "marketingApplication"],
    ["DYN365_MARKETING_SANDBOX_APPLICATION_ADDON", "marketingSandboxApplication"],
    ["DYN365_MARKETING_CONTACT_ADDON", "marketingContactsT1"],
    ["DYN365_MARKETING_CONTACT_ADDON_T2", "marketingContactsT2"],
    ["DYN365_MARKETING_CONTACT_ADDON_T3", "marketingContactsT3"],
    ["DYN365_MARKETING_CONTACT_ADDON_T4", "marketingContactsT4"],
    ["DYN365_MARKETING_CONTACT_ADDON_T5", "marketingContactsT5"],
    ["DYN365_MARKETING_CONTACT_CE_PLAN_ADDON", "marketingContactsPlan"],
    ["D365_MARKETING_USER", "marketingUser"],
    ["DYN365_CUSTOMER_INSIGHTS_BASE", "legacyInsightsBase"],
    ["DYN365_CUSTOMER_INSIGHTS_ATTACH", "legacyInsightsAttach"],
    ["DYN365_CUSTOMER_INSIGHTS_ADDON", "legacyInsightsProfiles"],
    ["DYN365_CUSTOMER_INSIGHTS_VIRAL", "customerInsightsTrial"],
    ["Dynamics_365_Customer_Insights_Attach_New", "customerInsightsAttach"],
    ["D365_CSI_STANDALONE", "serviceInsights"],
    ["D365_CSI_ADDON", "serviceInsightsCases"],
    ["DYN365_AI_SERVICE_INSIGHTS", "serviceInsightsTrial"],
    ["DYN365_ENTERPRISE_CUSTOMER_SERVICE", "customerServiceEnterprise"],
    ["DYN365_CS_CHAT", "omnichannelChat"],
    ["DYN365_CS_MESSAGING", "omnichannelMessaging"],
    ["CDS_DB_CAPACITY", "dataverseDatabase"],
    ["CDS_FILE_CAPACITY", "dataverseFile"],
    ["CDS_LOG_CAPACITY", "dataverseLog"],
  ])("by the part number %s alone", (partNumber, product) => {
    expect(resolve(nowhere, [], [], partNumber)).toMatchObject({ grade: "inferred", product });
  });

  it("by the plan that only the Customer Insights base is expected to carry", () => {
    expect(resolve(nowhere, [planIds.journeysBase])).toEqual({
      grade: "inferred",
      product: "customerInsightsBase",
      trialSku: false,
    });
  });

  it("by two plans that only Customer Service Premium has together", () => {
    expect(resolve(nowhere, [planIds.serviceEnterprise, planIds.contactCenter])).toMatchObject({
      grade: "inferred",
      product: "customerServicePremium",
    });
  });

  it("by a plan that several SKUs of one product carry", () => {
    expect(resolve(nowhere, ["7b0640f1-63cc-4f83-b8c6-0a4d78b8b988"])).toMatchObject({ product: "copilotStudio" });
    const oldInsights = ["ee85d528-c4b4-4a99-9b07-fb9a1365dc93", "ca00cff5-2568-4d03-bb6c-a653a8f360ca"];
    expect(resolve(nowhere, oldInsights)).toEqual({ grade: "unknown" });
  });

  it("by plans that only one product has all of, beside plans that nobody knows", () => {
    const messaging = ["43b076f2-1123-45ba-a339-2e170ee58c53", "e304c3c3-f86c-4200-b174-1ade48805b22"];
    expect(resolve(nowhere, [messaging[1] ?? "", nowhere])).toMatchObject({ product: "omnichannelMessaging" });
    expect(resolve(nowhere, messaging)).toEqual({ grade: "unknown" });
  });

  it("by a trial's plan, as a trial", () => {
    expect(resolve(nowhere, ["ed8e8769-94c5-4132-a3e7-7543b713d51f"])).toEqual({
      ...{ grade: "inferred", product: "customerInsightsTrial", trialSku: true },
    });
  });

  it("by a plan that one product carries", () => {
    expect(resolve(nowhere, ["360bcc37-0c11-4264-8eed-9fa7a3297c9b"])).toMatchObject({
      grade: "inferred",
      product: "dataverseDatabase",
    });
  });
});

describe("other overrides", () => {
  it("say nothing about what a licence is", () => {
    const decided = { by: "Ada", at: "2026-01-02T03:04:05Z" };
    const price: Override = { kind: "price", product: "sales", cents: 1, currency: "USD", ...decided };
    const rate: Override = { kind: "conversionRate", from: "copilotMessages", to: "recordRoutes", rate: 2, ...decided };
    const sku: Override = { kind: "sku", skuId: nowhere, product: "dataverseLog", ...decided };
    expect(skuResolver([price, rate, sku])({ skuId: nowhere, skuPartNumber: "CONTOSO", planIds: [] })).toStrictEqual({
      ...{ grade: "exact", product: "dataverseLog", trialSku: false, override: decided },
    });
  });
});

describe("a plan that stands in several products decides nothing", () => {
  it.each([
    ["e626a4ec, in three SKUs of two models", [planIds.contacts50k]],
    ["the add-on plan of the interacted people packs", [planIds.journeysAddOn]],
    ["both plans of the T3 pack, which T1 and T2 share", [planIds.contacts50k, planIds.journeysAddOn]],
    ["Contact Center, standalone or add-on", [planIds.contactCenter]],
    ["Contact Center Digital, standalone or add-on", [planIds.contactCenterDigital]],
    ["plans of two products", ["360bcc37-0c11-4264-8eed-9fa7a3297c9b", "dd12a3a8-caec-44f8-b4fb-2f1a864b51e3"]],
    [
      "Premium's two plans beside another product's",
      [planIds.serviceEnterprise, planIds.contactCenter, planIds.journeysBase],
    ],
    ["no plan that the catalogue knows", [nowhere]],
    ["no plan", []],
  ])("%s", (_name, plans) => {
    expect(resolve(nowhere, plans)).toEqual({ grade: "unknown" });
  });
});
