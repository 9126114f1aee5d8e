/** Fourteen months that earlier syncs would have written: daily for the tenant, monthly per environment. */
import type { ProfileEnvironment, TenantProfile } from "../../contracts";
import { dayText, daysSinceMonth, monthText } from "../calendar";

type Row = Readonly<Record<string, unknown>>;

/** Months before the current one. */
const span = 14;

interface Course {
  readonly meter: string;
  /** Used at the beginning of the span and yesterday. */
  readonly from: number;
  readonly to: number;
  readonly owned: number;
  /** Height of the yearly wave on top of the straight line. */
  readonly wave: number;
}

const courses: readonly Course[] = [
  { meter: "interactedPeople", from: 5_900, to: 10_480, owned: 10_000, wave: 350 },
  { meter: "unifiedPeople", from: 71_000, to: 96_900, owned: 100_000, wave: 900 },
  { meter: "storageDatabase", from: 33_500, to: 48_450, owned: 56_000, wave: 700 },
  { meter: "storageFile", from: 41_000, to: 59_900, owned: 100_000, wave: 1_200 },
  { meter: "storageLog", from: 24_000, to: 45_900, owned: 44_000, wave: 2_400 },
  { meter: "installOutbound", from: 3, to: 6, owned: 5, wave: 0 },
  { meter: "trialEnvironments", from: 0, to: 1, owned: 0, wave: 0 },
];

/** Straight growth with one wave a year, both still at the ends of the span. */
const usedAt = (course: Course, share: number): number =>
  Math.round(course.from + (course.to - course.from) * share + course.wave * Math.sin(share * span * (Math.PI / 7)));

/** The same thresholds as STO.thresholds, in integers; a log pool over itself has been covered by database. */
const statusOf = (meter: string, used: number, owned: number): string => {
  const left = owned - used;
  if (left < 0) {
    return meter === "storageLog" ? "covered" : "over";
  }
  return 100 * left < 5 * owned ? "critical" : 100 * left < 15 * owned ? "near" : "ok";
};

const dailyRow = (tenantId: string, course: Course, day: string, used: number): Row => ({
  dqp_name: `${course.meter} ${day}`,
  dqp_tenantid: tenantId,
  dqp_meter: course.meter,
  dqp_day: day,
  dqp_used: used,
  dqp_owned: course.owned,
  dqp_meterstatus: statusOf(course.meter, used, course.owned),
});

const dailyRows = (tenantId: string, now: Date): readonly Row[] => {
  const days = daysSinceMonth(now, -span);
  return courses.flatMap((course) =>
    Array.from({ length: days }, (_, index) =>
      dailyRow(tenantId, course, dayText(now, index - days), usedAt(course, days < 2 ? 1 : index / (days - 1))),
    ),
  );
};

/** Consumption of each environment today, by meter, from which the months before are drawn. */
const latestOf = (environment: ProfileEnvironment): readonly (readonly [meter: string, used: number])[] => [
  ...environment.entitlements
    .filter((row) => row.entitlementId === "ContosoInteractedPeople")
    .map((row) => ["interactedPeople", row.consumed] as const),
  ...environment.storage.map((reading) => [`storage${reading.type}`, reading.rated] as const),
];

const bornBefore = (environment: ProfileEnvironment, month: string): boolean =>
  environment.createdAt.slice(0, 7) <= month;

const monthlyRow = (tenantId: string, id: string, meter: string, month: string, used: number): Row => ({
  dqp_name: `${meter} ${month}`,
  dqp_tenantid: tenantId,
  dqp_environmentid: id,
  dqp_meter: meter,
  dqp_month: month,
  dqp_used: used,
});

const monthlyRows = (tenantId: string, now: Date, environments: readonly ProfileEnvironment[]): readonly Row[] => {
  const months = Array.from({ length: span }, (_, index) => ({ month: monthText(now, index - span), index }));
  return environments
    .filter((environment) => environment.fault === undefined && environment.state === "Ready")
    .flatMap((environment) =>
      latestOf(environment).flatMap(([meter, used]) =>
        months
          .filter(({ month }) => bornBefore(environment, month))
          .map(({ month, index }) =>
            monthlyRow(tenantId, environment.id, meter, month, Math.round(used * (0.55 + (0.44 * index) / span))),
          ),
      ),
    );
};

export const contosoHistory = (
  tenantId: string,
  now: Date,
  environments: readonly ProfileEnvironment[],
): TenantProfile["history"] => ({
  dqp_meterhistory: dailyRows(tenantId, now),
  dqp_environmenthistory: monthlyRows(tenantId, now, environments),
});
