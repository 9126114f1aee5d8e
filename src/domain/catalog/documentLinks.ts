/**
 * Public addresses of documents, language left to the reader. A document without a row has no address that is known
 * to hold; page names follow the published repositories of the documentation.
 */
import { documents, type DocumentKey } from "./documents";
import { rules, type RuleId } from "./rules";

const learn = "https://learn.microsoft.com";
const journeys = `${learn}/dynamics365/customer-insights/journeys`;

export const documentLinks: Partial<Readonly<Record<DocumentKey, string>>> = {
  customerInsights: `${journeys}/license-setup`,
  licensingGuide: "https://go.microsoft.com/fwlink/?LinkId=866544",
  purchase: `${journeys}/purchase`,
  setup: `${journeys}/setup`,
  faq: `${journeys}/ci-faq`,
  quotaManagement: `${journeys}/quota-management`,
  fairUse: `${journeys}/fair-use-policy`,
  throughput: `${journeys}/real-time-marketing-throughput-guidance`,
  trialLimits: `${journeys}/trial-preview-limits`,
  trialSignup: `${journeys}/trial-signup`,
  adminPractices: `${journeys}/admin-best-practices`,
  copyRestore: `${journeys}/copy-or-restore`,
  transition: `${journeys}/transition-faqs`,
  dataLimits: `${learn}/dynamics365/customer-insights/data/service-limits`,
  capacity: `${learn}/power-platform/admin/capacity-storage`,
  storageNews: `${learn}/power-platform/admin/whats-new-storage`,
  contactCenterRequirements: `${learn}/dynamics365/contact-center/implement/system-requirements-contact-center`,
  restrictedTables: `${learn}/power-apps/maker/data-platform/data-platform-restricted-entities`,
  skuList: `${learn}/entra/identity/users/licensing-service-plan-reference`,
  licenceUnits: `${learn}/graph/api/resources/licenseunitsdetail`,
};

const byTitle: ReadonlyMap<string, string | undefined> = new Map(
  Object.entries(documents).map(([key, title]) => [title, new Map(Object.entries(documentLinks)).get(key)]),
);

/** Address of a document by its title, as a rule or a contribution names it; undefined when none is known. */
export const linkOfDocument = (title: string): string | undefined => byTitle.get(title);

/** Address of the document behind a rule. */
export const linkOf = (rule: RuleId): string | undefined => linkOfDocument(rules[rule].document);
