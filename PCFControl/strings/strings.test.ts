import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import {
  editionIds,
  findings,
  meters,
  rules,
  serviceLimits,
  switches,
  switchNames,
  type ContributionNote,
  type MeterStatus,
  type NoForecast,
  type Operation,
  type Override,
  type ReasonCode,
  type SourceId,
  type Unit,
} from "../../src/domain";
import { keyPart, ruleKey } from "../components/ruleWords";
import { readTexts } from "../fixture/localeFrom.fixture";

const languages = [1033, 1031];
const english = readTexts(1033);

const sources = (folder: string): readonly string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return sources(path);
    return /(?<!\.test)\.tsx?$/.test(entry.name) ? [readFileSync(path, "utf8")] : [];
  });

const placeholders = (text: string): readonly string[] => [...new Set(text.match(/\{\w+\}/g) ?? [])].sort();

test("both languages have the same keys, none empty, with the same placeholders", () => {
  const german = readTexts(1031);
  expect([...german.keys()].sort()).toEqual([...english.keys()].sort());
  const unlike = [...english].filter(
    ([key, text]) => text.trim() === "" || placeholders(text).join() !== placeholders(german.get(key) ?? "").join(),
  );
  expect(unlike).toEqual([]);
});

/** Every code of a union, held complete by the compiler. */
const codesOf = <Code extends string>(codes: Readonly<Record<Code, true>>): readonly string[] => Object.keys(codes);

const statuses = codesOf<MeterStatus>({
  ...{ ok: true, near: true, critical: true, over: true, covered: true },
  ...{ none: true, unlimited: true, unknown: true, rate: true },
});
const notes = codesOf<ContributionNote>({
  ...{ trialNotCounted: true, largerBaseCounts: true, wholeBlocksOnly: true, sizeNotKnown: true, unlimited: true },
  ...{ licenceNotKnown: true },
  ...{ adminCenterDifference: true, converted: true, throughputClass: true },
});
const reasons = codesOf<ReasonCode>({
  ...{ forbidden: true, unauthenticated: true, unreachable: true, throttled: true, serverError: true },
  ...{ shapeChanged: true, notFound: true, cancelled: true, noDataverse: true, environmentNotReady: true },
  ...{ noReading: true, notBound: true, neverMeasured: true, sourceNotRead: true, notInCatalogue: true },
  ...{ notMetered: true },
});
const sourceIds = codesOf<SourceId>({
  ...{ "graph.subscribedSkus": true, "graph.subscriptions": true, "graph.users": true, activity: true },
  ...{ "powerplatform.environments": true, "powerplatform.tenantCapacity": true },
  ...{ "powerplatform.applicationPackages": true, "powerplatform.entitlements": true },
  ...{ "powerplatform.currencies": true, "powerplatform.allocations": true, "dataverse.solutions": true },
  ...{ workspaces: true, "import.csv": true, catalogue: true },
});
const overrideKinds = codesOf<Override["kind"]>({ sku: true, packSize: true, price: true, conversionRate: true });
const operations = codesOf<Operation>({
  ...{ create: true, copy: true, restore: true, convertTrial: true, recover: true, addDatabase: true },
});
const noForecasts = codesOf<NoForecast>({ tooEarly: true, noTrend: true, noHistory: true });
const storageMethod = ["forecast_method_trend_one", "forecast_method_trend_other"];

const unitKeys = (unit: Unit): readonly string[] =>
  unit === "megabytes"
    ? ["unit_megabytes", "unit_gigabytes", "unit_megabytes_name"]
    : ["one", "other", "name"].map((form) => `unit_${unit}_${form}`);

const needed: readonly string[] = [
  ...Object.keys(rules).map(ruleKey),
  ...meters.flatMap(({ id, group, scope, reset, nature, unit }) => [
    ...[`meter_${id}_name`, `meter_${id}_counts`, `group_${group}`, `scope_${scope}`, `reset_${reset}`],
    ...[`nature_${nature}`, ...unitKeys(unit)],
  ]),
  ...Object.keys(findings).flatMap((kind) => ["title", "sentence", "advice"].map((part) => `finding_${kind}_${part}`)),
  ...switchNames.flatMap((name) => [
    `policy_${name}`,
    ...switches[name].values.map((value) => `policy_${name}_${keyPart(value)}`),
  ]),
  "policy_edition",
  ...editionIds.map((edition) => `policy_edition_${keyPart(edition)}`),
  ...statuses.map((status) => `status_${status}`),
  ...notes.map((note) => `note_${note}`),
  ...reasons.map((reason) => `reason_${reason}`),
  ...sourceIds.map((source) => `source_${keyPart(source)}`),
  ...overrideKinds.map((kind) => `override_${kind}`),
  ...operations.map((operation) => `operation_${operation}`),
  ...Object.keys(serviceLimits).map((limit) => `limit_${limit}`),
  ...noForecasts.map((code) => `forecast_none_${code}`),
  ...["forecast_method_runRate", "forecast_method_releases", ...storageMethod],
];

test.each(languages)("%i: every rule, meter, finding, reading and code of the domain has its texts", (lcid) => {
  const texts = readTexts(lcid);
  expect(needed.filter((key) => !texts.has(key))).toEqual([]);
});

test("a rule is told in the very words of the catalogue", () => {
  const unlike = Object.entries(rules).filter(([id, { text }]) => english.get(ruleKey(id)) !== text);
  expect(unlike.map(([id]) => id)).toEqual([]);
});

test("every key that the code names is there", () => {
  const code = ["components", "host"].flatMap((room) => sources(join(import.meta.dirname, "..", room)));
  const literals = code.flatMap((text) =>
    [...text.matchAll(/\b(?:text|find)\(\s*"([\w]+)"/g)].map(([, key]) => key ?? ""),
  );
  const plurals = code.flatMap((text) =>
    [...text.matchAll(/\bplural\(\s*"([\w]+)"/g)].map(([, key]) => `${key ?? ""}_other`),
  );
  expect(literals.length).toBeGreaterThan(80);
  expect([...literals, ...plurals].filter((key) => !english.has(key))).toEqual([]);
});
