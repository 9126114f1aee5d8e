/** The licences of a snapshot as the engine takes them: the same holdings as on the day when it was made. */
import { isProductId } from "../../catalog/products";
import type { Read, SourceId } from "../../measured";
import type { LicenceReport, Snapshot } from "../../snapshot/snapshot";
import type { DirectoryReads } from "../licences/certainty";
import type { Licence } from "../licences/licences";
import type { ResolvedSku } from "../licences/resolveSku";

const resolvedOf = ({ grade, product, trial, override }: LicenceReport): ResolvedSku => {
  if (grade === "unknown" || product === undefined || !isProductId(product)) return { grade: "unknown" };
  return { grade, product, trialSku: trial === true, ...(override === undefined ? {} : { override }) };
};

/** A product of a newer catalogue may give to what it gave to when the snapshot was made. */
const mayGrantOf = (report: LicenceReport): Pick<Licence, "mayGrant"> => {
  if (resolvedOf(report).grade !== "unknown") return {};
  return { mayGrant: report.mayGrant ?? report.grants.map(({ meter }) => meter) };
};

/** Service plans are not needed any more: the licence is resolved. */
const licenceOf = (report: LicenceReport): Licence => ({
  ...mayGrantOf(report),
  ...{ id: report.id, skuId: report.skuId, skuPartNumber: report.skuPartNumber, planNames: [] },
  ...{ resolved: resolvedOf(report), state: report.state, trial: report.trial, quantity: report.quantity },
  ...(report.renewsAt === undefined ? {} : { renewsAt: report.renewsAt }),
  ...(report.renewal === undefined ? {} : { renewal: report.renewal }),
});

/** In the order of the snapshot. A product that this catalogue does not know is an unknown licence. */
export const heldLicences = ({ licences }: Pick<Snapshot, "licences">): readonly Licence[] => licences.map(licenceOf);

/** Whether a source was read and when; what it said is in the licences. */
const readOf = ({ sources }: Pick<Snapshot, "sources">, source: SourceId): Read<readonly never[]> => {
  const report = sources.find((item) => item.source === source);
  return report?.asOf === undefined
    ? { kind: "notRead", source, reason: report?.reason ?? { code: "sourceNotRead" } }
    : { kind: "read", source, asOf: report.asOf, value: [] };
};

export const directoryOf = (snapshot: Pick<Snapshot, "sources">): DirectoryReads => ({
  subscribedSkus: readOf(snapshot, "graph.subscribedSkus"),
  companySubscriptions: readOf(snapshot, "graph.subscriptions"),
});
