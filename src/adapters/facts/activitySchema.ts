/** What people and cases did, in a file of facts. */
import * as v from "valibot";
import { count, day, flag, instant, list, listOf, month, oneOf, shape, text } from "./values";

export const channels = list(oneOf(["email", "sms", "push", "voice", "custom"]));

export const interactions = list(
  shape({
    environmentId: text,
    table: text,
    recordId: text,
    at: instant,
    channel: text,
    direction: oneOf(["outbound", "inbound"]),
    deleted: v.exactOptional(flag),
  }),
);

const lastTouch = shape({
  day,
  people: count,
  deleted: v.exactOptional(count),
  inboundOnly: v.exactOptional(count),
});

export const activity = listOf(
  shape({
    environmentId: text,
    measuredAt: instant,
    lastTouch: listOf(lastTouch, "day", (row) => row.day),
    arrivals: listOf(shape({ month, people: count }), "month", (row) => row.month),
    messages: listOf(shape({ month, outbound: count, inbound: count }), "month", (row) => row.month),
    busiestDay: v.exactOptional(shape({ day, messages: count })),
    channels: v.exactOptional(
      listOf(shape({ channel: text, interactions: count }), "channel", ({ channel }) => channel),
    ),
  }),
  "environmentId",
  ({ environmentId }) => environmentId.toLowerCase(),
);

export const workspaces = listOf(
  shape({
    id: text,
    name: text,
    environmentId: text,
    sample: flag,
    readableCases: listOf(shape({ day, cases: count }), "day", (row) => row.day),
    createdCases: v.exactOptional(count),
    measuredAt: instant,
  }),
  "id",
  ({ id }) => id,
);
