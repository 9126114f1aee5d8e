import type { MeterReport, Subject } from "../../snapshot/snapshot";
import type { Channel } from "../../snapshot/seats";
import type { Found, QuotaCheck } from "./check";

type AddOnMeter = Extract<MeterReport["meter"], "addOnDigital" | "addOnVoice" | "addOnBoth">;

const rows = [
  { channel: "digital", meter: "addOnDigital" },
  { channel: "voice", meter: "addOnVoice" },
] as const satisfies readonly { readonly channel: Channel; readonly meter: AddOnMeter }[];

interface Figures {
  readonly allowed: number;
  readonly held: number;
}

const figuresOf = (meter: AddOnMeter, meters: readonly MeterReport[]): readonly Figures[] =>
  meters.flatMap((report) =>
    report.meter === meter && report.owned.kind === "known" && report.used.kind === "known"
      ? [{ allowed: report.owned.value, held: report.used.value }]
      : [],
  );

const meterSubject = (meter: AddOnMeter): Subject => ({ type: "meter", id: meter, name: meter });

const found = ({ channel, meter }: (typeof rows)[number], single: Figures, both: Figures): readonly Found[] => {
  const addOns = single.held + both.held;
  const over = addOns - single.allowed;
  if (over <= 0 || single.held > single.allowed || both.held > both.allowed) return [];
  return [
    {
      id: `channelAdvisory:${channel}`,
      kind: "channelAdvisory",
      subjects: [meterSubject(meter), meterSubject("addOnBoth")],
      facts: { channel, addOns, single: single.held, both: both.held, customerService: single.allowed, over },
    },
  ];
};

/**
 * Add-ons of one channel that are more than the users who can hold them, though each row is within its maximum
 * (CC.addon.max). One user may hold a digital and a voice add-on, so the two channels are not added up.
 */
export const channelAdvisory: QuotaCheck = ({ meters }) =>
  rows.flatMap((row) =>
    figuresOf(row.meter, meters).flatMap((single) =>
      figuresOf("addOnBoth", meters).flatMap((both) => found(row, single, both)),
    ),
  );
