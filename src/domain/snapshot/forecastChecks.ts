/** The shape of a forecast inside a snapshot. */
import { isFlag, isNumber, isText, listOf, oneOf, optional, shape, type Check } from "./check";
import type { Forecast, ForecastMethod, LevelDate, MonthAhead, NoForecast, Peak, Range } from "./forecast";

const ranges = (): Check<Range> => shape<Range>({ low: isNumber, expected: isNumber, high: isNumber });

const percents: Check<LevelDate["percent"]> = (value): value is LevelDate["percent"] =>
  value === 85 || value === 95 || value === 100;

export const forecasts = (): Check<Forecast> =>
  shape<Forecast>({
    method: optional(oneOf<ForecastMethod>({ runRate: true, releases: true, trend: true })),
    none: optional(oneOf<NoForecast>({ tooEarly: true, noTrend: true, noHistory: true })),
    ...{ points: isNumber, perDay: optional(ranges()), monthEnd: optional(ranges()) },
    ...{ arrivals: optional(ranges()), lowerBound: optional(isFlag) },
    levels: listOf(
      shape<LevelDate>({
        ...{ percent: percents, earliest: optional(isText), expected: optional(isText), latest: optional(isText) },
      }),
    ),
    months: optional(listOf(shape<MonthAhead>({ month: isText, leaving: isNumber, used: ranges() }))),
    peak: optional(shape<Peak>({ month: isText, interactions: isNumber, peopleNeeded: isNumber, partialYear: isFlag })),
    jump: optional(shape<NonNullable<Forecast["jump"]>>({ since: isText, change: isNumber })),
  });
