/** One report a licence, with what it gives. */
import { products } from "../../catalog/products";
import type { LicenceReport } from "../../snapshot/snapshot";
import type { Line } from "../owned/entitle";
import { grants, groupedByHolding } from "./holdings";
import type { Licence } from "./licences";

type Grants = LicenceReport["grants"];

/** What comes once or in blocks stands with the first licence of its kind. */
const share = ({ spread, contribution }: Line, licence: Licence, isFirst: boolean): number => {
  if (spread === "unit") return contribution.perUnit * licence.quantity;
  if (spread === "subscription") return contribution.perUnit;
  return isFirst ? contribution.amount : 0;
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

const linesOf = (licence: Licence, lines: readonly Line[]): readonly Line[] => {
  const { resolved, skuPartNumber, trial } = licence;
  return lines.filter(
    ({ holding }) =>
      resolved.grade !== "unknown" &&
      holding.product === resolved.product &&
      holding.skuPartNumber === skuPartNumber &&
      holding.grade === resolved.grade &&
      holding.trial === (trial === true),
  );
};

const nameOf = ({ resolved }: Licence): Pick<LicenceReport, "product" | "productName"> =>
  resolved.grade === "unknown" ? {} : { product: resolved.product, productName: products[resolved.product].name };

const overrideOf = ({ resolved }: Licence): Pick<LicenceReport, "override"> =>
  resolved.grade === "unknown" || resolved.override === undefined ? {} : { override: resolved.override };

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
  ...nameOf(licence),
  grade: licence.resolved.grade,
  state: licence.state,
  ...(licence.trial === undefined ? {} : { trial: licence.trial }),
  quantity: licence.quantity,
  ...timesOf(licence),
  ...overrideOf(licence),
  grants: given,
  ...(licence.mayGrant === undefined ? {} : { mayGrant: licence.mayGrant }),
});

/** Reports in the order of the licences. Over all licences the grants of a meter add up to what is owned of it. */
export const licenceReports = (licences: readonly Licence[], lines: readonly Line[]): readonly LicenceReport[] => {
  const groups = [...groupedByHolding(licences).values()];
  const firsts = new Set(groups.map((group) => group.find(({ quantity }) => quantity > 0)));
  return licences.map((licence) => {
    const mine = grants(licence) && licence.quantity > 0 ? linesOf(licence, lines) : [];
    return reportOf(licence, merged(grantsOf(licence, firsts.has(licence), mine)));
  });
};
