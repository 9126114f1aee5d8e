/** Meters whose use is counted from what was handed in or is held, instead of read from a service, by meter. */
import type { MeterId } from "../../catalog/meters";
import type { Measured } from "../../measured";
import { casesImported } from "../cases/count";
import { currencyConsumed } from "../copilot/currencies";
import type { CountingInput, EnvironmentCounting } from "./countingInput";
import type { Holding } from "../owned/entitle";
import { interactedPeople, monthlyInteractions } from "../people/count";
import { addOnsHeld } from "../seats/addOns";
import { seatsAssigned } from "../seats/assigned";

/** Counted environment by environment. */
export const environmentCountings: Partial<Readonly<Record<MeterId, EnvironmentCounting>>> = {
  interactedPeople,
  monthlyInteractions,
  cases: casesImported,
};

/** Counted for the tenant in one piece, from facts. */
export const tenantCountings: Partial<Readonly<Record<MeterId, (input: CountingInput) => Measured>>> = {
  seatsDigital: seatsAssigned("seatsDigital"),
  seatsVoice: seatsAssigned("seatsVoice"),
  copilotMessages: currencyConsumed("copilotMessages"),
  copilotSessions: currencyConsumed("copilotSessions"),
};

/** Counted from the licences themselves, so that a planned licence counts at once. */
export const holdingCountings: Partial<Readonly<Record<MeterId, (holdings: readonly Holding[]) => number>>> = {
  addOnDigital: addOnsHeld("addOnDigital"),
  addOnVoice: addOnsHeld("addOnVoice"),
  addOnBoth: addOnsHeld("addOnBoth"),
};
