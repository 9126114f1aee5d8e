/** From what the directory says to the licences that a tenant holds. */
import type { MeterId } from "../../catalog/meters";
import { relatedMeters } from "../../catalog/relatedMeters";
import type { Instant } from "../../measured";
import type { CompanySubscription, LicenceUnits, SubscribedSku, TenantFacts } from "../../snapshot/facts";
import type { LicenceState } from "../../snapshot/snapshot";
import { sortedBy } from "../order";
import type { ResolvedSku, ResolveSku } from "./resolveSku";

/** One subscription of one SKU, resolved. */
export interface Licence {
  readonly id: string;
  readonly skuId: string;
  readonly skuPartNumber: string;
  readonly planNames: readonly string[];
  readonly resolved: ResolvedSku;
  /** Of a licence that the catalogue does not know: the meters that it may give to. */
  readonly mayGrant?: readonly MeterId[];
  readonly state: LicenceState;
  /** `undefined` when the subscriptions were not read and the SKU is not a trial by its name. */
  readonly trial: boolean | undefined;
  readonly quantity: number;
  readonly renewsAt?: Instant;
  /** What happens then, where somebody told. */
  readonly renewal?: "renews" | "ends";
  readonly createdAt?: Instant;
  /** Whether the subscription itself says that it is a trial; absent for units without one. */
  readonly toldTrial?: boolean;
}

/** States that give quota: bought, or in the grace period (GEN.licence.active). */
const countingStates: readonly LicenceState[] = ["active", "grace"];

export const counts = (licence: Licence): boolean => countingStates.includes(licence.state);

const unitStates = [
  ["enabled", "active"],
  ["warning", "grace"],
  ["suspended", "suspended"],
  ["lockedOut", "cancelled"],
] as const satisfies readonly (readonly [keyof LicenceUnits, LicenceState])[];

/** A status that Microsoft has not documented is not counted. */
const stateOf = (status: string): LicenceState => {
  const states: Readonly<Record<string, LicenceState>> = {
    Enabled: "active",
    Warning: "grace",
    Suspended: "suspended",
    LockedOut: "cancelled",
    Deleted: "deleted",
  };
  return states[status] ?? "suspended";
};

const paidFirst = (subscriptions: readonly CompanySubscription[]): readonly CompanySubscription[] =>
  sortedBy(
    subscriptions,
    (subscription) => (subscription.isTrial ? "trial" : "paid"),
    (subscription) => subscription.id,
  );

interface Share {
  readonly subscription: CompanySubscription;
  readonly quantity: number;
}

/** Units decide: subscriptions are filled up to their size, paid ones first, and the last one takes what is over. */
const share = (units: number, subscriptions: readonly CompanySubscription[]): readonly Share[] => {
  let left = units;
  return subscriptions.map((subscription, index) => {
    const last = index === subscriptions.length - 1;
    const quantity = last ? left : Math.min(left, subscription.totalLicences);
    left -= quantity;
    return { subscription, quantity };
  });
};

const mayGrantOf = (resolved: ResolvedSku, partNumber: string, planNames: readonly string[]) => {
  const meters = resolved.grade === "unknown" ? [...relatedMeters(partNumber, planNames)] : [];
  return meters.length === 0 ? {} : { mayGrant: meters };
};

type Named = Pick<SubscribedSku, "skuId" | "skuPartNumber" | "servicePlans">;
type Identity = Pick<Licence, "skuId" | "skuPartNumber" | "planNames" | "resolved" | "mayGrant">;

const identityOf = ({ skuId, skuPartNumber, servicePlans }: Named, resolve: ResolveSku): Identity => {
  const planNames = servicePlans.map((plan) => plan.name);
  const resolved = resolve({ skuId, skuPartNumber, planIds: servicePlans.map((plan) => plan.id) });
  return { skuId, skuPartNumber, planNames, resolved, ...mayGrantOf(resolved, skuPartNumber, planNames) };
};

interface SkuContext {
  readonly sku: SubscribedSku;
  readonly identity: Identity;
  /** Empty when the subscriptions were not read. */
  readonly subscriptions: readonly CompanySubscription[];
}

const isTrialSku = (resolved: ResolvedSku): boolean => resolved.grade !== "unknown" && resolved.trialSku;

/** Of units without a subscription: what all subscriptions of the SKU agree on, else not known. */
const trialOfRest = ({ identity, subscriptions }: SkuContext): boolean | undefined => {
  if (isTrialSku(identity.resolved)) return true;
  const [first, ...others] = subscriptions;
  return first !== undefined && others.every((other) => other.isTrial === first.isTrial) ? first.isTrial : undefined;
};

const renewalOf = ({ autoRenews }: CompanySubscription): Pick<Licence, "renewal"> =>
  autoRenews === undefined ? {} : { renewal: autoRenews ? "renews" : "ends" };

/** What only the subscription can say. */
const told = (subscription: CompanySubscription) => ({
  ...(subscription.nextLifecycleAt === undefined ? {} : { renewsAt: subscription.nextLifecycleAt }),
  ...renewalOf(subscription),
  ...(subscription.createdAt === undefined ? {} : { createdAt: subscription.createdAt }),
  toldTrial: subscription.isTrial,
});

const ofSubscription = (context: SkuContext, { subscription, quantity }: Share): Licence => ({
  ...context.identity,
  id: subscription.id,
  state: stateOf(subscription.status),
  trial: subscription.isTrial || isTrialSku(context.identity.resolved),
  quantity,
  ...told(subscription),
});

const ofRest = (context: SkuContext, state: LicenceState, quantity: number): Licence => ({
  ...context.identity,
  id: `${context.sku.skuId}:${state}`,
  state,
  trial: trialOfRest(context),
  quantity,
});

/** Licences of one SKU in one state. States that do not count keep the size that the subscription states. */
const inState = (context: SkuContext, units: number, state: LicenceState): readonly Licence[] => {
  const mine = context.subscriptions.filter((subscription) => stateOf(subscription.status) === state);
  if (mine.length === 0) return units > 0 ? [ofRest(context, state, units)] : [];
  const shares = countingStates.includes(state)
    ? share(units, mine)
    : mine.map((subscription) => ({ subscription, quantity: subscription.totalLicences }));
  return shares.map((part) => ofSubscription(context, part));
};

const gone = (context: SkuContext): readonly Licence[] => {
  const { enabled, warning } = context.sku.units;
  const units = enabled + warning;
  return context.sku.status === "Deleted" && units > 0 ? [ofRest(context, "deleted", units)] : [];
};

const ofSku = (context: SkuContext): readonly Licence[] => {
  const deleted = context.sku.status === "Deleted";
  const { units } = context.sku;
  return [
    ...unitStates.flatMap(([unit, state]) => inState(context, deleted ? 0 : units[unit], state)),
    ...inState(context, 0, "deleted"),
    ...gone(context),
  ];
};

const belongs = (sku: SubscribedSku) => (subscription: CompanySubscription) =>
  sku.subscriptionIds.includes(subscription.id) || sku.skuId === subscription.skuId;

/** A subscription whose SKU the tenant no longer lists: shown, without units and so without quota. */
const orphan = (subscription: CompanySubscription, resolve: ResolveSku): Licence => {
  const { id, totalLicences } = subscription;
  const identity = identityOf({ ...subscription, servicePlans: [] }, resolve);
  const state = stateOf(subscription.status);
  return {
    ...{ ...identity, id, state },
    trial: subscription.isTrial || isTrialSku(identity.resolved),
    quantity: countingStates.includes(state) ? 0 : totalLicences,
    ...told(subscription),
  };
};

/**
 * Every licence of the tenant, in the order of part number and id. Quantities come from the SKU's units; trial and state
 * from the subscriptions. Without subscriptions each state of a SKU is one licence of which it is not known whether it
 * is a trial. Empty when the SKUs were not read: what is owned is then unknown.
 */
export const licencesOf = (facts: TenantFacts, resolve: ResolveSku): readonly Licence[] => {
  const skus = facts.subscribedSkus.kind === "read" ? facts.subscribedSkus.value : [];
  const all = facts.companySubscriptions.kind === "read" ? facts.companySubscriptions.value : [];
  const known = skus.flatMap((sku) =>
    ofSku({ sku, identity: identityOf(sku, resolve), subscriptions: paidFirst(all.filter(belongs(sku))) }),
  );
  const orphans = all.filter((subscription) => !skus.some((sku) => belongs(sku)(subscription)));
  const licences = [...known, ...orphans.map((subscription) => orphan(subscription, resolve))];
  return sortedBy(
    licences,
    (licence) => licence.skuPartNumber,
    (licence) => licence.id,
  );
};
