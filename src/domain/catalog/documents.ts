/** The documents that facts come from, each named once, with its date. */
export const documents = {
  customerInsights: "Customer Insights license guidance (2024-06-12)",
  serviceInsights: "Customer Service Insights: Licensing and case capacity considerations (2019-04-24)",
  contactCenter: "Dynamics 365 Contact Center: Licensing guidance (February 2025)",
  licensingGuide: "Dynamics 365 Licensing Guide, July 2026 (read through a public digest)",
  purchase: "Customer Insights documentation: purchase.md (2025-09)",
  getLicence: "Customer Insights documentation: customer-insights-license.md (2023-09)",
  setup: "Customer Insights documentation: setup.md (2025-04)",
  faq: "Customer Insights documentation: ci-faq.md (2024-07)",
  quotaManagement: "Customer Insights documentation: quota-management.md (2025-10)",
  fairUse: "Customer Insights documentation: fair-use-policy.md (2024-09)",
  throughput: "Customer Insights documentation: real-time-marketing-throughput-guidance.md (2023-12)",
  trialLimits: "Customer Insights documentation: trial-preview-limits.md (2024-03)",
  trialSignup: "Customer Insights documentation: trial-signup.md (2025-09)",
  adminPractices: "Customer Insights documentation: admin-best-practices.md (2024-05)",
  copyRestore: "Customer Insights documentation: copy-or-restore.md (2025-11)",
  transition: "Customer Insights documentation: transition-faqs.md (2025-06)",
  dataLimits: "Customer Insights documentation: data/service-limits.md (2024-04)",
  oldPurchase: "Customer Insights documentation: purchase.md (2023-08)",
  marketingSolutions: "Customer Insights documentation: marketing-solutions.md",
  capacity: "Power Platform documentation: capacity-storage.md (2026-01)",
  storageNews: "Power Platform documentation: whats-new-storage.md (2024-08)",
  contactCenterRequirements: "System requirements for Dynamics 365 Contact Center (2024-07)",
  restrictedTables: "Power Apps documentation: data-platform-restricted-entities.md (2021-06)",
  contactCenterPrices: "Public note that quotes the Contact Center pricing page",
  skuList: "Product names and service plan identifiers for licensing (2026-07-29)",
  publicSkuLists: "Public lists of SKU part numbers (no identifier given)",
  licenceUnits: "Microsoft Graph reference: licenseUnitsDetail and companySubscription",
  applicationPackages: "Power Platform provider for Terraform: recorded application packages (2026-08-21)",
  entitlementApi: "Power Platform API reference: licensing, entitlements (2026-07)",
  readingFigures: "Quota Panel: how figures are read",
} as const;

export type DocumentKey = keyof typeof documents;

/** 1 = licence guidance, 2 = product documentation, 3 = licensing guide at second hand, 4 = community, "own" = this product's own rule. */
export type Rank = 1 | 2 | 3 | 4 | "own";

const guidance: readonly DocumentKey[] = ["customerInsights", "serviceInsights", "contactCenter"];

const ranks: Partial<Readonly<Record<DocumentKey, Rank>>> = {
  ...Object.fromEntries(guidance.map((key) => [key, 1])),
  licensingGuide: 3,
  contactCenterPrices: 4,
  readingFigures: "own",
};

/** When documents disagree the lower number wins; product documentation is 2. */
export const rankOf = (document: DocumentKey): Rank => ranks[document] ?? 2;
