/** Licences that are Dynamics 365 by their name and that the catalogue does not know. */
import { counts, type Licence } from "./licences";

/** Narrow on purpose: by their plans, nearly all Office licences carry a piece of Dynamics 365 along. */
const dynamicsNames = /DYN365|D365|DYNAMICS/i;

const isUnknownApp = (licence: Licence): boolean =>
  licence.resolved.grade === "unknown" &&
  counts(licence) &&
  licence.quantity > 0 &&
  dynamicsNames.test(licence.skuPartNumber);

/** How many SKUs, each counted once: one of them may be of an app that a rule asks for. */
export const unknownAppsOf = (licences: readonly Licence[]): number =>
  new Set(licences.filter(isUnknownApp).map(({ skuId }) => skuId)).size;
