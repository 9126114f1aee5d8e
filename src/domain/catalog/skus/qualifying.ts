/**
 * Apps that matter here only because their licences qualify for an attach price. Recognised by identifier alone: their
 * plans stand in bundles and trials too, and a guess would make a tenant eligible that is not.
 */
import type { Row } from "./row";

export const qualifyingSkus: readonly Row[] = [
  ["1e1a282c-9c54-43a2-9310-98ef728faace", "DYN365_ENTERPRISE_SALES", "sales", []],
  ["be9f9771-1c64-4618-9907-244325141096", "D365_SALES_PRO", "sales", []],
  ["2edaa1dc-966d-4475-93d6-8ee8dfd96877", "DYN365_SALES_PREMIUM", "sales", []],
  ["5b22585d-1b71-4c6b-b6ec-160b1a9c2323", "D365_SALES_ENT_ATTACH", "sales", []],
  ["245e6bf9-411e-481e-8611-5c08595e2988", "D365_SALES_PRO_ATTACH", "sales", []],
  ["e85b3345-2fd5-45cf-a196-7968d3e18e56", "D365_ENTERPRISE_SALES_GOV", "sales", []],
  ["28b275ce-aec7-4c26-82e2-1ffbc2746ad4", "DYN365_ENTERPRISE_SALES_GOV", "sales", []],
  ["229fa362-9d30-4dbc-8110-21b77a7f9b26", "D365_SALES_PRO_GOV", "sales", []],
  ["c7d15985-e746-4f01-b113-20b575898250", "DYN365_ENTERPRISE_FIELD_SERVICE", "fieldService", []],
  ["a36cdaa2-a806-4b6e-9ae0-28dbd993c20e", "D365_FIELD_SERVICE_ATTACH", "fieldService", []],
  ["8eac9119-7e6b-4278-9dc4-e3458993b08a", "D365_ENTERPRISE_FIELD_SERVICE_GOV", "fieldService", []],
  ["c3d74ead-70b7-4513-8dce-797be3fbe07a", "DYN365_ENTERPRISE_FIELD_SERVICE_GOV", "fieldService", []],
  ["55c9eb4e-c746-45b4-b255-9ab6b19d5c62", "DYN365_FINANCE", "finance", []],
  ["d721f2e4-099b-4105-b40e-872e46cad402", "DYN365_FINANCE_ATTACH", "finance", []],
  ["db5bd06c-b99a-4c54-98e9-90fea5164c88", "DYN365_FINANCE_ATTACH_ISVEMB_PROJOPS", "finance", []],
  ["f2e48cb3-9da0-42cd-8464-4a54ce198ad0", "DYN365_SCM", "supplyChain", []],
  ["090b4a96-8114-4c95-9c91-60e81ef53302", "DYN365_SCM_ATTACH", "supplyChain", []],
  ["9467fd84-2758-4287-b1fa-6a908c441b8a", "Dynamics_365_Supply_Chain_Management_Premium", "supplyChain", []],
  ["79909bd8-4c69-4202-939e-11bc4385b134", "DYN365_RETAIL", "commerce", []],
];
