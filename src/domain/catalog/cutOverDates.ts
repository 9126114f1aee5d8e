/** Days on which a rule changed. UTC days, `2024-06-30`; a rule compares them with its own date, never with a clock. */
import type { Day } from "../snapshot/activity";
import type { ProductId } from "./products";

/** First day without a limit on paid installations (CI-J.install.limit). */
export const installsUnlimitedFrom: Day = "2024-06-30";

/** Last day on which a licence showed in the home geography only (CI-J.geo.visibility). */
export const homeGeoOnlyUntil: Day = "2024-06-14";

/** Last day before the outbound module began to be removed (CI-J.install.outbound). */
export const outboundUntil: Day = "2025-06-30";

interface LegacyOffers {
  readonly products: readonly ProductId[];
  /** A renewal is contracted before this day. */
  readonly contractedBefore: Day;
  /** The term of the last renewal ends by this day. */
  readonly endingBy: Day;
}

/** Offers from before September 2023 and their last renewal (CI-J.legacy.renewal). */
export const legacyOffers: LegacyOffers = {
  products: ["marketingBase", "marketingAttach", "legacyInsightsBase", "legacyInsightsAttach"],
  contractedBefore: "2025-09-01",
  endingBy: "2027-09-01",
};

/** Days for which a storage extension runs, once per tenant (STO.extension). */
export const storageExtensionDays = 30;
