import type { LicenceReport, Snapshot } from "../../../src/domain";
import type { Locale } from "../Locale/Locale.types";
import { meterName } from "../meterWords";

export const licenceName = (licence: LicenceReport): string => licence.productName ?? licence.skuPartNumber;

export function stateWords(licence: LicenceReport, locale: Locale): string {
  const state = locale.text(`licence_${licence.state}`);
  if (licence.trial === undefined) return `${state} · ${locale.text("licence_trialUnknown")}`;
  return licence.trial ? `${state} · ${locale.text("mark_trial")}` : state;
}

const isOver: Readonly<Partial<Record<LicenceReport["state"], true>>> = {
  suspended: true,
  cancelled: true,
  deleted: true,
};

/** What the subscription gives, or why it gives nothing and what to do. */
export function grantWords(licence: LicenceReport, snapshot: Snapshot, locale: Locale): string {
  if (licence.grade === "unknown") return locale.text("licence_unknown");
  if (isOver[licence.state] === true) return locale.text("licence_notActive");
  const amounts = licence.grants.map(({ meter, amount }) => {
    const unit = snapshot.meters.find((report) => report.meter === meter)?.unit;
    const figure = unit === undefined ? locale.format.number(amount) : locale.format.exact(amount, unit);
    return locale.text("licence_grant", [meterName(meter, locale), figure]);
  });
  const grants = amounts.length === 0 ? locale.text("licence_noGrant") : amounts.join("; ");
  return licence.grade === "inferred" ? `${grants}. ${locale.text("licence_inferred")}` : grants;
}
