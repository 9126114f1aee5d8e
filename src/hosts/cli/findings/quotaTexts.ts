/** Findings about quotas and the licences behind them. */
import type { FindingKind } from "../../../domain";
import {
  amount,
  amountIn,
  amountsUnder,
  bareAmount,
  byValue,
  figure,
  has,
  meterName,
  plural,
  valueOf,
  word,
  type Facts,
  type FindingText,
} from "./facts";

const usedOfOwned = (facts: Facts): string =>
  `${valueOf(facts, "read") < valueOf(facts, "total") ? "At least " : ""}${bareAmount(facts, "used")} of ${amount(facts, "owned")} used`;

const addOnSentence = (facts: Facts): string =>
  `${figure(facts, "used")} of ${word(facts, "productName")} are held, and ${figure(facts, "owned")} Customer Service Enterprise.`;

const brings = (facts: Facts): string => {
  const amounts = amountsUnder(facts, "amount");
  return amounts === "" ? "No quota depends on it." : `It brings ${amounts}.`;
};

const distance = (facts: Facts): string =>
  valueOf(facts, "days") < 0 ? "a day that has passed" : `in ${plural(facts, "days", "day", "days")}`;

const dateOf = (facts: Facts): string =>
  has(facts, "endsOn") ? `on ${word(facts, "endsOn")}, ${distance(facts)}` : "on a day that is not known";

const successor = (facts: Facts): string =>
  has(facts, "successorName")
    ? `Renew it as ${word(facts, "successorName")}`
    : "Renew it as an offer that is sold today";

const casePurchase = (facts: Facts): string => {
  const users = `hold ${plural(facts, "users", "user licence", "user licences")} in all`;
  return has(facts, "addOns") ? `buy ${plural(facts, "addOns", "add-on", "add-ons")} for cases, or ${users}` : users;
};

/** What closes the gap, where it can be told without a plan. */
const purchase = (facts: Facts): string => {
  if (has(facts, "users")) return casePurchase(facts);
  return has(facts, "units") ? `buy ${figure(facts, "units")} of ${word(facts, "productName")}` : "buy what is missing";
};

export const quotaTexts = {
  overQuota: {
    title: (facts) => `${meterName(facts)}: over the limit`,
    sentence: (facts) => `${usedOfOwned(facts)}, over by ${amount(facts, "over")}.`,
    advice: (facts) =>
      `Run \`quota-panel explain ${word(facts, "meter")}\` to see who gives and who uses it, then reduce the use or ${purchase(facts)}. Licences are owed even where nothing is blocked.`,
  },
  nearQuota: {
    title: (facts) => `${meterName(facts)}: near the limit`,
    sentence: (facts) => `${usedOfOwned(facts)}.`,
    advice: (facts) =>
      `Run \`quota-panel explain ${word(facts, "meter")}\` to see who uses it, then free what is no longer needed or order more before the limit is reached; \`quota-panel plan\` says what more would cost.`,
  },
  overBeforeRenewal: {
    title: (facts) => `${meterName(facts)}: may be used up before the next renewal`,
    sentence: (facts) =>
      `The limit is ${byValue(facts, "basis", { expected: "expected to be passed", earliest: "possibly passed" })} on ${word(facts, has(facts, "expected") ? "expected" : "earliest")}; ${word(facts, "licence")} is renewed on ${word(facts, "renewsAt")}.`,
    advice: (facts) =>
      `Order more now, or try it with \`quota-panel plan\`: the next date to change ${word(facts, "licence")} is ${plural(facts, "days", "day", "days")} after the limit.`,
  },
  outboundSlotsExceeded: {
    title: "More outbound marketing installations than slots",
    sentence: (facts) =>
      `${usedOfOwned(facts)}, over by ${amount(facts, "over")}. Failed installations count.${has(facts, "retiredAfter") ? ` The module is being removed since ${word(facts, "retiredAfter")}: new, copied and restored environments do not get it any more.` : ""}`,
    advice:
      "Uninstall outbound marketing where it is not used. Repeat a failed installation until it succeeds, then uninstall it: only this frees the slot.",
  },
  trialEnvironmentsExceeded: {
    title: "More trial environments than trial licences allow",
    sentence: (facts) => `${usedOfOwned(facts)}, over by ${amount(facts, "over")}.`,
    advice: "Delete trial environments that are no longer needed, or install in an environment with a paid licence.",
  },
  addOnMaximum: {
    title: (facts) => `More add-ons than base licences: ${word(facts, "productName")}`,
    sentence: addOnSentence,
    advice: (facts) =>
      `Reduce the add-ons by ${figure(facts, "over")} at the next renewal, or buy as many Customer Service Enterprise licences.`,
  },
  prerequisiteMissing: {
    title: (facts) => `Prerequisite is missing: ${word(facts, "productName")}`,
    sentence: (facts) =>
      has(facts, "people")
        ? `${plural(facts, "people", "person holds", "people hold")} the add-on and no Customer Service Enterprise licence.`
        : addOnSentence(facts),
    advice: (facts) =>
      has(facts, "people")
        ? "Assign these people Customer Service Enterprise, or take the add-on from them."
        : "Buy Customer Service Enterprise for each add-on, or replace the add-ons by a Contact Center licence that stands alone.",
  },
  dataWithoutRight: {
    title: "Customer Insights - Data is installed without a licence that allows it",
    sentence: (facts) =>
      `Installed in ${amount(facts, "used")}; licences allow ${figure(facts, "owned")}.${valueOf(facts, "marketing") > 0 ? ` The ${figure(facts, "marketing")} standalone Marketing licences allow none.` : ""}`,
    advice: "Uninstall it in the environments below, or renew as Dynamics 365 Customer Insights, which includes it.",
  },
  serviceLimitExceeded: {
    title: (facts) => `More than the service bears: ${word(facts, "environment")}`,
    sentence: (facts) =>
      `${amountIn(facts, "used", "interactions")}${has(facts, "day") ? ` on ${word(facts, "day")}` : " this month"}; the ${byValue(facts, "limit", { interactionsPreview: "range that needs an agreement begins above" }, "limit is")} ${figure(facts, "amount")}.`,
    advice: (facts) =>
      byValue(
        facts,
        "limit",
        { interactionsPreview: "Ask Microsoft about the agreement for high volumes before sending more." },
        "Spread the sending over more days or another environment; no licence raises this limit.",
      ),
  },
  subscriptionInGrace: {
    title: (facts) => `In the grace period: ${word(facts, "productName")}`,
    sentence: (facts) =>
      `${plural(facts, "quantity", "licence has", "licences have")} expired and count until they are suspended ${dateOf(facts)}. ${brings(facts)}`,
    advice: "Renew it in the Microsoft 365 admin center under Billing, or plan without what it brings.",
  },
  subscriptionEnding: {
    title: (facts) =>
      byValue(
        facts,
        "renewal",
        { renews: `Renews soon: ${word(facts, "productName")}`, ends: `Ends soon: ${word(facts, "productName")}` },
        `Ends or renews soon: ${word(facts, "productName")}`,
      ),
    sentence: (facts) => `${plural(facts, "quantity", "licence", "licences")}, ${dateOf(facts)}. ${brings(facts)}`,
    advice: (facts) =>
      byValue(
        facts,
        "renewal",
        { renews: "Check the quantity before the date; afterwards it stands for another term." },
        "Look in the Microsoft 365 admin center under Billing whether it renews, and try its end with `quota-panel plan`.",
      ),
  },
  legacyRenewal: {
    title: (facts) => `Offer that is no longer sold: ${word(facts, "productName")}`,
    sentence: (facts) =>
      byValue(facts, "phase", {
        renewableOnce: `It can be renewed once more, in the next ${plural(facts, "days", "day", "days")}, before ${word(facts, "contractedBefore")}.`,
        lastTerm: `It is in its last term, which ends by ${word(facts, "endingBy")}, in ${plural(facts, "days", "day", "days")}.`,
        over: `Its last term should have ended by ${word(facts, "endingBy")}.`,
      }),
    advice: (facts) => `${successor(facts)}; \`quota-panel plan\` with renewAs shows what changes.`,
  },
  trialAsPaid: {
    title: (facts) => `Counted as bought, perhaps a trial: ${word(facts, "productName")}`,
    sentence: (facts) =>
      `${byValue(facts, "reason", { name: `The name ${word(facts, "skuPartNumber")} speaks of a trial.`, mixed: "The tenant has a trial of the same licence, and this subscription does not say." })} ${brings(facts)}`,
    advice: "Look the subscription up in the admin center; if it is a trial, do not rely on what it brings.",
  },
  paidAsTrial: {
    title: (facts) => `Counted as a trial, perhaps bought: ${word(facts, "productName")}`,
    sentence: (facts) =>
      `${byValue(facts, "reason", { subscription: "The subscription says that it is not a trial.", age: `It is ${figure(facts, "days")} days old, and a trial lasts at most ${figure(facts, "longestDays")}.` })} ${has(facts, "quantity") ? `${plural(facts, "quantity", "licence is", "licences are")} not counted as owned.` : ""}`,
    advice:
      "Look the subscription up in the admin center; if it was bought, name its product in an override of kind sku.",
  },
  tierOutOfRange: {
    title: (facts) => `Tier outside its range: ${word(facts, "productName")}`,
    sentence: (facts) =>
      `${plural(facts, "quantity", "pack is", "packs are")} held; this tier is sold from ${figure(facts, "minimum")}${has(facts, "maximum") ? ` to ${figure(facts, "maximum")}` : ""}.`,
    advice: (facts) =>
      byValue(
        facts,
        "side",
        { below: "Compare with the contract; a lower tier may be the right one, or packs are missing." },
        "Compare with the contract; at this quantity the next tier may cost less.",
      ),
  },
  attachNotEligible: {
    title: "Attach licences without the app that they attach to",
    sentence: (facts) =>
      `${plural(facts, "attach", "licence is", "licences are")} held at the attach price, which asks for ${figure(facts, "needed")} licences of one qualifying app; ${has(facts, "app") ? `the most are ${figure(facts, "largest")} of ${word(facts, "app")}` : "none is held"}.`,
    advice: (facts) =>
      valueOf(facts, "unknownApps") > 0
        ? "Check whether one of the licences that the catalogue does not know is a qualifying app."
        : "Show the qualifying licences to your reseller, or move to the base offer at the next renewal.",
  },
  severalBases: {
    title: "Several base licences",
    sentence: (facts) =>
      `${figure(facts, "quantity")} are held. Added up they give ${amountsUnder(facts, "sum")}; counted once, ${amountsUnder(facts, "once")}. In force: ${word(facts, "reading")}.`,
    advice: "Ask your reseller which reading your contract follows and set basePeopleStacking in the policy.",
  },
  channelAdvisory: {
    title: (facts) => `More ${word(facts, "channel")} add-ons than users can hold`,
    sentence: (facts) =>
      `${figure(facts, "single")} single and ${figure(facts, "both")} combined add-ons bear this channel, ${figure(facts, "addOns")} together, for ${figure(facts, "customerService")} Customer Service Enterprise licences.`,
    advice: (facts) => `One user needs the channel once: ${figure(facts, "over")} add-ons can go at the next renewal.`,
  },
  logReadingDiffers: {
    title: "Documents differ about log storage of Contact Center",
    sentence: (facts) =>
      `With each licence it would be ${amount(facts, "perLicence")}, once to the tenant ${amount(facts, "once")}; ${amount(facts, "inForce")} are counted, as edition ${word(facts, "edition")} says.${has(facts, "official") ? ` The admin center shows ${amount(facts, "official")}.` : ""}`,
    advice: "Compare with the admin center and set contactCenterLog in the policy to the reading that holds for you.",
  },
} as const satisfies Partial<Readonly<Record<FindingKind, FindingText>>>;
