/** A forecast's figures and dates from what history said once and what is owned and used now. */
import { addDays, dayInMonth, dayOf, daysInMonth, monthOfDay } from "../../calendar";
import type { Instant, Known } from "../../measured";
import type { Day } from "../../snapshot/activity";
import type { Forecast, ForecastMethod, Range } from "../../snapshot/forecast";
import type { MeterReport } from "../../snapshot/snapshot";
import { levelDates, type FirstDayAbove } from "./levels";
import { firstDayAboveLine } from "./line";
import { firstDayAboveMonths, lastDayOf, monthsAhead } from "./monthsAhead";

/** An instant and the time zone of the policy (IANA name), in which days and months begin. */
export interface Moment {
  readonly asOf: Instant;
  readonly timeZone: string;
}

/** The sides of a meter; with its contributions, where there are any, it is seen whether more may be owned. */
export type Sides = Pick<MeterReport, "owned" | "used"> & Partial<Pick<MeterReport, "contributions" | "official">>;

/** In days; a day further ahead is not told. */
export const horizonDays = 365;

/** What follows from the use of today: the forecast's figures, and the dates once it is known what is owned. */
interface Course {
  readonly figures: Partial<Forecast>;
  readonly above: (owned: number) => FirstDayAbove;
}

interface Here {
  readonly used: Known;
  readonly today: Day;
  readonly timeZone: string;
}

const still: Range = { low: 0, expected: 0, high: 0 };

/** The day of a reading in today's month; a reading cannot be later than today. */
const readingDay = ({ used, today, timeZone }: Here): Day => {
  const day = dayOf(used.asOf, timeZone);
  return day > today ? today : day;
};

const monthEndOf = (used: number, { perDay, days }: { readonly perDay: Range; readonly days: number }): Range => {
  const at = (edge: keyof Range): number => Math.round(used + perDay[edge] * days);
  return { low: at("low"), expected: at("expected"), high: at("high") };
};

/** A reading of another month says nothing about this one (GEN.reset.monthly). */
const runRate = ({ perDay = still }: Forecast, here: Here): Course | undefined => {
  const from = readingDay(here);
  const month = monthOfDay(here.today);
  if (monthOfDay(from) !== month) return undefined;
  const { used, today } = here;
  const days = daysInMonth(month) - dayInMonth(from);
  const line = { from, used: used.value, perDay, today, until: lastDayOf(month) };
  return {
    figures: { monthEnd: monthEndOf(used.value, { perDay, days }) },
    above: (owned) => firstDayAboveLine({ ...line, owned }),
  };
};

const trend = ({ perDay = still }: Forecast, { used, today }: Here): Course => {
  const line = { from: today, used: used.value, perDay, today, until: addDays(today, horizonDays) };
  return { figures: {}, above: (owned) => firstDayAboveLine({ ...line, owned }) };
};

const releases = ({ arrivals = still, months: before = [] }: Forecast, { used, today }: Here): Course => {
  const leaving = before.filter(({ month }) => month >= monthOfDay(today));
  const months = monthsAhead(used.value, { leaving, arrivals, today });
  return { figures: { months }, above: (owned) => firstDayAboveMonths(months, { owned, today }) };
};

const courses: Readonly<Record<ForecastMethod, (forecast: Forecast, here: Here) => Course | undefined>> = {
  ...{ runRate, trend, releases },
};

/** What history alone says stays. */
const tooEarly = ({ points, lowerBound, peak, jump }: Forecast): Forecast => ({
  ...{ none: "tooEarly", points, levels: [] },
  ...(lowerBound === undefined ? {} : { lowerBound }),
  ...(peak === undefined ? {} : { peak }),
  ...(jump === undefined ? {} : { jump }),
});

/** What is owned at least is no limit to count days to, unless the admin center tells it. */
const limitOf = ({ owned, official, contributions = [] }: Sides): number | undefined => {
  const atLeast = official === undefined && contributions.some(({ note }) => note === "sizeNotKnown");
  return owned.kind === "known" && !atLeast ? owned.value : undefined;
};

/**
 * The same forecast for other sides or another day, without history: what grows a day, who arrives and who leaves stay
 * as they were found. Cheap: no more than dates are computed. A forecast without a method comes back as it is; with use
 * unknown, or nothing limited, there are no levels.
 */
export const relevel = (forecast: Forecast, sides: Sides, { asOf, timeZone }: Moment): Forecast => {
  const { used } = sides;
  if (forecast.method === undefined) return forecast;
  if (used.kind !== "known") return { ...forecast, levels: [] };
  const today = dayOf(asOf, timeZone);
  const course = courses[forecast.method](forecast, { used, today, timeZone });
  if (course === undefined) return tooEarly(forecast);
  const owned = limitOf(sides);
  if (owned === undefined) return { ...forecast, ...course.figures, levels: [] };
  const standing = { used: used.value, owned, today, lowerBound: forecast.lowerBound === true };
  return { ...forecast, ...course.figures, levels: levelDates(standing, course.above(owned)) };
};
