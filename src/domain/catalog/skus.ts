/**
 * How a product appears among the tenant's licences. Identifiers are lower-case GUIDs of Microsoft's public list.
 *
 * `plans` are the service plans that tell the product from others. A plan may stand in several SKUs - e626a4ec is in
 * three of different models - and then tells nothing alone; `resolveSku` sees that from these very rows.
 * A row without `skuId` is a product whose identifier is not published: it can be recognised by part number or plans only.
 */
import type { RuleSource } from "../snapshot/snapshot";
import { documents } from "./documents";
import type { ProductId } from "./products";

export interface Sku {
  readonly skuId?: string;
  readonly skuPartNumber?: string;
  readonly product: ProductId;
  readonly plans: readonly string[];
  readonly trial: boolean;
  readonly source: RuleSource;
}

const journeysBase = "1720c3f7-7da3-4a11-8324-92aad283eb68";
const insightsCombined = "d66ee5da-07d5-49d6-a1d8-45662c3f37be";
const insightsBase = "d04ca659-b119-4a92-b8fc-3ede584a9d65";
const journeysAddOn = "2f2e81a6-15de-4041-9f33-73c06fed3801";
const contacts50k = "e626a4ec-1ba2-409e-bf75-9bc0bc30cca7";
const marketingUser = "5d7a6abc-eebd-46ab-96e1-e4a2f54a2248";
const marketingApp = "a3a4fa10-5092-401a-af30-0462a95a7ac8";
const oldInsights = ["ee85d528-c4b4-4a99-9b07-fb9a1365dc93", "ca00cff5-2568-4d03-bb6c-a653a8f360ca"];
const center = "2a9d72b3-1714-440f-babf-bf92bf9683d8";
const centerDigital = "0ef2b4e3-0a2b-450d-8c5f-a52203c40f50";
const centerVoice = "57517633-b4ad-4db8-8c1a-65f443424490";
const serviceEnterprise = "99340b49-fb81-4b1e-976b-8f2ae8e9394f";
/** Plan of the old voice add-in; the Contact Center add-ons carry it too. */
const oldVoice = "f6ec6dfa-2402-468d-a455-89be11116d43";
const serviceTrial = ["94fb67d3-465f-4d1f-a50a-952da079a564", "33f1466e-63a6-464c-bf6a-d1787928a56a"];

type Row = readonly [
  skuId: string,
  skuPartNumber: string,
  product: ProductId,
  plans: readonly string[],
  trial?: "trial",
];

/** Rows with a published identifier. */
const published: readonly Row[] = [
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
  ["dfb1700c-013e-4132-8bce-0d319c43a95d", "DYNAMICS_365_CONTACT_CENTER", "contactCenter", [center]],
  [
    "59d3d0bf-df39-4b8b-8601-ea6c09a7fd66",
    "DYNAMICS_365_CONTACT_CENTER_DIGITAL",
    "contactCenterDigital",
    [centerDigital],
  ],
  ["79e2368c-4568-48d5-a352-b0344afabcf8", "DYNAMICS_365_CONTACT_CENTER_VOICE", "contactCenterVoice", [centerVoice]],
  [
    "39a78eb6-3a8a-4e1e-878a-575a5c8984e7",
    "DYNAMICS_365_CONTACT_CENTER_ADD_ON_FOR_CUSTOMER_SERVICE_ENTERPRISE",
    "contactCenterAddOn",
    [center, oldVoice],
  ],
  [
    "7e6e6091-1680-4532-9370-6cd4598483ac",
    "DYNAMICS_365_CONTACT_CENTER_DIGITAL_ADD_ON_FOR_CUSTOMER_SERVICE_ENTERPRISE",
    "contactCenterDigitalAddOn",
    [centerDigital, oldVoice],
  ],
  [
    "73e8b747-20bf-463d-8ffd-274a7d65d0bc",
    "DYNAMICS_365_CONTACT_CENTER_VOICE_ADD_ON_FOR_CUSTOMER_SERVICE_ENTERPRISE",
    "contactCenterVoiceAddOn",
    [centerVoice, oldVoice],
  ],
  [
    "749742bf-0d37-4158-a120-33567104deeb",
    "DYN365_ENTERPRISE_CUSTOMER_SERVICE",
    "customerServiceEnterprise",
    [serviceEnterprise, "5b1e5982-0e88-47bb-a95e-ae6085eda612"],
  ],
  [
    "eb18b715-ea9d-4290-9994-2ebf4b5042d2",
    "D365_CUSTOMER_SERVICE_ENT_ATTACH",
    "customerServiceEnterpriseAttach",
    ["61a2665f-1873-488c-9199-c3d0bc213fdf"],
  ],
  [
    "1439b6e2-5d59-4873-8c59-d60e2a196e92",
    "DYN365_CUSTOMER_SERVICE_PRO",
    "customerServiceProfessional",
    ["6929f657-b31b-4947-b4ce-5066c3214f54"],
  ],
  [
    "1e615a51-59db-4807-9957-aa83c3657351",
    "Dynamics_365_Customer_Service_Enterprise_viral_trial",
    "customerServiceTrial",
    serviceTrial,
    "trial",
  ],
  [
    "94a6fbd4-6a2f-4990-b356-dc7dd8bed08a",
    "Dynamics_365_Customer_Service_Enterprise_admin_trial",
    "customerServiceTrial",
    serviceTrial,
    "trial",
  ],
  [
    "dadd2312-b5b1-4fa0-8c15-0903de3e2303",
    "DYN365_CS_VOICE",
    "omnichannelVoice",
    [oldVoice, "a3dce1be-e9ca-453a-9483-e69a5b46ce98"],
  ],
  [
    "7d7af6c2-0be6-46df-84d1-c181b0272909",
    "DYN365_CS_CHAT",
    "omnichannelChat",
    ["f69129db-6dc1-4107-855e-0aaebbcd9dd4"],
  ],
  [
    "61e6bd70-fbdb-4deb-82ea-912842f39431",
    "DYN365_AI_SERVICE_INSIGHTS",
    "serviceInsightsTrial",
    ["4ade5aa6-5959-4d2c-bf0a-f4c9e2cc00f2"],
    "trial",
  ],
  [
    "ea126fc5-a19e-42e2-a731-da9d437bffcf",
    "DYN365_ENTERPRISE_PLAN1",
    "customerEngagementPlan",
    ["1412cdc1-d593-4ad1-9050-40c30ad0b023"],
  ],
  [
    "75564b9c-51e8-431c-b8fe-d472d5a545c8",
    "Power_Virtual_Agents",
    "copilotStudio",
    ["7b0640f1-63cc-4f83-b8c6-0a4d78b8b988"],
  ],
  [
    "e4e55366-9635-46f4-a907-fc8c3b5ec81f",
    "VIRTUAL_AGENT_BASE",
    "powerVirtualAgents",
    ["f6934f16-83d3-4f3b-ad27-c6e9c187b260"],
  ],
  [
    "4b74a65c-8b4a-4fc8-9f6b-5177ed11ddfa",
    "VIRTUAL_AGENT_USL",
    "copilotStudioUser",
    ["1263586c-59a4-4ad0-85e1-d50bc7149501"],
  ],
  [
    "606b54a9-78d8-4298-ad8b-df6ef4481c80",
    "CCIBOTS_PRIVPREV_VIRAL",
    "copilotStudioTrial",
    ["ce312d15-8fdf-44c0-9974-a25a177125ee"],
    "trial",
  ],
  ["d7974fa0-ddd7-4899-9589-1ea04273aa26", "Power_Virtual_Agents_for_GCC_GCC", "copilotStudio", []],
  [
    "e612d426-6bc3-4181-9658-91aa906b0ac0",
    "CDS_DB_CAPACITY",
    "dataverseDatabase",
    ["360bcc37-0c11-4264-8eed-9fa7a3297c9b"],
  ],
  [
    "631d5fb1-a668-4c2a-9427-8830665a742e",
    "CDS_FILE_CAPACITY",
    "dataverseFile",
    ["dd12a3a8-caec-44f8-b4fb-2f1a864b51e3"],
  ],
  [
    "448b063f-9cc6-42fc-a0e6-40e08724a395",
    "CDS_LOG_CAPACITY",
    "dataverseLog",
    ["dc48f5c5-e87d-43d6-b884-7ac4a59e7ee9"],
  ],
  ["328dc228-00bc-48c6-8b09-1fbc8bc3435d", "CRMSTORAGE", "crmStorage", ["77866113-0f3e-4e6e-9666-b1e25c6f99b0"]],
  ["9d776713-14cb-4697-a21d-9a52455c738a", "CRMINSTANCE", "crmInstance", ["eeea837a-c885-4167-b3d5-ddde30cbd85f"]],
  [
    "e06abcc2-7ec5-4a79-b08b-d9c282376f72",
    "CRMTESTINSTANCE",
    "crmTestInstance",
    ["a98b7619-66c7-4885-bdfc-1d9c8c3d279f"],
  ],
];

const byPlans = { document: documents.skuList, section: "Service plans expected by the sister product" };
const byPartNumber = { document: documents.publicSkuLists, section: "Part numbers" };

const numbered = (skuPartNumber: string, product: ProductId, trial = false): Sku => ({
  skuPartNumber,
  product,
  plans: [],
  trial,
  source: byPartNumber,
});

const planned = (product: ProductId, plans: readonly string[]): Sku => ({
  product,
  plans,
  trial: false,
  source: byPlans,
});

/** Rows whose identifier is not published. All `plans` of a row must be there to recognise it. */
const unpublished = (): readonly Sku[] => [
  planned("customerInsightsBase", [journeysBase]),
  planned("interactedPeopleT1", [journeysAddOn]),
  planned("interactedPeopleT2", [journeysAddOn]),
  planned("customerServicePremium", [center, serviceEnterprise]),
  numbered("DYN365_MARKETING_CONTACT_ADDON_T2", "marketingContactsT2"),
  numbered("DYN365_MARKETING_CONTACT_ADDON_T4", "marketingContactsT4"),
  numbered("DYN365_MARKETING_CONTACT_CE_PLAN_ADDON", "marketingContactsPlan"),
  numbered("DYN365_CUSTOMER_INSIGHTS_ADDON", "legacyInsightsProfiles"),
  numbered("DYN365_CS_MESSAGING", "omnichannelMessaging"),
  numbered("D365_CSI_STANDALONE", "serviceInsights"),
  numbered("D365_CSI_ADDON", "serviceInsightsCases"),
];

/** Every row, those with an identifier first. */
export const allSkus = (): readonly Sku[] => [
  ...published.map(([skuId, skuPartNumber, product, plans, trial]) => ({
    skuId,
    skuPartNumber,
    product,
    plans,
    trial: trial !== undefined,
    source: { document: documents.skuList, section: skuPartNumber },
  })),
  ...unpublished(),
];

/** Names of SKUs that concern this product's meters; an unknown licence with one deserves a look. */
export const relatedNames =
  /CUSTOMER_INSIGHTS|MARKETING|CONTACT_CENTER|CS_|CUSTOMER_SERVICE|VIRTUAL_AGENT|CDS_|ROUTING/i;

/** Names of service plans that do. Narrower: every Office plan carries small Dataverse and agent plans along. */
export const relatedPlans = /CUSTOMER_INSIGHTS|MARKETING|CONTACT_CENTER|CUSTOMER_SERVICE|DYN365_CC/i;
