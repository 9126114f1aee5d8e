/** What other readings of a rule would say about the use of a meter. */
import { environmentCountings } from "./counting";
import type { CountEnvironment, CountingInput } from "./countingInput";
import { meters, type MeterId } from "../catalog/meters";
import { switches, switchNames } from "../catalog/switches";
import type { SwitchEffect } from "../snapshot/snapshot";

const sumOf = (count: CountEnvironment | undefined, ids: readonly string[]): number | undefined => {
  if (count === undefined) return undefined;
  return ids.reduce((sum, id) => {
    const figure = count(id);
    return figure?.kind === "known" ? sum + figure.value : sum;
  }, 0);
};

const idsOf = ({ facts }: CountingInput): readonly string[] =>
  facts.environments.kind === "read" ? [...new Set(facts.environments.value.map(({ id }) => id))] : [];

const underPolicy = (input: CountingInput, name: string, value: string): CountingInput => ({
  ...input,
  settings: { ...input.settings, policy: { ...input.settings.policy, [name]: value } },
});

const effectOf = (
  meter: MeterId,
  name: (typeof switchNames)[number],
  input: CountingInput,
): readonly SwitchEffect[] => {
  const counting = environmentCountings[meter];
  const ids = idsOf(input);
  const today = sumOf(counting?.count(input), ids);
  const values: readonly string[] = switches[name].values;
  const value = input.settings.policy[name];
  const others = values.flatMap((other) => {
    const used = other === value ? undefined : sumOf(counting?.count(underPolicy(input, name, other)), ids);
    return used === undefined ? [] : [{ value: other, used }];
  });
  return others.some(({ used }) => used !== today) ? [{ name, value, others }] : [];
};

/** Effects of the switches that move what is used, for meters that are counted from what was handed in. */
export const usedEffectsOf = (input: CountingInput): ((meter: MeterId) => readonly SwitchEffect[]) => {
  const moving = switchNames.filter((name) => switches[name].moves === "used");
  const effects = new Map(meters.map(({ id }) => [id, moving.flatMap((name) => effectOf(id, name, input))] as const));
  return (meter) => effects.get(meter) ?? [];
};
