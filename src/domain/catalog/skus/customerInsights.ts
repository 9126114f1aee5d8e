/** Customer Insights, old and new, and the old Marketing. */
import type { Row, UnpublishedRow } from "./row";

const journeysBase = "1720c3f7-7da3-4a11-8324-92aad283eb68";
const insightsCombined = "d66ee5da-07d5-49d6-a1d8-45662c3f37be";
const insightsBase = "d04ca659-b119-4a92-b8fc-3ede584a9d65";
const journeysAddOn = "2f2e81a6-15de-4041-9f33-73c06fed3801";
const contacts50k = "e626a4ec-1ba2-409e-bf75-9bc0bc30cca7";
const marketingUser = "5d7a6abc-eebd-46ab-96e1-e4a2f54a2248";
const marketingApp = "a3a4fa10-5092-401a-af30-0462a95a7ac8";
const oldInsights = ["ee85d528-c4b4-4a99-9b07-fb9a1365dc93", "ca00cff5-2568-4d03-bb6c-a653a8f360ca"];

export const customerInsightsSkus: readonly Row[] = [
  [
    "ff22b8d4-5073-4b24-ba45-84ad5d9b6642",
    "Dynamics_365_Customer_Insights_Attach_New",
    "customerInsightsAttach",
    [journeysBase, insightsCombined, insightsBase],
  ],
  [
    "05735051-46c0-4c84-9107-bb13d77d0b88",
    "Dynamics_365_Customer_Insights_Journeys_T3_Interacted_People",
    "interactedPeopleT3",
    [contacts50k, journeysAddOn],
  ],
  ["0c250654-c7f7-461f-871a-7222f6592cf2", "DYN365_CUSTOMER_INSIGHTS_BASE", "legacyInsightsBase", oldInsights],
  ["a3d0cd86-8068-4071-ad40-4dc5b5908c4b", "DYN365_CUSTOMER_INSIGHTS_ATTACH", "legacyInsightsAttach", oldInsights],
  [
    "12b5a442-a6f2-49e4-868b-2d7408c2356f",
    "Dynamics_365_Customer_Insights_User_License",
    "customerInsightsUser",
    [marketingUser],
  ],
  [
    "036c2481-aa8a-47cd-ab43-324f0c157c2d",
    "DYN365_CUSTOMER_INSIGHTS_VIRAL",
    "customerInsightsTrial",
    ["ed8e8769-94c5-4132-a3e7-7543b713d51f"],
    "trial",
  ],
  ["00b861da-8087-4e30-beb8-8db3c6d9581e", "DYN365_MARKETING_APP", "marketingBase", [marketingApp]],
  ["85430fb9-02e8-48be-9d7e-328beb41fa29", "DYN365_MARKETING_APP_ATTACH", "marketingAttach", [marketingApp]],
  [
    "238e2f8d-e429-4035-94db-6926be4ffe7b",
    "DYN365_BUSINESS_MARKETING",
    "marketingBusiness",
    ["393a0c96-9ba1-4af0-8975-fa2f853a25ac"],
  ],
  [
    "fc4581aa-6b1f-459d-95b6-84bd49d6f843",
    "DYN365_MARKETING_CONTACT_ADDON",
    "marketingContactsT1",
    ["18db5075-2c70-408d-a82b-929059d782af"],
  ],
  ["23053933-0fda-431f-9a5b-a00fd78444c1", "DYN365_MARKETING_CONTACT_ADDON_T3", "marketingContactsT3", [contacts50k]],
  ["d8eec316-778c-4f14-a7d1-a0aca433b4e7", "DYN365_MARKETING_CONTACT_ADDON_T5", "marketingContactsT5", [contacts50k]],
  [
    "99c5688b-6c75-4496-876f-07f0fbd69add",
    "DYN365_MARKETING_APPLICATION_ADDON",
    "marketingApplication",
    ["51cf0638-4861-40c0-8b20-1161ab2f80be"],
  ],
  [
    "c393e9bd-2335-4b46-8b88-9e2a86a85ec1",
    "DYN365_MARKETING_SANDBOX_APPLICATION_ADDON",
    "marketingSandboxApplication",
    ["1599de10-5250-4c95-acf2-491f74edce48"],
  ],
  ["4b32a493-9a67-4649-8eb9-9fc5a5f75c12", "D365_MARKETING_USER", "marketingUser", [marketingUser]],
];

export const unpublishedCustomerInsights: readonly UnpublishedRow[] = [
  { product: "customerInsightsBase", plans: [journeysBase] },
  { product: "interactedPeopleT1", plans: [journeysAddOn] },
  { product: "interactedPeopleT2", plans: [journeysAddOn] },
  { product: "marketingContactsT2", skuPartNumber: "DYN365_MARKETING_CONTACT_ADDON_T2" },
  { product: "marketingContactsT4", skuPartNumber: "DYN365_MARKETING_CONTACT_ADDON_T4" },
  { product: "marketingContactsPlan", skuPartNumber: "DYN365_MARKETING_CONTACT_CE_PLAN_ADDON" },
  { product: "legacyInsightsProfiles", skuPartNumber: "DYN365_CUSTOMER_INSIGHTS_ADDON" },
];
