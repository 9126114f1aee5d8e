/** What every meter's past says about its future (DATA.forecast): tenant totals only, whatever the number of environments. */
import { addDays, dayOf, monthOfDay } from "../../calendar";
import type { MeterId } from "../../catalog/meters";
import type { Known, Measured } from "../../measured";
import type { Day } from "../../snapshot/activity";
import type { MeterHistory } from "../../snapshot/facts";
import type { Forecast, Peak } from "../../snapshot/forecast";
import type { MeterReport } from "../../snapshot/snapshot";
import type { CountingInput } from "../used/countingInput";
import { recentArrivals } from "../people/arrivals";
import { peakMonth } from "../people/peak";
import { releaseCalendar } from "../people/releases";
import { peakOfHistory } from "./peak";
import { jumpSince, pointsBefore, type Point } from "./points";
import { releasesOf, type PeopleAhead } from "./releases";
import { relevel, type Moment } from "./relevel";
import { runRateOf } from "./runRate";
import { trendOf } from "./trend";

interface Looking extends Moment {
  readonly history: readonly MeterHistory[];
  readonly people: PeopleAhead;
  readonly today: Day;
}

interface Subject {
  readonly report: MeterReport;
  readonly used: Known;
  readonly past: readonly Point[];
  /** Not every environment was read. */
  readonly lowerBound: boolean;
}

/** Days of history are those of UTC. */
const pastOf = (meter: MeterId, { history, asOf }: Looking): readonly Point[] =>
  pointsBefore(history, meter, dayOf(asOf, "UTC"));

const standing = ({ used, past, lowerBound }: Subject, { asOf }: Looking): Forecast =>
  trendOf(past, lowerBound ? undefined : { day: dayOf(asOf, "UTC"), used: used.value });

/** A reading of an earlier month is none of this one. */
const monthly = ({ used, past }: Subject, { today, timeZone }: Looking): Forecast => {
  const read = dayOf(used.asOf, timeZone);
  const day = read > today ? today : read;
  if (monthOfDay(day) !== monthOfDay(today)) return { none: "tooEarly", points: 0, levels: [] };
  return runRateOf(past, { day, used: used.value });
};

const rolling = (subject: Subject, looking: Looking): Forecast =>
  releasesOf(subject.used.value, looking.people, subject.past.length + 1) ?? standing(subject, looking);

const filled = ({ past }: Subject): Forecast => ({ none: "noTrend", points: past.length + 1, levels: [] });

const basisOf = (subject: Subject, looking: Looking): Forecast => {
  const { nature, reset } = subject.report;
  if (nature === "slots") return filled(subject);
  if (reset === "firstOfMonth") return monthly(subject, looking);
  return (reset === "rolling12Months" ? rolling : standing)(subject, looking);
};

const subjectOf = (report: MeterReport, looking: Looking): Subject | undefined => {
  const { used, coverage, nature } = report;
  if (used.kind !== "known" || nature === "rate") return undefined;
  return { report, used, past: pastOf(report.meter, looking), lowerBound: coverage.read < coverage.total };
};

const forecastOf = (report: MeterReport, looking: Looking): Forecast | undefined => {
  const subject = subjectOf(report, looking);
  if (subject === undefined) return undefined;
  const { used, past, lowerBound } = subject;
  const basis = { ...basisOf(subject, looking), ...(lowerBound ? { lowerBound } : {}) };
  const jump = lowerBound ? {} : jumpSince(past, { today: looking.today, used: used.value, reset: report.reset });
  return { ...relevel(basis, report, looking), ...jump };
};

const askedTogether: readonly MeterId[] = ["interactedPeople", "monthlyInteractions"];

const usedOf = (measured: Measured | undefined): readonly number[] =>
  measured?.kind === "known" ? [measured.value] : [];

/** Interacted people at their highest of a year, as far as known. */
const mostPeople = (reports: readonly MeterReport[], looking: Looking): number | undefined => {
  const yearAgo = addDays(looking.today, -365);
  const past = pastOf("interactedPeople", looking).filter(({ day }) => day >= yearAgo);
  const now = reports.find(({ meter }) => meter === "interactedPeople")?.used;
  const figures = [...past.map(({ used }) => used), ...usedOf(now)];
  return figures.length === 0 ? undefined : Math.max(...figures);
};

/** Neither need have seen all: the higher is nearer. */
const higher = (one: Peak | undefined, other: Peak | undefined): Peak | undefined =>
  one === undefined || (other !== undefined && other.interactions > one.interactions) ? other : one;

const peakOf = (reports: readonly MeterReport[], looking: Looking, input: CountingInput): Peak | undefined => {
  const people = mostPeople(reports, looking);
  if (people === undefined) return undefined;
  const monthly = reports.find(({ meter }) => meter === "monthlyInteractions");
  const [used] = usedOf(monthly?.used);
  const projected = monthly?.forecast?.monthEnd?.expected ?? used;
  const past = pastOf("monthlyInteractions", looking);
  return higher(
    peakMonth(input, people),
    peakOfHistory({ past, current: monthOfDay(looking.today), projected, people }),
  );
};

const lookingOf = (input: CountingInput): Looking => {
  const { facts, settings, asOf } = input;
  const { timeZone } = settings.policy;
  const people = { calendar: releaseCalendar(input), arrivals: recentArrivals(input) };
  return { asOf, timeZone, history: facts.history ?? [], people, today: dayOf(asOf, timeZone) };
};

/** The same reports, with a forecast for every meter whose use is known and that can be used up or filled. */
export const withForecasts = (reports: readonly MeterReport[], input: CountingInput): readonly MeterReport[] => {
  const looking = lookingOf(input);
  const ahead = reports.map((report) => {
    const forecast = forecastOf(report, looking);
    return forecast === undefined ? report : { ...report, forecast };
  });
  const peak = peakOf(ahead, looking, input);
  if (peak === undefined) return ahead;
  return ahead.map((report) =>
    report.forecast !== undefined && askedTogether.includes(report.meter)
      ? { ...report, forecast: { ...report.forecast, peak } }
      : report,
  );
};
