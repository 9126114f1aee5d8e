/** What is sold. Some products have no published SKU identifier; they are products all the same. */
import type { RuleSource } from "../snapshot/snapshot";
import { documents } from "./documents";

export interface Product {
  /** The name on the price list; not translated. */
  readonly name: string;
  readonly source: RuleSource;
}

const guidance = {
  document: documents.customerInsights,
  section: "Purchase guidance for Dynamics 365 Customer Insights",
};
const guide = { document: documents.licensingGuide, section: "p. 21-22" };
const list = { document: documents.skuList, section: "Product names" };
const lists = { document: documents.publicSkuLists, section: "Product names" };
const plans = { document: documents.contactCenter, section: "Subscription plan options" };
const routing = { document: documents.contactCenter, section: "Record routing allotments" };
const voice = { document: documents.contactCenter, section: "Voice allotments" };
const cases = { document: documents.serviceInsights, section: "Case capacity add-on licensing" };

/** By product id, in the order in which contribution lines stand. */
export const products = {
  customerInsightsBase: { name: "Dynamics 365 Customer Insights", source: guidance },
  customerInsightsAttach: { name: "Dynamics 365 Customer Insights Attach", source: guidance },
  interactedPeopleT1: { name: "Customer Insights Interacted People T1 (5,000)", source: guide },
  interactedPeopleT2: { name: "Customer Insights Interacted People T2 (10,000)", source: guide },
  interactedPeopleT3: { name: "Customer Insights Interacted People T3 (50,000)", source: guide },
  unifiedPeopleT1: { name: "Customer Insights Unified People T1 (100,000)", source: guide },
  unifiedPeopleT2: { name: "Customer Insights Unified People T2 (100,000)", source: guide },
  unifiedPeopleT3: { name: "Customer Insights Unified People T3 (100,000)", source: guide },
  sendingBurst: {
    name: "Customer Insights 500,000 Sending Burst",
    source: { document: documents.customerInsights, section: "Entitlement details" },
  },
  customerInsightsUser: { name: "Dynamics 365 Customer Insights User License", source: list },
  customerInsightsTrial: { name: "Dynamics 365 Customer Insights Viral Trial", source: list },
  marketingBase: { name: "Dynamics 365 Marketing (standalone)", source: list },
  marketingAttach: { name: "Dynamics 365 Marketing Attach (standalone)", source: list },
  marketingBusiness: { name: "Dynamics 365 Marketing Business Edition", source: list },
  marketingContactsT1: { name: "Dynamics 365 Marketing Additional Contacts T1", source: list },
  marketingContactsT2: { name: "Dynamics 365 Marketing Additional Contacts T2", source: lists },
  marketingContactsT3: { name: "Dynamics 365 Marketing Additional Contacts T3", source: list },
  marketingContactsT4: { name: "Dynamics 365 Marketing Additional Contacts T4", source: lists },
  marketingContactsT5: { name: "Dynamics 365 Marketing Additional Contacts T5", source: list },
  marketingContactsPlan: { name: "Dynamics 365 Marketing Additional Contacts for CE Plan", source: lists },
  marketingApplication: { name: "Dynamics 365 Marketing Additional Application", source: list },
  marketingSandboxApplication: { name: "Dynamics 365 Marketing Additional Non-Prod Application", source: list },
  marketingUser: { name: "Dynamics 365 Marketing USL", source: list },
  legacyInsightsBase: { name: "Dynamics 365 Customer Insights (standalone, before September 2023)", source: list },
  legacyInsightsAttach: {
    name: "Dynamics 365 Customer Insights Attach (standalone, before September 2023)",
    source: list,
  },
  legacyInsightsProfiles: { name: "Customer Insights Additional Profiles (standalone)", source: lists },
  contactCenter: { name: "Dynamics 365 Contact Center", source: plans },
  contactCenterDigital: { name: "Dynamics 365 Contact Center Digital", source: plans },
  contactCenterVoice: { name: "Dynamics 365 Contact Center Voice", source: plans },
  contactCenterAddOn: { name: "Contact Center Add-on to Customer Service Enterprise", source: plans },
  contactCenterDigitalAddOn: { name: "Contact Center Digital Add-on to Customer Service Enterprise", source: plans },
  contactCenterVoiceAddOn: { name: "Contact Center Voice Add-on to Customer Service Enterprise", source: plans },
  customerServicePremium: { name: "Dynamics 365 Customer Service Premium", source: plans },
  customerServiceEnterprise: { name: "Dynamics 365 Customer Service Enterprise", source: list },
  customerServiceEnterpriseAttach: { name: "Dynamics 365 Customer Service Enterprise Attach", source: list },
  customerServiceProfessional: { name: "Dynamics 365 Customer Service Professional", source: list },
  customerServiceTrial: { name: "Dynamics 365 Customer Service Enterprise Trial", source: list },
  unifiedRouting: { name: "Unified Routing add-on (10,000 routes)", source: routing },
  voicebotMinutes: { name: "Intelligent Voicebot minutes (500)", source: voice },
  callIntelligenceMinutes: { name: "Call Intelligence minutes (500)", source: voice },
  omnichannelVoice: { name: "Customer Service Voice Channel Add-in (Omnichannel)", source: list },
  omnichannelChat: { name: "Customer Service Chat (Omnichannel)", source: list },
  omnichannelMessaging: { name: "Customer Service Digital Messaging (Omnichannel)", source: lists },
  omnichannelMessagingVoice: {
    name: "Customer Service Digital Messaging and Voice Add-in (Omnichannel)",
    source: list,
  },
  serviceInsights: { name: "Dynamics 365 Customer Service Insights", source: cases },
  serviceInsightsCases: { name: "Customer Service Insights Additional Cases", source: cases },
  serviceInsightsTrial: { name: "Dynamics 365 Customer Service Insights Trial", source: list },
  customerEngagementPlan: { name: "Dynamics 365 Customer Engagement Plan", source: list },
  sales: { name: "Dynamics 365 Sales", source: list },
  fieldService: { name: "Dynamics 365 Field Service", source: list },
  finance: { name: "Dynamics 365 Finance", source: list },
  supplyChain: { name: "Dynamics 365 Supply Chain Management", source: list },
  commerce: { name: "Dynamics 365 Commerce", source: list },
  copilotStudio: { name: "Microsoft Copilot Studio (25,000 messages)", source: list },
  powerVirtualAgents: { name: "Power Virtual Agents (sessions)", source: list },
  copilotStudioUser: { name: "Microsoft Copilot Studio User License", source: list },
  copilotStudioTrial: { name: "Microsoft Copilot Studio Viral Trial", source: list },
  dataverseDatabase: { name: "Dataverse Database Capacity (1 GB)", source: list },
  dataverseFile: { name: "Dataverse File Capacity (1 GB)", source: list },
  dataverseLog: { name: "Dataverse Log Capacity (1 GB)", source: list },
  crmStorage: { name: "Dynamics CRM Online Additional Storage", source: list },
  crmInstance: { name: "Dynamics CRM Online Instance", source: list },
  crmTestInstance: { name: "Dynamics CRM Online Additional Test Instance", source: list },
} as const satisfies Record<string, Product>;

export type ProductId = keyof typeof products;

/** Whether a text, for example of the customer's settings, is the id of a product. */
export const isProductId = (text: string): text is ProductId => Object.hasOwn(products, text);
