import { channelPlans, prerequisitePlans } from "../../catalog/channelPlans";
import type { ProductId } from "../../catalog/products";
import { peopleOf, type Person } from "../seats/people";
import { addOnOverruns } from "./addOnOverruns";
import { productFacts } from "./bought";
import type { Check, Found, QuotaCheck } from "./check";
import { naming } from "./personFacts";

/** Add-ons in a tenant without any Customer Service Enterprise (CC.addon.prereq); takes the place of `addOnMaximum`. */
export const prerequisiteMissing: QuotaCheck = (input) =>
  addOnOverruns("prerequisiteMissing", input).map((found) => ({ ...found, rule: "CC.addon.prereq" }));

const lacks = ({ products }: Person): boolean => !prerequisitePlans.some((product) => products.has(product));

const ofHolders = (product: ProductId, people: readonly Person[]): readonly Found[] => {
  const holders = people.filter((person) => person.products.has(product) && !person.doubtful && lacks(person));
  if (holders.length === 0) return [];
  const { subjects, facts } = naming(holders);
  return [
    {
      id: `prerequisiteMissing:${product}`,
      kind: "prerequisiteMissing",
      subjects,
      facts: { ...productFacts(product), ...facts },
    },
  ];
};

/**
 * People who hold an add-on and no Customer Service Enterprise, by add-on. Silent while it is not known who holds what,
 * and where the tenant has none at all, which is a finding by itself.
 */
export const prerequisiteMissingAtPeople: Check = ({ facts, licences, holdings }) => {
  if (!holdings.some(({ product }) => prerequisitePlans.includes(product))) return [];
  const people = peopleOf(facts.seats, licences);
  return channelPlans
    .filter(({ maximum }) => maximum !== undefined)
    .flatMap(({ product }) => ofHolders(product, people ?? []));
};
