import { channelPlans } from "../../catalog/channelPlans";
import type { MeterId } from "../../catalog/meters";
import type { ProductId } from "../../catalog/products";
import type { Channel } from "../../snapshot/seats";
import type { MeterReport } from "../../snapshot/snapshot";
import { peopleOf, type Person } from "../seats/people";
import type { Check } from "./check";
import { naming } from "./personFacts";

/** A plan that bears this channel and no other. */
const separatePlan = ({ products }: Person, channel: Channel): ProductId | undefined =>
  channelPlans.find(
    (plan) => plan.channels.length === 1 && plan.channels.includes(channel) && products.has(plan.product),
  )?.product;

type Pair = readonly [digital: ProductId, voice: ProductId];

interface Holder {
  readonly person: Person;
  readonly pair: Pair;
}

const holderOf = (person: Person): readonly Holder[] => {
  const digital = separatePlan(person, "digital");
  const voice = separatePlan(person, "voice");
  return digital === undefined || voice === undefined ? [] : [{ person, pair: [digital, voice] }];
};

/** What a licence of the product accrues, without what comes once. */
const accrued = (product: ProductId, meter: MeterId, reports: readonly MeterReport[]): number =>
  reports
    .filter((report) => report.meter === meter)
    .flatMap(({ contributions }) => contributions)
    .filter((line) => line.product === product && !line.once && !line.trial)
    .reduce((most, line) => Math.max(most, line.perUnit), 0);

/** A plan with both channels accrues what the larger of the two does, so the smaller one is what comes on top. */
const onTop = (meter: MeterId, holders: readonly Holder[], reports: readonly MeterReport[]): number =>
  holders.reduce((sum, { pair }) => sum + Math.min(...pair.map((product) => accrued(product, meter, reports))), 0);

/** People with a digital and a voice licence apart: two user licences, with the storage of two (CC.usl.counting). */
export const doubleUserLicences: Check = ({ facts, licences, meters }) => {
  const holders = (peopleOf(facts.seats, licences) ?? []).flatMap(holderOf);
  if (holders.length === 0) return [];
  const { subjects, facts: people } = naming(holders.map(({ person }) => person));
  return [
    {
      id: "doubleUserLicences:people",
      kind: "doubleUserLicences",
      subjects,
      facts: {
        ...people,
        licences: 2 * holders.length,
        moreDatabase: onTop("storageDatabase", holders, meters),
        moreFile: onTop("storageFile", holders, meters),
      },
    },
  ];
};
