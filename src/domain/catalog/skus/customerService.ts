/** Contact Center, Customer Service, Customer Service Insights and the old Omnichannel add-ins. */
import type { Row, UnpublishedRow } from "./row";

const center = "2a9d72b3-1714-440f-babf-bf92bf9683d8";
const centerDigital = "0ef2b4e3-0a2b-450d-8c5f-a52203c40f50";
const centerVoice = "57517633-b4ad-4db8-8c1a-65f443424490";
const serviceEnterprise = "99340b49-fb81-4b1e-976b-8f2ae8e9394f";
const serviceEnterpriseGov = "dc6643d9-1e72-4dce-9f64-1d6eac1f1c5a";
/** Plans of the old add-ins; every Contact Center plan carries those of its channels too, so they tell nothing alone. */
const oldVoice = "f6ec6dfa-2402-468d-a455-89be11116d43";
const messagingService = "47c2b191-a5fb-4129-b690-00c474d2f623";
const oldMessaging = ["43b076f2-1123-45ba-a339-2e170ee58c53", messagingService];
const oldChannels = [oldVoice, messagingService];
const messagingGov = "9d37aa61-3cc3-457c-8b54-e6f3853aa6b6";
const serviceTrial = ["94fb67d3-465f-4d1f-a50a-952da079a564", "33f1466e-63a6-464c-bf6a-d1787928a56a"];

export const customerServiceSkus: readonly Row[] = [
  ["dfb1700c-013e-4132-8bce-0d319c43a95d", "DYNAMICS_365_CONTACT_CENTER", "contactCenter", [center, ...oldChannels]],
  [
    "59d3d0bf-df39-4b8b-8601-ea6c09a7fd66",
    "DYNAMICS_365_CONTACT_CENTER_DIGITAL",
    "contactCenterDigital",
    [centerDigital, ...oldMessaging],
  ],
  [
    "79e2368c-4568-48d5-a352-b0344afabcf8",
    "DYNAMICS_365_CONTACT_CENTER_VOICE",
    "contactCenterVoice",
    [centerVoice, oldVoice],
  ],
  [
    "39a78eb6-3a8a-4e1e-878a-575a5c8984e7",
    "DYNAMICS_365_CONTACT_CENTER_ADD_ON_FOR_CUSTOMER_SERVICE_ENTERPRISE",
    "contactCenterAddOn",
    [center, ...oldChannels],
  ],
  [
    "7e6e6091-1680-4532-9370-6cd4598483ac",
    "DYNAMICS_365_CONTACT_CENTER_DIGITAL_ADD_ON_FOR_CUSTOMER_SERVICE_ENTERPRISE",
    "contactCenterDigitalAddOn",
    [centerDigital, ...oldMessaging],
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
    [],
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
    "65758a5f-2e16-43b3-a8cb-296cd8f69e09",
    "D365_ENTERPRISE_CUSTOMER_SERVICE_GOV",
    "customerServiceEnterprise",
    [serviceEnterpriseGov],
  ],
  [
    "3c74d823-8f01-4fe8-82d5-f089a5504cec",
    "DYN365_ENTERPRISE_CUSTOMER_SERVICE_GOV",
    "customerServiceEnterprise",
    [serviceEnterpriseGov],
  ],
  [
    "19dec69d-d9f3-4792-8a39-d8ecdf51937b",
    "D365_CUSTOMER_SERVICE_PRO_ATTACH",
    "customerServiceProfessional",
    ["a9dd2dca-10ae-4da2-aaf0-d3fe8a825110"],
  ],
  [
    "1b399f66-be2a-479c-a79d-84a43a46f79e",
    "DYN365_CS_CHAT_GOV",
    "omnichannelChat",
    ["ffb878a5-3184-472b-800b-65eadc63d764"],
  ],
  [
    "336dfe1f-3b33-4ab4-b395-cba8f614976d",
    "DYN365_CS_MESSAGING_GOV",
    "omnichannelMessaging",
    ["e304c3c3-f86c-4200-b174-1ade48805b22", messagingGov],
  ],
  [
    "6ec542c9-2a86-4d4a-8a52-d233eb58ef0a",
    "DYN365_CS_OC_MESSAGING_VOICE_GOV",
    "omnichannelMessagingVoice",
    ["411b0c93-8f89-455e-a663-c0a3effd12c3", messagingGov],
  ],
];

export const unpublishedCustomerService: readonly UnpublishedRow[] = [
  { product: "customerServicePremium", plans: [center, serviceEnterprise] },
  { product: "omnichannelMessaging", skuPartNumber: "DYN365_CS_MESSAGING" },
  { product: "serviceInsights", skuPartNumber: "D365_CSI_STANDALONE" },
  { product: "serviceInsightsCases", skuPartNumber: "D365_CSI_ADDON" },
];
