/** What would open the calls that do not answer: each step once, with all that it has to give. */
import { endpoints, type Need } from "./endpoints";
import type { Examination, Probe, ProbedEnvironment } from "./examine";
import { steps, type Step, type StepId } from "./steps";

export interface Remedy {
  readonly step: Step;
  /** Names of the permissions that are missing, in order. */
  readonly permissions: readonly string[];
  /** Where the step is to be done for each environment. */
  readonly environments: readonly ProbedEnvironment[];
  /** What is unknown until then. */
  readonly unknown: readonly string[];
}

interface Lack extends Probe {
  readonly need: Need;
}

const distinct = <T>(items: readonly T[]): readonly T[] => [...new Set(items)];

/**
 * Where one step is to be done anyway and opens a call too, no other is needed for that call: the registration as
 * management app, without which there are no environments, opens the Power Platform API as well.
 */
const settled = (lack: Lack, taken: ReadonlySet<StepId>): Lack => {
  const other = lack.endpoint.needs.find(({ step }) => taken.has(step));
  return other === undefined ? lack : { ...lack, need: other };
};

const lacksOf = (probes: readonly Probe[]): readonly Lack[] => {
  const lacking = probes.flatMap((probe) => (probe.need === undefined ? [] : [{ ...probe, need: probe.need }]));
  const single = lacking.filter(({ endpoint }) => endpoint.needs.length === 1);
  const taken = new Set(single.map(({ need }) => need.step));
  return lacking.map((lack) => settled(lack, taken));
};

const environmentsOf = (lacks: readonly Lack[]): readonly ProbedEnvironment[] => {
  const byId = new Map(lacks.flatMap(({ environment }) => (environment ? [[environment.id, environment]] : [])));
  return [...byId.values()];
};

const withNext = (wanted: readonly StepId[]): ReadonlySet<StepId> =>
  new Set(wanted.flatMap((id) => [id, ...steps.flatMap((step) => (step.id === id && step.then ? [step.then] : []))]));

const permissionsOf = (id: StepId, lacks: readonly Lack[]): readonly string[] => {
  const lacking = lacks.map(({ need }) => need.permission);
  const all = endpoints.flatMap(({ needs }) =>
    needs.flatMap(({ step, permission }) => (step === id ? [permission] : [])),
  );
  return distinct(lacking.length > 0 ? lacking : all);
};

/** In the order of the steps: what lies behind a wrong credential cannot be seen, so that one comes first. */
export const remediesOf = ({ signIns, probes }: Examination): readonly Remedy[] => {
  const lacks = lacksOf(probes);
  const needed = [...signIns.flatMap(({ need }) => (need ? [need.step] : [])), ...lacks.map(({ need }) => need.step)];
  const wanted = withNext(needed);
  return steps
    .filter(({ id }) => wanted.has(id))
    .map((step) => {
      const own = lacks.filter(({ need }) => need.step === step.id);
      return {
        step,
        permissions: permissionsOf(step.id, own),
        environments: step.id === "environmentUser" ? environmentsOf(own) : [],
        unknown: distinct(own.map(({ endpoint }) => endpoint.unknownWithout)),
      };
    });
};
