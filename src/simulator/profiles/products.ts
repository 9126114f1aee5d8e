/** SKUs that a profile may own: ids, part numbers and distinctive service plans (apis.md section 2). */
import { guid } from "../chance";
import type { ProfileSku } from "../contracts";

export interface SkuRow {
  readonly skuId: string;
  readonly partNumber: string;
  readonly appliesTo: ProfileSku["appliesTo"];
  readonly plans: readonly (readonly [id: string, name: string])[];
}

const row = (appliesTo: SkuRow["appliesTo"], partNumber: string, skuId: string, ...plans: SkuRow["plans"]): SkuRow => ({
  appliesTo,
  partNumber,
  skuId,
  plans,
});

const cdsDatabase = ["360bcc37-0c11-4264-8eed-9fa7a3297c9b", "CDS_DB_CAPACITY"] as const;
const serviceEnterprise = ["99340b49-fb81-4b1e-976b-8f2ae8e9394f", "DYN365_ENTERPRISE_CUSTOMER_SERVICE"] as const;
const digital = ["0ef2b4e3-0a2b-450d-8c5f-a52203c40f50", "DYN365_CC_DIGITAL"] as const;
const voice = ["57517633-b4ad-4db8-8c1a-65f443424490", "DYN365_CC_VOICE"] as const;
const digitalAndVoice = ["2a9d72b3-1714-440f-babf-bf92bf9683d8", "DYN365_CC"] as const;

/** Published ids. */
export const skus = {
  insightsAttach: row(
    "Company",
    "Dynamics_365_Customer_Insights_Attach_New",
    "ff22b8d4-5073-4b24-ba45-84ad5d9b6642",
    ["1720c3f7-7da3-4a11-8324-92aad283eb68", "DYN365_CUSTOMER_INSIGHTS_JOURNEYS_BASE"],
    ["d66ee5da-07d5-49d6-a1d8-45662c3f37be", "CDS_CUSTOMER_INSIGHTS_COMBINED_BASE"],
    ["d04ca659-b119-4a92-b8fc-3ede584a9d65", "CDS_CUSTOMER_INSIGHTS_BASE"],
  ),
  interactedT3: row(
    "Company",
    "Dynamics_365_Customer_Insights_Journeys_T3_Interacted_People",
    "05735051-46c0-4c84-9107-bb13d77d0b88",
    ["e626a4ec-1ba2-409e-bf75-9bc0bc30cca7", "DYN365_MARKETING_50K_CONTACT_ADDON"],
    ["2f2e81a6-15de-4041-9f33-73c06fed3801", "CDS_CUSTOMER_INSIGHTS_JOURNEYS_ADD-ON"],
  ),
  insightsTrial: row("Company", "DYN365_CUSTOMER_INSIGHTS_VIRAL", "036c2481-aa8a-47cd-ab43-324f0c157c2d", [
    "ed8e8769-94c5-4132-a3e7-7543b713d51f",
    "DYN365_CUSTOMER_INSIGHTS_VIRAL",
  ]),
  insightsUser: row("User", "Dynamics_365_Customer_Insights_User_License", "12b5a442-a6f2-49e4-868b-2d7408c2356f", [
    "5d7a6abc-eebd-46ab-96e1-e4a2f54a2248",
    "DYN365_MARKETING_USER",
  ]),
  marketingApplication: row("Company", "DYN365_MARKETING_APPLICATION_ADDON", "99c5688b-6c75-4496-876f-07f0fbd69add", [
    "51cf0638-4861-40c0-8b20-1161ab2f80be",
    "DYN365_MARKETING_APPLICATION_ADDON",
  ]),
  marketingSandbox: row(
    "Company",
    "DYN365_MARKETING_SANDBOX_APPLICATION_ADDON",
    "c393e9bd-2335-4b46-8b88-9e2a86a85ec1",
    ["1599de10-5250-4c95-acf2-491f74edce48", "DYN365_MARKETING_SANDBOX_APPLICATION_ADDON"],
  ),
  contactCenterDigital: row(
    "User",
    "DYNAMICS_365_CONTACT_CENTER_DIGITAL",
    "59d3d0bf-df39-4b8b-8601-ea6c09a7fd66",
    digital,
  ),
  digitalAddOn: row(
    "User",
    "DYNAMICS_365_CONTACT_CENTER_DIGITAL_ADD_ON_FOR_CUSTOMER_SERVICE_ENTERPRISE",
    "7e6e6091-1680-4532-9370-6cd4598483ac",
    digital,
  ),
  voiceAddOn: row(
    "User",
    "DYNAMICS_365_CONTACT_CENTER_VOICE_ADD_ON_FOR_CUSTOMER_SERVICE_ENTERPRISE",
    "73e8b747-20bf-463d-8ffd-274a7d65d0bc",
    voice,
  ),
  customerServiceEnterprise: row(
    "User",
    "DYN365_ENTERPRISE_CUSTOMER_SERVICE",
    "749742bf-0d37-4158-a120-33567104deeb",
    serviceEnterprise,
    ["5b1e5982-0e88-47bb-a95e-ae6085eda612", "D365_CSI_EMBED_CSEnterprise"],
  ),
  copilotStudio: row("Company", "Power_Virtual_Agents", "75564b9c-51e8-431c-b8fe-d472d5a545c8", [
    "7b0640f1-63cc-4f83-b8c6-0a4d78b8b988",
    "VIRTUAL_AGENT_BASE_MESSAGES",
  ]),
  database: row("Company", "CDS_DB_CAPACITY", "e612d426-6bc3-4181-9658-91aa906b0ac0", cdsDatabase),
  file: row("Company", "CDS_FILE_CAPACITY", "631d5fb1-a668-4c2a-9427-8830665a742e", [
    "dd12a3a8-caec-44f8-b4fb-2f1a864b51e3",
    "CDS_FILE_CAPACITY",
  ]),
} satisfies Record<string, SkuRow>;

/** Made up, because tenants do hold SKUs that no public list has. Each says why a reader may or may not know it. */
export const inventedSkus = {
  /** Unknown id with the plan of the database add-on: can be inferred. */
  databasePromotion: row("Company", "CDS_DB_CAPACITY_PROMO", guid(0, "sku/CDS_DB_CAPACITY_PROMO"), cdsDatabase),
  /** Neither id nor plan is known: can only be shown. */
  eventsPreview: row("Company", "D365_MARKETING_EVENTS_PREVIEW", guid(0, "sku/D365_MARKETING_EVENTS_PREVIEW"), [
    guid(0, "plan/D365_MARKETING_EVENTS_PREVIEW"),
    "D365_MARKETING_EVENTS_PREVIEW",
  ]),
  /** No id is published for Customer Service Premium; these are the plans that it is expected to carry (apis.md 2.2). */
  customerServicePremium: row(
    "User",
    "DYNAMICS_365_CUSTOMER_SERVICE_PREMIUM",
    guid(0, "sku/DYNAMICS_365_CUSTOMER_SERVICE_PREMIUM"),
    digitalAndVoice,
    serviceEnterprise,
  ),
} satisfies Record<string, SkuRow>;

type Subscription = ProfileSku["subscriptions"][number];

export interface Bought extends Partial<Omit<Subscription, "id" | "quantity">> {
  readonly quantity: number;
}

/** One SKU of a tenant with its subscriptions; ids follow from the seed and the SKU. */
export const owned =
  (seed: number, createdAt: string) =>
  (sku: SkuRow, bought: readonly Bought[], assigned = 0, firstHolder?: number): ProfileSku => ({
    skuId: sku.skuId,
    skuPartNumber: sku.partNumber,
    appliesTo: sku.appliesTo,
    servicePlans: sku.plans.map(([id, name]) => ({ id, name })),
    subscriptions: bought.map((one, index) => ({
      id: guid(seed, `subscription/${sku.partNumber}/${index}`),
      status: "Enabled",
      isTrial: false,
      createdAt,
      ...one,
    })),
    assigned,
    ...(firstHolder === undefined ? {} : { firstHolder }),
  });
