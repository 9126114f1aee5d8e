import type { Agent, Channel } from "../../snapshot/seats";
import type { MeterReport } from "../../snapshot/snapshot";
import { missingChannels } from "../seats/capability";
import { peopleOf, type Person } from "../seats/people";
import type { Check, Found } from "./check";
import { naming } from "./personFacts";

const seatMeters = { digital: "seatsDigital", voice: "seatsVoice" } as const satisfies Record<Channel, string>;
const channels: readonly Channel[] = ["digital", "voice"];

interface Lacking {
  readonly agent: Agent;
  readonly channels: readonly Channel[];
  readonly doubtful: boolean;
}

const lackingOf = (agents: readonly Agent[], people: readonly Person[]): readonly Lacking[] => {
  const byId = new Map(people.map((person) => [person.userId, person]));
  return agents.map((agent) => {
    const person = byId.get(agent.userId);
    const missing = missingChannels(agent, person?.products ?? new Set());
    return { agent, channels: missing, doubtful: person?.doubtful ?? false };
  });
};

/** Seats that are owned and assigned to nobody. */
const freeSeats = (channel: Channel, meters: readonly MeterReport[]): Found["facts"] =>
  meters.reduce<Found["facts"]>(
    (facts, { meter, owned, used }) =>
      meter === seatMeters[channel] && owned.kind === "known" && used.kind === "known"
        ? { free: Math.max(0, owned.value - used.value) }
        : facts,
    {},
  );

const ofChannel = (channel: Channel, all: readonly Lacking[], meters: readonly MeterReport[]): readonly Found[] => {
  const lacking = all.filter((item) => item.channels.includes(channel));
  const sure = lacking.filter(({ doubtful }) => !doubtful);
  if (sure.length === 0) return [];
  const { subjects, facts } = naming(sure.map(({ agent }) => agent));
  return [
    {
      id: `capabilityMissing:${channel}`,
      kind: "capabilityMissing",
      subjects,
      facts: { channel, ...facts, unsure: lacking.length - sure.length, ...freeSeats(channel, meters) },
    },
  ];
};

/**
 * People who work with a channel and hold no plan that bears it, channel by channel (CC.capability.user); external people need none.
 * `unsure` hold a licence that the catalogue does not know and are left out. Silent while it is not known who holds what.
 */
export const capabilityMissing: Check = ({ facts, licences, meters }) => {
  const people = peopleOf(facts.seats, licences);
  if (people === undefined) return [];
  const lacking = lackingOf(facts.agents ?? [], people);
  return channels.flatMap((channel) => ofChannel(channel, lacking, meters));
};
