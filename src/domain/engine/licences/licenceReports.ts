/** One report a licence, with what it gives. */
import { products } from "../../catalog/products";
import type { LicenceReport } from "../../snapshot/snapshot";
import type { Line, Spread } from "../owned/entitle";
import { groupBy } from "../tally";
import { groupedByHolding, holdingKey, isGranting, keyOf, type Granting } from "./holdings";
import type { Licence } from "./licences";

type Grants = LicenceReport["grants"];

/** What comes once or in blocks stands with the first licence of its kind. */
const share = ({ spread, contribution }: Line, { quantity }: Licence, isFirst: boolean): number => {
  const { perUnit, amount } = contribution;
  const shares: Readonly<Record<Spread, number>> = {
    ...{ unit: perUnit * quantity, subscription: perUnit, whole: isFirst ? amount : 0 },
  };
  return shares[spread];
};

const grantsOf = (licence: Licence, isFirst: boolean, lines: readonly Line[]): Grants =>
  lines
    .map((line) => ({ meter: line.meter, amount: share(line, licence, isFirst) }))
    .filter(({ amount }) => amount > 0);

const merged = (rows: Grants): Grants => {
  const sums = new Map<Grants[number]["meter"], number>();
  for (const { meter, amount } of rows) sums.set(meter, (sums.get(meter) ?? 0) + amount);
  return [...sums].map(([meter, amount]) => ({ meter, amount }));
};

const identityOf = ({ resolved }: Licence): Pick<LicenceReport, "product" | "productName" | "grade" | "override"> => {
  if (resolved.grade === "unknown") return { grade: "unknown" };
  const { product, grade, override } = resolved;
  return { product, productName: products[product].name, grade, ...(override === undefined ? {} : { override }) };
};

const timesOf = ({
  renewsAt,
  renewal,
  createdAt,
}: Licence): Pick<LicenceReport, "renewsAt" | "renewal" | "createdAt"> => ({
  ...(renewsAt === undefined ? {} : { renewsAt }),
  ...(renewal === undefined ? {} : { renewal }),
  ...(createdAt === undefined ? {} : { createdAt }),
});

const reportOf = (licence: Licence, given: Grants): LicenceReport => ({
  ...{ id: licence.id, skuId: licence.skuId, skuPartNumber: licence.skuPartNumber },
  ...identityOf(licence),
  state: licence.state,
  ...(licence.trial === undefined ? {} : { trial: licence.trial }),
  quantity: licence.quantity,
  ...timesOf(licence),
  grants: given,
  ...(licence.mayGrant === undefined ? {} : { mayGrant: licence.mayGrant }),
});

/** Reports in the order of the licences. Over all licences the grants of a meter add up to what is owned of it. */
export const licenceReports = (licences: readonly Licence[], lines: readonly Line[]): readonly LicenceReport[] => {
  const groups = groupedByHolding(licences);
  const byKey = groupBy(lines, ({ holding }) => holdingKey(holding));
  const given = (licence: Granting): Grants => {
    const key = keyOf(licence);
    const isFirst = groups.get(key)?.[0] === licence;
    return merged(grantsOf(licence, isFirst, byKey.get(key) ?? []));
  };
  return licences.map((licence) => reportOf(licence, isGranting(licence) ? given(licence) : []));
};
