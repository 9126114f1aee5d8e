/**
 * What Contoso owns. Customer Insights (4 slots) and a legacy Marketing application (1 slot) allow five outbound installs;
 * the sandbox application that gave the sixth is suspended. Two of five database add-ons are in grace. Digital add-ons
 * outnumber the agents with Customer Service Enterprise. The trial licence has ended, its environments have not.
 */
import type { ProfileSku } from "../../contracts";
import { instant } from "../calendar";
import { inventedSkus, owned, skus } from "../products";

/** The agents hold Customer Service Enterprise and the add-on to it. */
const firstAgent = 60;

export const contosoLicences = (seed: number, now: Date): readonly ProfileSku[] => {
  const own = owned(seed, instant(now, -500));
  const renewal = instant(now, 230);
  const yearly = (quantity: number) => [{ quantity, nextLifecycleAt: renewal }];
  return [
    own(skus.insightsAttach, yearly(1)),
    own(skus.marketingApplication, [
      { quantity: 1, createdAt: instant(now, -1_400), nextLifecycleAt: instant(now, 40) },
    ]),
    own(skus.marketingSandbox, [
      { quantity: 1, status: "Suspended", createdAt: instant(now, -1_400), nextLifecycleAt: instant(now, 55) },
    ]),
    own(skus.insightsTrial, [
      {
        quantity: 1,
        status: "Suspended",
        isTrial: true,
        createdAt: instant(now, -51),
        nextLifecycleAt: instant(now, 9),
      },
    ]),
    own(skus.insightsUser, yearly(50), 34),
    own(skus.contactCenterDigital, yearly(6), 6),
    own(skus.customerServiceEnterprise, yearly(12), 12, firstAgent),
    own(skus.digitalAddOn, yearly(14), 12, firstAgent),
    own(skus.copilotStudio, yearly(1)),
    own(skus.database, [
      { quantity: 3, nextLifecycleAt: renewal },
      { quantity: 2, status: "Warning", createdAt: instant(now, -380), nextLifecycleAt: instant(now, 15) },
    ]),
    own(inventedSkus.databasePromotion, yearly(1)),
    own(inventedSkus.eventsPreview, yearly(3)),
  ];
};
