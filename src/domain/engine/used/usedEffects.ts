/** What other readings of a rule would say about the use of a meter. */
import { meters, type Meter, type MeterId } from "../../catalog/meters";
import { switches, switchNames } from "../../catalog/switches";
import type { SwitchEffect } from "../../snapshot/snapshot";
import { readingOf, type ReadingContext } from "./consume";
import { environmentCountings } from "./counting";
import type { CountingInput } from "./countingInput";
import { environmentsOf } from "./environments";

type SwitchName = (typeof switchNames)[number];

/** How a tenant is read and what is counted of it. */
type Reader = CountingInput & { readonly context: ReadingContext };

/** Use over all environments: an official or imported figure stands under every reading, only counts move. */
const usedBy = (meter: Meter, { context, ...input }: Reader): number | undefined => {
  const count = environmentCountings[meter.id]?.count(input);
  if (count === undefined) return undefined;
  const reading: ReadingContext = { ...context, settings: input.settings, countOf: () => count };
  return environmentsOf(input.facts)
    .map((environment) => readingOf(meter, environment, reading))
    .reduce((sum, figure) => (figure.kind === "known" ? sum + figure.value : sum), 0);
};

const underPolicy = (reader: Reader, name: SwitchName, value: string): Reader => ({
  ...reader,
  settings: { ...reader.settings, policy: { ...reader.settings.policy, [name]: value } },
});

const effectOf = (meter: Meter, name: SwitchName, reader: Reader, today: number): readonly SwitchEffect[] => {
  const value = reader.settings.policy[name];
  const values: readonly string[] = switches[name].values;
  const others = values.flatMap((other) => {
    const used = other === value ? undefined : usedBy(meter, underPolicy(reader, name, other));
    return used === undefined ? [] : [{ value: other, used }];
  });
  return others.some(({ used }) => used !== today) ? [{ name, value, others }] : [];
};

const effectsOn = (meter: Meter, reader: Reader): readonly SwitchEffect[] => {
  const today = usedBy(meter, reader);
  if (today === undefined) return [];
  const moving = switchNames.filter((name) => switches[name].moves === "used");
  return moving.flatMap((name) => effectOf(meter, name, reader, today));
};

/** Effects of the switches that move what is used, for meters that are counted from what was handed in. */
export const usedEffectsOf = (
  input: CountingInput,
  context: ReadingContext,
): ((meter: MeterId) => readonly SwitchEffect[]) => {
  const reader = { ...input, context };
  const effects = meters.flatMap((meter) => effectsOn(meter, reader).map((effect) => ({ meter: meter.id, effect })));
  return (meter) => effects.filter((row) => row.meter === meter).map(({ effect }) => effect);
};
