/** Findings about people, environments, installations and the sources of figures. */
import { type FindingKind, type ReasonCode } from "../../../domain";
import { messages } from "../messages";
import {
  amount,
  amountIn,
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

const isReason = (code: string): code is ReasonCode => Object.hasOwn(messages.reasons, code);
const reasonOf = (facts: Facts): string => {
  const code = word(facts, "reason");
  const said = isReason(code) ? messages.reasons[code] : code;
  return `${said.charAt(0).toUpperCase()}${said.slice(1)}`;
};

const nextSteps: Partial<Readonly<Record<ReasonCode, string>>> = {
  forbidden: "Give the app registration the permissions of docs/permissions.md, then read the tenant again.",
  unauthenticated: "Check the secret or certificate of the app registration, then read the tenant again.",
  unreachable: "Check the connection and the proxy, then read the tenant again.",
  throttled: "Read the tenant later, or with a lower concurrency in the settings.",
  shapeChanged: "Update this program; the service answers in a form that it does not know.",
  noDataverse: "Nothing needs to be done: without Dataverse there is nothing installed to count.",
  environmentNotReady: "Read the tenant again when the environment is ready.",
};
const againFrom = (facts: Facts): string =>
  facts["reason"] === "noDataverse" ? "" : " Facts that come from a file need a newer file.";

const nextStep = (facts: Facts): string => {
  const code = word(facts, "reason");
  const said = isReason(code) ? nextSteps[code] : undefined;
  const step = said ?? "Read the tenant again with `quota-panel sync`, which says what the service answered.";
  return step + againFrom(facts);
};

const partNames: readonly (readonly [string, string])[] = [
  ["ratedMore", "charged beyond what is counted"],
  ["defaultAllowance", "allowance of the default environment"],
  ["excludedTypes", "environments whose storage does not count"],
  ["unexplained", "not explained"],
];

const usedParts = (facts: Facts): string =>
  partNames
    .filter(([name]) => valueOf(facts, name) !== 0)
    .map(([name, said]) => `${amount(facts, name)} ${said}`)
    .join("; ");

const usedDifference = (facts: Facts): string =>
  valueOf(facts, "usedDifference") === 0
    ? ""
    : `It says ${amount(facts, "usedOfficial")} used, here ${amount(facts, "used")} count: ${usedParts(facts)}; read ${plural(facts, "hoursApart", "hour", "hours")} apart.`;

const ownedDifference = (facts: Facts): string =>
  valueOf(facts, "ownedDifference") === 0
    ? ""
    : `It says ${amount(facts, "ownedOfficial")} owned, the licences add up to ${amount(facts, "catalogue")}; ${plural(facts, "licencesOutside", "licence is", "licences are")} unknown here.`;

/** Nobody told whose licence it was: the ledger's days leave no other. */
const passedOn = (facts: Facts): string => {
  const [from, to] = [word(facts, "userId"), word(facts, "passedTo")];
  const [since, until] = [word(facts, "assignedOn"), word(facts, "reassignedOn")];
  return facts["basis"] === "ledger"
    ? `${to} got one on ${until} while no other was free, so it must be the one that ${from} had from ${since}`
    : `${from} had it from ${since} and ${to} has it since ${until}`;
};

const isOthers = (facts: Facts): boolean => facts["related"] === "no";

export const tenantTexts = {
  unknownSku: {
    title: (facts) =>
      isOthers(facts)
        ? `Other licences that the catalogue does not know: ${figure(facts, "skus")}`
        : `Licence that the catalogue does not know: ${word(facts, "skuPartNumber")}`,
    sentence: (facts) =>
      isOthers(facts)
        ? "Nothing in their names or plans points at these quotas, so they are shown and not counted."
        : `The tenant owns ${figure(facts, "quantity")}, but it is not known what it grants. It is counted nowhere.`,
    advice:
      'If it grants quota, name its product in the settings: overrides, { "kind": "sku", "skuId": …, "product": …, "by": …, "at": … }.',
  },
  inferredSku: {
    title: (facts) => `Licence recognised by its service plan: ${word(facts, "skuPartNumber")}`,
    sentence: (facts) =>
      `Its identifier is not in the catalogue; ${plural(facts, "quantity", "licence is", "licences are")} counted as ${word(facts, "productName")} because of a plan in it.`,
    advice: "Compare with the contract and confirm the product in the settings, as an override of kind sku.",
  },
  capabilityMissing: {
    title: (facts) => `People work with ${word(facts, "channel")} channels without a licence for them`,
    sentence: (facts) =>
      `${plural(facts, "people", "person holds", "people hold")} no licence that bears the channel.${valueOf(facts, "unsure") > 0 ? ` Of ${figure(facts, "unsure")} more it is not certain.` : ""}`,
    advice: (facts) =>
      has(facts, "free")
        ? `Assign them a licence with ${word(facts, "channel")}; ${plural(facts, "free", "is", "are")} free. Otherwise take them out of the channel's queues.`
        : `Assign them a licence with ${word(facts, "channel")}, or take them out of the channel's queues.`,
  },
  reassignedTooSoon: {
    title: (facts) => `Licence passed on too soon${has(facts, "productName") ? `: ${word(facts, "productName")}` : ""}`,
    sentence: (facts) =>
      `${passedOn(facts)}, after ${plural(facts, "days", "day", "days")} instead of ${figure(facts, "neededDays")}.${has(facts, "lines") ? ` Of ${figure(facts, "lines")} such changes of this licence the latest are told.` : ""}`,
    advice: (facts) =>
      `If the person was absent or the change is for the rest of the term, note the exception in the ledger; otherwise the next change is due from ${word(facts, "earliestOn")} on.`,
  },
  multiplexing: {
    title: (facts) => `Several people behind one ${word(facts, "accountKind")}: ${word(facts, "account")}`,
    sentence: (facts) =>
      `${plural(facts, "people", "person works", "people work")} through it, with ${plural(facts, "licences", "licence", "licences")}.`,
    advice: (facts) =>
      `Everybody who uses the service indirectly needs a licence too: assign ${figure(facts, "missing")} more, or end the sharing.`,
  },
  doubleUserLicences: {
    title: "People with a digital and a voice licence apart",
    sentence: (facts) =>
      `${plural(facts, "people", "person holds", "people hold")} both; two licences bring ${amountIn(facts, "moreDatabase", "megabytes")} database and ${amountIn(facts, "moreFile", "megabytes")} file more than one with both channels.`,
    advice: "Compare the price of one licence with both channels with that of the two, the storage included.",
  },
  sessionsAndMessages: {
    title: "Power Virtual Agents sessions in an environment",
    sentence: (facts) =>
      byValue(facts, "state", {
        conflict: `${figure(facts, "sessions")} sessions and ${figure(facts, "messages")} messages are set aside for it; the two exclude each other.`,
        generativeBlocked: `${figure(facts, "sessions")} sessions are set aside for it; with them generative answers are not available.`,
      }),
    advice: "Take the sessions away from the environment in the admin center, or the messages: one of the two.",
  },
  communicationResourceMissing: {
    title: "Voice needs an Azure Communication Services resource",
    sentence: (facts) =>
      `${plural(facts, "licences", "licence bears", "licences bear")} voice, and ${byValue(facts, "declared", { no: "there is no such resource" }, "nobody has said whether there is such a resource")}.`,
    advice: "Create the resource and connect it to the voice channel, then set declared.communicationResource to true.",
  },
  smsProviderMissing: {
    title: "Text messages need an account with a provider",
    sentence: (facts) =>
      `${plural(facts, "environments", "environment sends", "environments send")} text messages, and ${byValue(facts, "declared", { no: "there is no such account" }, "nobody has said whether there is such an account")}.`,
    advice: "Messages are paid to the provider. Set declared.smsProvider to true when there is an account.",
  },
  omnichannelTransition: {
    title: (facts) => `Add-on of the old Omnichannel: ${word(facts, "productName")}`,
    sentence: (facts) =>
      byValue(facts, "state", {
        notTold: "It can be renewed once more after the current term; nobody has said whether that has happened.",
        current: "It can be renewed once more after the current term.",
        renewedOnce: "It is in its last term.",
        mustTransition: "It has been renewed more often than it can be.",
      }),
    advice: (facts) =>
      `Plan the move to ${has(facts, "successorName") ? word(facts, "successorName") : "Contact Center"}, and say in declared.omnichannelRenewals how often it was renewed.`,
  },
  restrictedTableUse: {
    title: (facts) => `Restricted table changed without its licence: ${word(facts, "app")}`,
    sentence: (facts) =>
      `It changes rows of ${word(facts, "table")} (${word(facts, "operations")}) for users without a licence for it.`,
    advice: (facts) => `License its users for ${word(facts, "families")}, or let the app read the table only.`,
  },
  failedInstallHoldsSlot: {
    title: "A failed installation holds a slot",
    sentence: (facts) =>
      `${word(facts, "packageName")} takes one of ${figure(facts, "owned")} (${meterName(facts)}).${has(facts, "lastError") ? ` It says: ${word(facts, "lastError")}` : ""}`,
    advice: "Repeat the installation until it succeeds, then uninstall it: only this frees the slot.",
  },
  listingNoise: {
    title: "More trials listed than in use",
    sentence: (facts) =>
      `${figure(facts, "listed")} trial subscriptions are listed, ${figure(facts, "active")} of them active; ${plural(facts, "inUse", "environment uses", "environments use")} one.`,
    advice: "Nothing needs to be done: the admin center lists trials that have ended. Do not add them up.",
  },
  allocationNearlyUsed: {
    title: (facts) => `Nearly used up in ${word(facts, "environment")}: ${meterName(facts)}`,
    sentence: (facts) =>
      `${bareAmount(facts, "used")} of ${amount(facts, "allocated")} set aside for it, ${figure(facts, "percent")} %.`,
    advice: "Set more aside for the environment in the Power Platform admin center, or free storage there.",
  },
  productShowsOther: {
    title: (facts) => `The product shows another quota: ${meterName(facts)}`,
    sentence: (facts) =>
      `Its page shows ${amount(facts, "shown")}, the licences give ${amount(facts, "owned")}. ${byValue(facts, "explanation", { trials: "Trials explain it: the page adds them in.", recentPurchase: `A licence was bought ${plural(facts, "hours", "hour", "hours")} before; the page follows within ${figure(facts, "lagHours")}.` }, "Nothing here explains it.")}`,
    advice: (facts) =>
      byValue(
        facts,
        "explanation",
        {
          trials: "Nothing needs to be done; do not rely on what trials give.",
          recentPurchase: "Look again tomorrow.",
        },
        "Compare with the contract, and ask Microsoft support about the page's figure.",
      ),
  },
  environmentNotRead: {
    title: (facts) => `Not read: ${plural(facts, "environments", "environment", "environments")}`,
    sentence: (facts) =>
      `${reasonOf(facts)}${has(facts, "detail") ? ` (${word(facts, "detail")})` : ""}. What is used there is missing from the totals, which are lower bounds.`,
    advice: nextStep,
  },
  staleSource: {
    title: (facts) => `Figures are old: ${word(facts, "source")}`,
    sentence: (facts) =>
      `They are ${plural(facts, "hours", "hour", "hours")} old; at most ${figure(facts, "staleAfterHours")} are expected.`,
    advice: "Refresh. If it was read today, the service itself has measured nothing newer; refresh again tomorrow.",
  },
  importOld: {
    title: (facts) => `Imported long ago: ${meterName(facts)}`,
    sentence: (facts) =>
      `Figures of ${plural(facts, "environments", "environment", "environments")} are older than ${figure(facts, "olderThanDays")} days; the oldest is of ${word(facts, "oldest")}.`,
    advice: "Read the figures again in Settings > Quota limits of these environments and import a new file.",
  },
  casesImplausible: {
    title: (facts) => `More cases than there are: ${word(facts, "workspace")}`,
    sentence: (facts) =>
      `Its owner can read ${figure(facts, "readable")} cases from ${word(facts, "from")} to ${word(facts, "to")}, and ${figure(facts, "created")} were created in ${word(facts, "environment")}.`,
    advice: 'Check which field is mapped to "Created On", and hand the figures in again.',
  },
  possibleDuplicates: {
    title: "Records that count in several environments",
    sentence: (facts) =>
      `${amount(facts, "duplicates")} have the same record in another environment${has(facts, "without") ? `; without them it would be ${amount(facts, "without")}` : ""}. Each environment counts for itself.`,
    advice: "Remove copies that are not needed, or set crossEnvironmentDedup to byRecordId if your contract reads so.",
  },
  sandboxShare: {
    title: (facts) => `Test environments use quota: ${meterName(facts)}`,
    sentence: (facts) =>
      `${bareAmount(facts, "people")} of ${amount(facts, "used")}, ${figure(facts, "percent")} %, are in ${plural(facts, "environments", "environment", "environments")} for tests; every type counts.`,
    advice: "Test with fewer records, or delete environments that are no longer needed.",
  },
  adminCenterDiffers: {
    title: (facts) => `The admin center shows other figures: ${meterName(facts)}`,
    sentence: (facts) => [ownedDifference(facts), usedDifference(facts)].filter((said) => said !== "").join(" "),
    advice: "The admin center's entitlement stands. What is not explained is worth a question to Microsoft support.",
  },
  hiddenInGeo: {
    title: (facts) => `Licences do not show in ${word(facts, "region")}`,
    sentence: (facts) =>
      `${plural(facts, "environments", "environment is", "environments are")} outside of the home region ${word(facts, "homeRegion")}; until ${word(facts, "until")} licences show there only.`,
    advice: "The licences count all the same. Look at the quota page in an environment of the home region.",
  },
  usageJump: {
    title: (facts) => `Sudden change: ${meterName(facts)}`,
    sentence: (facts) =>
      `From ${amount(facts, "before")} on ${word(facts, "since")} to ${amount(facts, "used")}${has(facts, "percent") ? `, ${byValue(facts, "direction", { up: "up", down: "down" })} by ${figure(facts, "percent")} %` : ""}.`,
    advice: (facts) =>
      byValue(
        facts,
        "direction",
        { down: "If an environment was copied over or reset, this explains it; otherwise check that all were read." },
        "See which environment it comes from before the next sending or import.",
      ),
  },
} as const satisfies Partial<Readonly<Record<FindingKind, FindingText>>>;
