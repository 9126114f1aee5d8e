import { grantsOf } from "../../catalog/grants";
import type { ProductId } from "../../catalog/products";
import type { MeterReport, Subject } from "../../snapshot/snapshot";
import { counts, type Licence } from "../licences/licences";
import type { Check, CheckInput } from "./check";

/** Products whose trials bring a trial environment. */
const trialProducts = ({ settings }: CheckInput): ReadonlySet<ProductId> =>
  new Set(
    grantsOf(settings.edition)
      .filter(({ meter, trial }) => meter === "trialEnvironments" && trial === true)
      .map(({ product }) => product),
  );

/** Trial environments in use, when every one of them was read. */
const inUseOf = (meters: readonly MeterReport[]): readonly number[] =>
  meters.flatMap(({ meter, used, coverage }) =>
    meter === "trialEnvironments" && used.kind === "known" && coverage.read === coverage.total ? [used.value] : [],
  );

const subjectsOf = (licences: readonly Licence[]): readonly Subject[] => {
  const names = new Map(licences.map(({ skuId, skuPartNumber }) => [skuId, skuPartNumber]));
  return [...names].map(([id, name]) => ({ type: "sku", id, name }));
};

/** More trial subscriptions listed, in whatever state, than trial environments in use (CI-J.listing.noise). */
export const listingNoise: Check = (input) => {
  if (input.facts.companySubscriptions.kind === "notRead") return [];
  const products = trialProducts(input);
  const listed = input.licences.filter(
    ({ trial, resolved }) => trial === true && resolved.grade !== "unknown" && products.has(resolved.product),
  );
  const active = listed.filter(counts).length;
  return inUseOf(input.meters)
    .filter((inUse) => listed.length > inUse)
    .map((inUse) => ({
      id: "listingNoise:trials",
      kind: "listingNoise",
      subjects: subjectsOf(listed),
      facts: {
        ...{ listed: listed.length, active, ended: listed.length - active },
        ...{ inUse, noise: listed.length - inUse },
      },
    }));
};
