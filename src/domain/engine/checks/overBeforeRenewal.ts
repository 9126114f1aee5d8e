import { dayOf, daysBetween } from "../../calendar";
import type { MeterId } from "../../catalog/meters";
import type { Day } from "../../snapshot/activity";
import type { LevelDate } from "../../snapshot/forecast";
import type { LicenceReport, MeterReport, MeterStatus, Subject } from "../../snapshot/snapshot";
import type { Found, QuotaCheck, QuotaInput } from "./check";
import { knownFacts, meterSubject } from "./meterFinding";

/** Room that is left. A pool that is covered by others runs out when they do, which its own forecast does not say. */
const withRoom: readonly MeterStatus[] = ["ok", "near", "critical"];

/** Of a lower bound no status says that there is room; what is added can only bring the day nearer. */
const hasRoom = ({ status, owned, used, coverage }: MeterReport): boolean => {
  if (withRoom.includes(status)) return true;
  if (status !== "unknown" || coverage.read === coverage.total) return false;
  return owned.kind === "known" && used.kind === "known" && used.value <= owned.value;
};

interface Renewal {
  readonly licence: LicenceReport;
  readonly day: Day;
}

const gives = ({ grants }: LicenceReport, meter: MeterId): boolean => grants.some((grant) => grant.meter === meter);

/** The next renewal, from today on, among the subscriptions that give the meter something. */
const nextRenewal = (meter: MeterId, { licenceReports, asOf, settings }: QuotaInput): Renewal | undefined => {
  const { timeZone } = settings.policy;
  const today = dayOf(asOf, timeZone);
  const coming = licenceReports.flatMap((licence): readonly Renewal[] => {
    if (licence.renewsAt === undefined || !gives(licence, meter)) return [];
    const day = dayOf(licence.renewsAt, timeZone);
    return day < today ? [] : [{ licence, day }];
  });
  return coming.reduce<Renewal | undefined>(
    (first, renewal) => (first === undefined || renewal.day < first.day ? renewal : first),
    undefined,
  );
};

interface Reached {
  readonly day: Day;
  readonly basis: "expected" | "earliest";
}

/** The expected day where it is early enough, else the earliest possible one. */
const reachedBefore = ({ expected, earliest }: LevelDate, renewal: Day): Reached | undefined => {
  if (expected !== undefined && expected < renewal) return { day: expected, basis: "expected" };
  return earliest !== undefined && earliest < renewal ? { day: earliest, basis: "earliest" } : undefined;
};

const rangeFacts = ({ earliest, expected, latest }: LevelDate): Found["facts"] => ({
  ...(earliest === undefined ? {} : { earliest }),
  ...(expected === undefined ? {} : { expected }),
  ...(latest === undefined ? {} : { latest }),
});

const nameOf = ({ productName, skuPartNumber }: LicenceReport): string => productName ?? skuPartNumber;

const renewalFacts = ({ licence, day }: Renewal, reached: Day): Found["facts"] => ({
  renewsAt: day,
  days: daysBetween(reached, day),
  licence: nameOf(licence),
  quantity: licence.quantity,
  ...(licence.renewal === undefined ? {} : { renewal: licence.renewal }),
});

const subjectsOf = (report: MeterReport, { licence }: Renewal): readonly Subject[] => [
  meterSubject(report),
  { type: "licence", id: licence.id, name: nameOf(licence) },
];

const one = (report: MeterReport, input: QuotaInput): readonly Found[] => {
  const level = report.forecast?.levels.find(({ percent }) => percent === 100);
  const renewal = nextRenewal(report.meter, input);
  if (level === undefined || renewal === undefined) return [];
  const reached = reachedBefore(level, renewal.day);
  if (reached === undefined) return [];
  const { meter, unit } = report;
  return [
    {
      id: `overBeforeRenewal:${meter}`,
      kind: "overBeforeRenewal",
      ...(reached.basis === "earliest" ? { severity: "info" } : {}),
      subjects: subjectsOf(report, renewal),
      facts: {
        ...{ meter, unit, ...knownFacts(report), reached: reached.day, basis: reached.basis },
        ...rangeFacts(level),
        ...renewalFacts(renewal, reached.day),
      },
    },
  ];
};

/** Meters that run out before one of the subscriptions behind them comes up for renewal (GEN.capacity.change). */
export const overBeforeRenewal: QuotaCheck = (input) =>
  input.meters.filter(hasRoom).flatMap((report) => one(report, input));
