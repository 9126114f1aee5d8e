/** What closes a gap between cases needed and cases owned (CSI.balance). */
import { caseOffers } from "../../catalog/cases";
import type { Grant } from "../../catalog/grant";
import type { ProductId } from "../../catalog/products";

const casesOf = (offer: ProductId, grants: readonly Grant[]): number | undefined =>
  grants.find(({ product, meter, amount }) => product === offer && meter === "cases" && amount > 0)?.amount;

/** Cases that one add-on gives; `undefined` until the customer says it, as no source does. */
export const casesPerAddOn = (grants: readonly Grant[]): number | undefined => casesOf(caseOffers.addOn, grants);

/** Cases that one user licence gives. */
export const casesPerUser = (grants: readonly Grant[]): number | undefined => casesOf(caseOffers.user, grants);

/** Add-ons that cover what is over; `undefined` when their size is not known. */
export const addOnsNeeded = (over: number, casesEach: number | undefined): number | undefined =>
  casesEach === undefined ? undefined : Math.ceil(over / casesEach);

/** User licences that would bear all that is required, in place of add-ons. */
export const usersNeeded = (required: number, casesEach: number): number => Math.ceil(required / casesEach);

export interface CaseBalance {
  readonly over: number;
  readonly addOnsNeeded?: number;
  readonly usersNeeded?: number;
}

/** Cases required against cases owned; `grants` are the rows of the edition with the customer's pack sizes. */
export const caseBalance = (required: number, capacity: number, grants: readonly Grant[]): CaseBalance => {
  const over = Math.max(0, required - capacity);
  const addOns = addOnsNeeded(over, casesPerAddOn(grants));
  const each = casesPerUser(grants);
  return {
    over,
    ...(addOns === undefined ? {} : { addOnsNeeded: addOns }),
    ...(each === undefined ? {} : { usersNeeded: usersNeeded(required, each) }),
  };
};
