/** What stands behind the people who count: deleted records, inbound only, channels. */
import type { LastTouch } from "../../snapshot/activity";
import type { PeopleBreakdown } from "../../snapshot/snapshot";
import type { CountingInput } from "../used/countingInput";
import { compareText } from "../order";
import { activitiesOf } from "./activities";
import { releasedAt, touchesSince } from "./count";
import { addTo } from "../tally";

/** Sum of a part over the people in the window; `undefined` when nothing that was handed in tells the part. */
const partOf = (part: "deleted" | "inboundOnly", input: CountingInput): number | undefined => {
  const released = releasedAt(input);
  const told = activitiesOf(input)
    .flatMap((activity) => touchesSince(activity, released))
    .flatMap((touch: LastTouch) => touch[part] ?? []);
  return told.length === 0 ? undefined : told.reduce((sum, people) => sum + people, 0);
};

/** Interacted people whose record was deleted: their quota is not free before the twelve months end. */
export const countedButDeleted = (input: CountingInput): number | undefined => partOf("deleted", input);

/** Interacted people to whom nothing was sent: forms, bots. */
export const inboundOnlyPeople = (input: CountingInput): number | undefined => partOf("inboundOnly", input);

/** Interactions by channel, the busiest first; `undefined` when nothing that was handed in tells channels. */
export const channelBreakdown = (input: CountingInput): PeopleBreakdown["channels"] => {
  const told = activitiesOf(input).flatMap(({ channels }) => (channels === undefined ? [] : [channels]));
  if (told.length === 0) return undefined;
  const sums = new Map<string, number>();
  for (const { channel, interactions } of told.flat()) addTo(sums, channel, interactions);
  return [...sums]
    .sort(([one, many], [other, more]) => more - many || compareText(one, other))
    .map(([channel, interactions]) => ({ channel, interactions }));
};

/** As far as something was handed in that tells; `undefined` when nothing does. */
export const breakdownOf = (input: CountingInput): PeopleBreakdown | undefined => {
  const [deleted, inboundOnly, channels] = [
    countedButDeleted(input),
    inboundOnlyPeople(input),
    channelBreakdown(input),
  ];
  const told: PeopleBreakdown = {
    ...(deleted === undefined ? {} : { deleted }),
    ...(inboundOnly === undefined ? {} : { inboundOnly }),
    ...(channels === undefined ? {} : { channels }),
  };
  return Object.keys(told).length === 0 ? undefined : told;
};
