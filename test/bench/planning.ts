/** How long a plan takes beside computing the same tenant as a whole, in one process and one run. */
import { assemble, defaultSettings, planner, type Change, type Snapshot, type TenantFacts } from "../../src/domain";
import { asOf, fakeTenant, guid, packageOf, runId } from "../fixtures/fakeTenant.fixture";

export interface PlanningFigures {
  readonly environments: number;
  /** Milliseconds, each the median of its rounds. */
  readonly assemble: number;
  readonly prepare: number;
  readonly plan: number;
  /** The slowest single plan. */
  readonly slowestPlan: number;
  /** Processor time of one plan, the mean: on a busy machine it says more than the clock. */
  readonly planProcessor: number;
}

const count = 5_000;
const plans = 300;

const licences = () =>
  fakeTenant()
    .withSku("customerInsightsAttach", 3)
    .withSku("interactedPeopleT3", 12)
    .withSku("marketingBase", 2)
    .withSku("contactCenter", 40)
    .withSku("contactCenterDigital", 300)
    .withSku("contactCenterVoice", 200)
    .withSku("contactCenterVoiceAddOn", 25)
    .withSku("customerServiceEnterprise", 500)
    .withSku("dataverseDatabase", 900)
    .withSku("dataverseFile", 400)
    .withSku("dataverseLog", 50);

const types = ["production", "sandbox", "developer", "trial"] as const;

/** Every environment is read, stores something and has people; every third holds installations. */
const factsOf = (environments: number): TenantFacts => {
  const one = licences()
    .withEnvironment("one", { database: 4_000, file: 2_000, log: 100 })
    .withEnvironment("other", {
      ...{ database: 900, file: 90, log: 9 },
      packages: [packageOf("msdyn_CustomerInsightsAnchor"), packageOf("MicrosoftDynamics_MarketingAnchor")],
    })
    .facts();
  const list = one.environments.kind === "read" ? one.environments.value : [];
  const indexes = Array.from({ length: environments }, (_, index) => index);
  return {
    ...one,
    environments: {
      ...{ kind: "read", source: "powerplatform.environments", asOf },
      value: indexes.flatMap((index) =>
        list
          .slice(index % 3 === 0 ? 1 : 0, index % 3 === 0 ? 2 : 1)
          .map((environment) => ({ ...environment, id: guid(index), type: types[index % 4] ?? "production" })),
      ),
    },
    byEnvironment: indexes.flatMap((index) =>
      one.byEnvironment
        .slice(index % 3 === 0 ? 1 : 0, index % 3 === 0 ? 2 : 1)
        .map((facts) => ({ ...facts, environmentId: guid(index) })),
    ),
    imported: indexes.map((index) => ({
      ...{ environmentId: guid(index), meter: "interactedPeople" as const, value: index % 400, measuredAt: asOf },
    })),
  };
};

const millisecondsOf = (work: () => unknown): number => {
  const start = performance.now();
  work();
  return performance.now() - start;
};

/** Of an even number the greater of the two in the middle: rather too slow than too fast. */
const median = (numbers: readonly number[]): number => numbers.toSorted((a, b) => a - b)[numbers.length >> 1] ?? NaN;

const rounds = (times: number, work: (round: number) => unknown): readonly number[] =>
  Array.from({ length: times }, (_, round) => millisecondsOf(() => work(round)));

/** One change each, of another kind in turn; no two plans are the same. */
const changeOf = (round: number): Change => {
  const kinds: readonly Change[] = [
    { kind: "add", product: "contactCenterDigital", quantity: round + 1 },
    { kind: "drop", product: "dataverseDatabase", quantity: round + 1 },
    { kind: "renewAs", from: "marketingBase", to: "customerInsightsBase", quantity: round + 1 },
    { kind: "campaign", segment: 1_000 * (round + 1), messages: 3, alreadyInteracted: round },
    { kind: "environment", type: "production", database: round, file: 1, log: 1, installs: ["installOutbound"] },
    { kind: "date", asOf: new Date(Date.parse(asOf) + round * 86_400_000).toISOString() },
  ];
  return kinds[round % kinds.length] ?? kinds[0] ?? { kind: "date", asOf };
};

const planOnce = (plan: ReturnType<typeof planner>, round: number): void => {
  if (plan([changeOf(round)]).kind !== "plan") throw new Error("The plan was refused.");
};

/** The first rounds are not counted: until then the engine is being compiled. */
export const measurePlanning = (): PlanningFigures => {
  const facts = factsOf(count);
  const whole = (): Snapshot => assemble(facts, defaultSettings, { id: runId, asOf });
  const snapshot = whole();
  const assembling = rounds(5, whole);
  const preparing = rounds(5, () => planner(snapshot));
  const plan = planner(snapshot);
  rounds(60, (round) => planOnce(plan, round));
  const before = process.cpuUsage();
  const planning = rounds(plans, (round) => planOnce(plan, round));
  const { user, system } = process.cpuUsage(before);
  return {
    environments: snapshot.environments.length,
    ...{ assemble: median(assembling), prepare: median(preparing), plan: median(planning) },
    slowestPlan: Math.max(...planning),
    planProcessor: (user + system) / 1_000 / plans,
  };
};

const milliseconds = (value: number): string => `${value.toFixed(1)} ms`;

export const planningLines = ({ environments, ...figures }: PlanningFigures): readonly string[] => [
  `one plan / the whole tenant again     ${(figures.plan / figures.assemble).toFixed(3)} with ${environments} environments`,
  `  one plan                            ${milliseconds(figures.plan)} (goal 16; slowest ${milliseconds(figures.slowestPlan)})`,
  `  its processor time                  ${milliseconds(figures.planProcessor)}`,
  `  preparing a snapshot for planning   ${milliseconds(figures.prepare)}`,
  `  the whole tenant again              ${milliseconds(figures.assemble)}`,
];
