/** Dataverse storage (`STO.*`). */
import { computes, finds, informs, type Rule } from "./rule";

const exceeding = "Changes for exceeding storage capacity entitlements";

export const storageRules = {
  "STO.entitlement.tenant": computes(
    "Storage owned is one default for the tenant, what each licence accrues, and bought add-ons of 1 GB.",
    "capacity",
    "Capacity, how it is calculated",
  ),
  "STO.env.excluded": computes(
    "Teams, trial, preview, support and developer environments take nothing of the storage pools.",
    "capacity",
    "Environments and their types",
  ),
  "STO.env.default": computes(
    "The default environment brings 3 GB database, 3 GB file and 1 GB log, and only what is above counts.",
    "capacity",
    "Default environment",
  ),
  "STO.thresholds": computes(
    "Under 15 % free is near the limit and under 5 % free is critical, after cover by other pools.",
    "capacity",
    exceeding,
  ),
  "STO.overflow": computes(
    "Spare database covers log and file, spare log covers file, spare file covers nothing.",
    "capacity",
    exceeding,
  ),
  "STO.blocked-operations": computes(
    "While storage is over, environments cannot be created, copied, restored, recovered, converted or given a database; some need 1 GB free at any time.",
    "capacity",
    exceeding,
  ),
  "STO.extension": computes(
    "Once per tenant, 30 days of extension let environments be copied and restored while storage is over, not created.",
    "storageNews",
    "Extension",
  ),
  "STO.allocation": finds(
    "Capacity can be set aside for an environment in whole GB; above 85 % of it there are mails and no other effect.",
    "capacity",
    "Allocate capacity",
  ),
  "STO.report.delta": informs(
    { meters: ["storageDatabase", "storageFile", "storageLog"] },
    "The search index counts as database, attachments as file, audit, plug-in traces and elastic tables as log; the admin center shows the largest tables and three months of days.",
    "capacity",
    "Storage per environment",
  ),
} as const satisfies Readonly<Record<string, Rule>>;
