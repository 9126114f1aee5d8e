/** The shape of what `decode` accepts. Each check is built by a function: nothing runs when the file is loaded. */
import { editionIds, type EditionId } from "../catalog/editions";
import { meters, type MeterId, type Scope } from "../catalog/meters";
import type { Confidence, Known, Measured, Reason, ReasonCode, SourceId, Unknown, Unlimited } from "../measured";
import {
  among,
  either,
  isCount,
  isFlag,
  isNull,
  isNumber,
  isText,
  listOf,
  oneOf,
  optional,
  recordOf,
  shape,
  tuple,
  type Check,
} from "./check";
import { findingKinds } from "./findingKinds";
import { forecasts } from "./forecastChecks";
import { declarations, levels, overrides, policies, thresholds } from "./settingsChecks";
import type { Override } from "../settings";
import type { EnvironmentType, StoragePool } from "./facts";
import type {
  Contribution,
  ContributionNote,
  Exclusion,
  Guidance,
  LicenceReport,
  LicenceState,
  MeterReport,
  MeterStatus,
  Operation,
  PeopleBreakdown,
  ServiceLimit,
  Severity,
  SkuGrade,
  SourceReport,
  Subject,
  SwitchEffect,
} from "./snapshot";
import { schemaVersion } from "./snapshot";
import type { WireCore, WireCoverage, WireEnvironment, WireFinding, WireMeter, WirePage, WireUsage } from "./wire";

const meterIds = (): Check<MeterId> => among(meters.map(({ id }) => id));

const sourceIds = (): Check<SourceId> =>
  oneOf<SourceId>({
    "graph.subscribedSkus": true,
    "graph.subscriptions": true,
    "powerplatform.environments": true,
    "powerplatform.tenantCapacity": true,
    "powerplatform.applicationPackages": true,
    "powerplatform.entitlements": true,
    "dataverse.solutions": true,
    "import.csv": true,
    "graph.users": true,
    "powerplatform.currencies": true,
    "powerplatform.allocations": true,
    activity: true,
    workspaces: true,
    catalogue: true,
  });

const reasonCodes = (): Check<ReasonCode> =>
  oneOf<ReasonCode>({
    ...{ forbidden: true, unauthenticated: true, unreachable: true, throttled: true, serverError: true },
    ...{ shapeChanged: true, notFound: true, cancelled: true, noDataverse: true, environmentNotReady: true },
    ...{
      noReading: true,
      notBound: true,
      neverMeasured: true,
      sourceNotRead: true,
      notInCatalogue: true,
      notMetered: true,
    },
  });

const confidences = (): Check<Confidence> => oneOf<Confidence>({ measured: true, estimated: true, imported: true });
const grades = (): Check<SkuGrade> => oneOf<SkuGrade>({ exact: true, inferred: true, unknown: true });
const editions = (): Check<EditionId> => among(editionIds);
const pools = (): Check<StoragePool> => oneOf<StoragePool>({ database: true, file: true, log: true });
const versions: Check<typeof schemaVersion> = (value): value is typeof schemaVersion => value === schemaVersion;
const reasons = (): Check<Reason> => shape<Reason>({ code: reasonCodes(), detail: optional(isText) });
const ruleSources = () => shape<MeterReport["ruleSource"]>({ document: isText, section: isText });

const measuredFigures = (): Check<Measured> => {
  const known = shape<Known>({
    kind: oneOf({ known: true }),
    ...{ value: isNumber, asOf: isText, source: sourceIds(), confidence: confidences() },
  });
  const unknown = shape<Unknown>({ kind: oneOf({ unknown: true }), reason: reasons() });
  const unlimited = shape<Unlimited>({ kind: oneOf({ unlimited: true }) });
  return either(known, either(unknown, unlimited));
};

const notes = (): Check<ContributionNote> =>
  oneOf<ContributionNote>({
    ...{
      trialNotCounted: true,
      largerBaseCounts: true,
      wholeBlocksOnly: true,
      sizeNotKnown: true,
      licenceNotKnown: true,
      unlimited: true,
      adminCenterDifference: true,
      converted: true,
      throughputClass: true,
    },
  });

const decided = () => ({ by: isText, at: isText });

const overrideKinds = (): Check<Override["kind"]> =>
  oneOf<Override["kind"]>({ sku: true, packSize: true, price: true, conversionRate: true });

const contributions = (): Check<Contribution> =>
  shape<Contribution>({
    ...{ product: isText, productName: isText, skuPartNumber: optional(isText) },
    ...{ quantity: isNumber, inGrace: isNumber, perUnit: isNumber, once: isFlag, amount: isNumber },
    ...{ rule: isText, source: ruleSources(), edition: editions(), grade: grades(), trial: isFlag },
    note: optional(notes()),
    override: optional(shape<NonNullable<Contribution["override"]>>({ ...decided(), kind: overrideKinds() })),
  });

const coverages = (): Check<WireCoverage> =>
  shape<WireCoverage>({
    read: isCount,
    total: isCount,
    missing: listOf(
      either(tuple<[number, number, number]>(isCount, isCount, isCount), tuple<[string, number]>(isText, isCount)),
    ),
  });

const switches = (): Check<SwitchEffect> =>
  shape<SwitchEffect>({
    name: isText,
    value: isText,
    others: listOf(
      shape<SwitchEffect["others"][number]>({ value: isText, owned: optional(isNumber), used: optional(isNumber) }),
    ),
  });

const statuses = (): Check<MeterStatus> =>
  oneOf<MeterStatus>({
    ...{ ok: true, near: true, critical: true, over: true },
    ...{ covered: true, none: true, unlimited: true, unknown: true, rate: true },
  });

const operations = (): Check<Operation> =>
  oneOf<Operation>({
    ...{ create: true, copy: true, restore: true, convertTrial: true, recover: true, addDatabase: true },
  });

const meterFrame = () => ({
  meter: meterIds(),
  group: among(meters.map(({ group }) => group)),
  unit: among(meters.map(({ unit }) => unit)),
  scope: oneOf<Scope>({ tenant: true, environment: true, user: true }),
  reset: among(meters.map(({ reset }) => reset)),
  nature: among(meters.map(({ nature }) => nature)),
  rule: isText,
  ruleSource: ruleSources(),
});

const limits = () =>
  shape<ServiceLimit>({
    ...{ id: isText, amount: isNumber, rule: isText, source: ruleSources() },
    scope: oneOf<Scope>({ tenant: true, environment: true, user: true }),
  });

const breakdowns = () =>
  shape<PeopleBreakdown>({
    ...{ deleted: optional(isNumber), inboundOnly: optional(isNumber) },
    channels: optional(
      listOf(shape<NonNullable<PeopleBreakdown["channels"]>[number]>({ channel: isText, interactions: isNumber })),
    ),
  });

const meterRows = (): Check<WireMeter> =>
  shape<WireMeter>({
    ...meterFrame(),
    ...{ owned: measuredFigures(), ownedAtRisk: isNumber, contributions: listOf(contributions()) },
    ...{ used: measuredFigures(), coverage: coverages(), status: statuses(), over: isNumber },
    coveredBy: listOf(shape<MeterReport["coveredBy"][number]>({ pool: pools(), amount: isNumber })),
    blockedOperations: listOf(operations()),
    official: optional(shape<NonNullable<MeterReport["official"]>>({ owned: isNumber, used: isNumber, asOf: isText })),
    switches: listOf(switches()),
    limits: listOf(limits()),
    ...{ effective: optional(isNumber), breakdown: optional(breakdowns()), forecast: optional(forecasts()) },
    threshold: optional(shape<NonNullable<MeterReport["threshold"]>>(levels())),
  });

const licences = (): Check<LicenceReport> =>
  shape<LicenceReport>({
    ...{ id: isText, skuId: isText, skuPartNumber: isText, product: optional(isText), productName: optional(isText) },
    grade: grades(),
    state: oneOf<LicenceState>({ active: true, grace: true, suspended: true, cancelled: true, deleted: true }),
    ...{ trial: optional(isFlag), quantity: isNumber, renewsAt: optional(isText), createdAt: optional(isText) },
    renewal: optional(oneOf<NonNullable<LicenceReport["renewal"]>>({ renews: true, ends: true })),
    override: optional(shape<NonNullable<LicenceReport["override"]>>(decided())),
    grants: listOf(shape<LicenceReport["grants"][number]>({ meter: meterIds(), amount: isNumber })),
    mayGrant: optional(listOf(meterIds())),
  });

const subjects = (): Check<Subject> =>
  shape<Subject>({
    type: oneOf<Subject["type"]>({
      ...{ meter: true, environment: true, sku: true, source: true, licence: true },
      ...{ product: true, account: true, table: true, workspace: true },
    }),
    id: isText,
    name: isText,
  });

const findingRows = (): Check<WireFinding> =>
  shape<WireFinding>({
    id: isText,
    kind: findingKinds(),
    severity: oneOf<Severity>({ error: true, warning: true, info: true }),
    rule: isText,
    subjects: listOf(either(tuple<[number, number]>(isCount, isCount), subjects())),
    facts: recordOf(either(isNumber, isText)),
    link: optional(isText),
    acknowledged: optional(
      shape<NonNullable<WireFinding["acknowledged"]>>({ ...decided(), reason: isText, until: isText }),
    ),
  });

const guidance = (): Check<Guidance> =>
  shape<Guidance>({ rule: isText, meters: listOf(meterIds()), source: ruleSources(), link: optional(isText) });

const sources = (): Check<SourceReport> =>
  shape<SourceReport>({
    source: sourceIds(),
    state: oneOf<SourceReport["state"]>({ read: true, partial: true, notRead: true }),
    ...{ read: isCount, total: isCount, asOf: optional(isText), reason: optional(reasons()) },
  });

/** The joined text of the core parts, parsed. */
export const coreCheck = (): Check<WireCore> =>
  shape<WireCore>({
    ...{ schemaVersion: versions, id: isText, asOf: isText, edition: editions(), policy: policies() },
    thresholds: optional(listOf(thresholds())),
    ...{ overrides: listOf(overrides()), declared: declarations(), staleAfterHours: isNumber },
    tenant: shape<WireCore["tenant"]>({ id: isText, name: isText }),
    ...{ sources: listOf(sources()), coverage: coverages(), meters: listOf(meterRows()) },
    ...{ licences: listOf(licences()), findings: listOf(findingRows()), guidance: listOf(guidance()) },
    unboundEntitlements: listOf(
      shape<WireCore["unboundEntitlements"][number]>({
        ...{ entitlementId: isText, categories: listOf(isText), unit: isText, environments: isCount },
      }),
    ),
    stamps: listOf(listOf(tuple<[string, SourceId, Confidence]>(isText, sourceIds(), confidences()))),
    ...{ reasons: listOf(reasons()), environments: isCount },
  });

const environmentTypes = (): Check<EnvironmentType> =>
  oneOf<EnvironmentType>({
    ...{ production: true, sandbox: true, developer: true, trial: true, default: true },
    ...{ teams: true, preview: true, support: true, other: true },
  });

const usageRows = (): Check<WireUsage> =>
  tuple<[...WireUsage]>(
    isCount,
    either(tuple<[number, number]>(isNumber, isCount), either(isCount, isNull)),
    either(isNumber, isNull),
    either(oneOf<Exclusion>({ typeNotCounted: true, defaultAllowance: true }), isNull),
    either(isText, isNull),
  );

/** The text of one page of environments, parsed. */
export const pageCheck = (): Check<WirePage> =>
  shape<WirePage>({
    schemaVersion: versions,
    meters: listOf(meterIds()),
    reasons: listOf(reasons()),
    environments: listOf(
      shape<WireEnvironment>({
        ...{ id: isText, name: isText, type: environmentTypes(), region: isText, usage: listOf(usageRows()) },
      }),
    ),
  });
