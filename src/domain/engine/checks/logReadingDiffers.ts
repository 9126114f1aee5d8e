import { grantsOf } from "../../catalog/grants";
import { editions } from "../../catalog/editions";
import type { Policy } from "../../settings";
import { entitle } from "../owned/entitle";
import { withPackSizes } from "../owned/overrides";
import type { QuotaCheck, QuotaInput } from "./check";

const meter = "storageLog";

/** Log that the licences give under one reading, in MB. */
const logUnder = (contactCenterLog: Policy["contactCenterLog"], { holdings, settings, asOf }: QuotaInput): number => {
  const { edition, overrides, policy } = settings;
  const grants = withPackSizes(
    grantsOf(edition).filter((grant) => grant.meter === meter),
    overrides.filter((override) => override.kind !== "packSize" || override.meter === meter),
  );
  return entitle(holdings, { ...{ grants, edition, overrides, asOf }, policy: { ...policy, contactCenterLog } }).reduce(
    (sum, { contribution }) => sum + contribution.amount,
    0,
  );
};

const officialFacts = ({ meters }: QuotaInput): { readonly official?: number } => {
  const official = meters.find((report) => report.meter === meter)?.official;
  return official === undefined ? {} : { official: official.owned };
};

/**
 * The guidance gives Contact Center 2 GB of log with each licence, the licensing guide 2 GB to the tenant
 * (CC.storage.log). Told until somebody has decided which reading stands.
 */
export const logReadingDiffers: QuotaCheck = (input) => {
  const { edition, policy } = input.settings;
  if (policy.contactCenterLog !== "edition") return [];
  const [perLicence, once] = [logUnder("perLicence", input), logUnder("once", input)];
  if (perLicence === once) return [];
  return [
    {
      id: `logReadingDiffers:${meter}`,
      kind: "logReadingDiffers",
      subjects: [{ type: "meter", id: meter, name: meter }],
      facts: {
        ...{ meter, unit: "megabytes", perLicence, once, difference: perLicence - once },
        ...{ inForce: logUnder("edition", input), edition, editionTitle: editions[edition].title },
        ...officialFacts(input),
      },
    },
  ];
};
