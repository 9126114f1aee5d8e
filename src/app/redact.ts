/**
 * The facts of a tenant under other names, for people outside of it. What the engine reckons with stays: licences by
 * their public ids, names that Microsoft gave, types, regions, dates and figures.
 *
 * Every field of every shape has a rule here; a new one does not compile until somebody decides about it.
 */
import type {
  Acknowledgement,
  Agent,
  ApplicationPackage,
  Assignment,
  CompanySubscription,
  EntitlementRow,
  Environment,
  EnvironmentFacts,
  ImportedReading,
  InstalledSolution,
  Interaction,
  Override,
  PeopleActivity,
  Read,
  Reason,
  Seat,
  Settings,
  SharedAccount,
  SubscribedSku,
  TableUse,
  Tenant,
  TenantFacts,
  Threshold,
  Workspace,
} from "../domain";
import { pseudonyms, type Hash, type Pseudonyms } from "./redact/pseudonyms";
import { isPublicName, isPublicTable, knownChannel } from "./redact/publicNames";
import { each, keep, shaped, type Rule } from "./redact/shaped";

const reasonOf =
  (free: Rule<string>): Rule<Reason> =>
  ({ code, detail }) =>
    detail === undefined ? { code } : { code, detail: free(detail) };

const readOf =
  <T>(value: Rule<T>, free: Rule<string>): Rule<Read<T>> =>
  (read) => {
    const reason = reasonOf(free);
    if (read.kind === "notRead") return { ...read, reason: reason(read.reason) };
    const { lacking } = read;
    return { ...read, value: value(read.value), ...(lacking === undefined ? {} : { lacking: reason(lacking) }) };
  };

const licenceRules = ({ id }: Pseudonyms) => ({
  sku: shaped<SubscribedSku>({
    ...{ skuId: keep, skuPartNumber: keep, appliesTo: keep, status: keep, units: keep, assigned: keep },
    ...{ servicePlans: keep, subscriptionIds: each(id) },
  }),
  subscription: shaped<CompanySubscription>({
    ...{ id, skuId: keep, skuPartNumber: keep, status: keep, isTrial: keep, totalLicences: keep },
    ...{ createdAt: keep, nextLifecycleAt: keep, autoRenews: keep },
  }),
});

const packageRule =
  ({ name, free }: Pseudonyms): Rule<ApplicationPackage> =>
  (item) =>
    shaped<ApplicationPackage>({
      uniqueName: isPublicName(item.uniqueName) ? keep : name,
      // What is displayed may be anything; the unique name says the same of a public package.
      name: isPublicName(item.uniqueName) ? () => item.uniqueName : name,
      ...{ state: keep, lastError: free },
    })(item);

const environmentRules = (under: Pseudonyms) => {
  const { id, name, url, free } = under;
  const solution = shaped<InstalledSolution>({
    uniqueName: (value) => (isPublicName(value) ? value : name(value)),
    version: keep,
  });
  const row = shaped<EntitlementRow>({
    ...{ entitlementId: id, categories: keep, unit: keep, consumed: keep, measuredAt: keep },
  });
  return {
    environment: shaped<Environment>({
      ...{ id, name, type: keep, region: keep, ready: keep, instanceUrl: url, createdAt: keep, storage: keep },
    }),
    facts: shaped<EnvironmentFacts>({
      environmentId: id,
      packages: readOf(each(packageRule(under)), free),
      solutions: readOf(each(solution), free),
      entitlements: readOf(each(row), free),
      allocations: readOf(keep, free),
      channels: readOf(keep, free),
    }),
  };
};

const activityRules = ({ id, name }: Pseudonyms) => {
  const table: Rule<string> = (value) => (isPublicTable(value) ? value : name(value));
  const channel: Rule<string> = (value) => (knownChannel(value) ? value : name(value));
  return {
    interaction: shaped<Interaction>({
      ...{ environmentId: id, table, recordId: id, at: keep, channel, direction: keep, deleted: keep },
    }),
    activity: shaped<PeopleActivity>({
      ...{ environmentId: id, measuredAt: keep, lastTouch: keep, arrivals: keep, messages: keep, busiestDay: keep },
      channels: each((row) => ({ ...row, channel: channel(row.channel) })),
    }),
    workspace: shaped<Workspace>({
      ...{ id, name, environmentId: id, sample: keep, readableCases: keep, createdCases: keep, measuredAt: keep },
    }),
    tableUse: shaped<TableUse>({
      ...{ environmentId: id, app: name, table, operations: keep, licensed: keep, ownCasesOnly: keep },
    }),
  };
};

const peopleRules = ({ id, name }: Pseudonyms) => ({
  seat: shaped<Seat>({ userId: id, skuId: keep }),
  assignment: shaped<Assignment>({
    ...{ skuId: keep, userId: id, assignedAt: keep, removedAt: keep, passedTo: id },
    ...{ heldBefore: keep, exception: keep },
  }),
  agent: shaped<Agent>({ userId: id, channels: keep, relation: keep }),
  account: shaped<SharedAccount>({ id, name, kind: keep, people: keep, licences: keep }),
});

const factsRule = (under: Pseudonyms): Rule<TenantFacts> => {
  const { id, name, free } = under;
  const licence = licenceRules(under);
  const environment = environmentRules(under);
  const activity = activityRules(under);
  const people = peopleRules(under);
  return shaped<TenantFacts>({
    tenant: shaped<Tenant>({ id, name }),
    subscribedSkus: readOf(each(licence.sku), free),
    companySubscriptions: readOf(each(licence.subscription), free),
    environments: readOf(each(environment.environment), free),
    tenantCapacity: readOf(keep, free),
    byEnvironment: each(environment.facts),
    imported: each(shaped<ImportedReading>({ ...{ environmentId: id, meter: keep, value: keep, measuredAt: keep } })),
    seats: readOf(each(people.seat), free),
    currencies: readOf(keep, free),
    interactions: each(activity.interaction),
    activity: each(activity.activity),
    workspaces: each(activity.workspace),
    assignments: each(people.assignment),
    agents: each(people.agent),
    sharedAccounts: each(people.account),
    tableUses: each(activity.tableUse),
    productFigures: keep,
    history: keep,
  });
};

const settingsRule = ({ id, name, free, findingId }: Pseudonyms): Rule<Settings> =>
  shaped<Settings>({
    ...{ edition: keep, policy: keep, declared: keep, staleAfterHours: keep },
    thresholds: each(shaped<Threshold>({ meter: keep, near: keep, critical: keep, by: name, at: keep })),
    bindings: each(({ entitlementId, meter }) => ({ entitlementId: id(entitlementId), meter })),
    overrides: each((override): Override => ({ ...override, by: name(override.by) })),
    acknowledgements: each(shaped<Acknowledgement>({ findingId, reason: free, until: keep, by: name, at: keep })),
  });

export interface Redactable {
  readonly facts: TenantFacts;
  readonly settings: Settings;
}

/** Those of findings that exist: others have no effect, and nothing tells what their ids speak of. */
const inEffect = ({ acknowledgements, ...others }: Settings, findingIds: ReadonlySet<string>): Settings => ({
  ...others,
  acknowledgements: acknowledgements.filter(({ findingId }) => findingIds.has(findingId)),
});

/**
 * Facts and settings with every name and id replaced; the same text always by the same pseudonym, so that what belonged
 * together still does. `hash` is keyed and gives at least 32 hexadecimal digits; without its key nothing leads back.
 * `findingIds` are those of the snapshot of these facts; other acknowledgements are left out.
 */
export const redact = (
  { facts, settings }: Redactable,
  { hash, findingIds }: { readonly hash: Hash; readonly findingIds: ReadonlySet<string> },
): Redactable => {
  const under = pseudonyms(hash);
  // The facts go first: ids of findings are made of what they replace.
  const others = factsRule(under)(facts);
  return { facts: others, settings: settingsRule(under)(inEffect(settings, findingIds)) };
};
