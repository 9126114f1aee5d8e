/** What `quota-panel doctor` prints for a person. */
import { faultyStates, type ProbeState } from "../../../app/doctor/diagnosis";
import type { Endpoint } from "../../../app/doctor/endpoints";
import type { EnvironmentCount, Examination, Probe, ProbedEnvironment } from "../../../app/doctor/examine";
import type { ScriptIdentity } from "../../../app/doctor/grantScript";
import type { Remedy } from "../../../app/doctor/remedies";
import { columns, indented } from "../figures";
import { doctor, services, states } from "../messages/doctor";
import { commandsOf, portalOf, type Consultation } from "./consultation";

const mostNames = 5;

const listed = (environments: readonly ProbedEnvironment[]): string => {
  const names = environments.slice(0, mostNames).map(({ name }) => name);
  const more = environments.length - names.length;
  return [...names, ...(more > 0 ? [doctor.andMore(more)] : [])].join(", ");
};

/** Probes of one call that went alike. */
interface Group {
  readonly endpoint: Endpoint;
  readonly state: ProbeState;
  readonly probes: readonly Probe[];
  /** Probes of the call, however they went. */
  readonly of: number;
}

const grouped = <T, K>(items: readonly T[], keyOf: (item: T) => K): ReadonlyMap<K, readonly T[]> => {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
};

const groupsOf = (probes: readonly Probe[]): readonly Group[] =>
  [...grouped(probes, ({ endpoint }) => endpoint)].flatMap(([endpoint, all]) =>
    [...grouped(all, ({ state }) => state)].map(([state, some]) => ({ endpoint, state, probes: some, of: all.length })),
  );

const isOfEach = ({ probes }: Group): boolean => probes.some(({ environment }) => environment !== undefined);

const whereOf = (group: Group): string => {
  if (!isOfEach(group)) return "";
  const { probes, of, state } = group;
  const counted = doctor.counted(probes.length, of);
  const where = probes.flatMap(({ environment }) => (environment ? [environment] : []));
  return state === "answers" ? counted : `${counted}: ${listed(where)}`;
};

const lackOf = ({ probes }: Group): string => {
  const need = probes[0]?.need;
  return need === undefined ? "" : doctor.lacks(need.permission);
};

/** What was said at the sign-in already is not said again of each call. */
const saidOf = ({ state, probes }: Group): string =>
  faultyStates.has(state) && state !== "signIn" ? (probes[0]?.said ?? "") : "";

const callLines = ({ probes }: Examination): readonly string[] => {
  const groups = groupsOf(probes);
  const heads = columns(
    groups.map((group) => [
      states[group.state],
      services[group.endpoint.service],
      `${group.endpoint.method} ${group.endpoint.path}`,
      whereOf(group),
    ]),
  );
  return groups.flatMap((group, index) => [
    heads[index] ?? "",
    ...indented([lackOf(group), saidOf(group)].filter((line) => line !== "")),
  ]);
};

const signInLines = ({ signIns }: Examination): readonly string[] =>
  signIns.flatMap(({ service, state, said }) => [
    ...columns([[states[state].padEnd(10), services[service]]]),
    ...(said === undefined ? [] : indented([said])),
  ]);

const countLines = ({ total, probed, withoutDataverse, notReady }: EnvironmentCount): readonly string[] => {
  const left = total - probed - withoutDataverse - notReady.length;
  const count = doctor.environmentCount(total, probed, withoutDataverse);
  return [
    left > 0 ? `${count} ${doctor.probeAll}` : count,
    ...(notReady.length === 0 ? [] : [doctor.notReady(listed(notReady))]),
  ];
};

const environmentLines = ({ environments, unlisted = "" }: Examination): readonly string[] =>
  environments === undefined ? [doctor.environmentsUnknown(unlisted)] : countLines(environments);

const commandLines = (remedy: Remedy, identity: ScriptIdentity): readonly string[] => {
  const all = commandsOf(remedy, identity);
  const shown = all.slice(0, mostNames).map((command) => `${doctor.command}: ${command}`);
  return all.length > shown.length ? [...shown, doctor.everyEnvironment(all.length - shown.length)] : shown;
};

const remedyLines = (remedy: Remedy, index: number, identity: ScriptIdentity): readonly string[] => {
  const { step, permissions, unknown } = remedy;
  const what = permissions.length === 0 ? "" : `: ${permissions.join(", ")}`;
  return [
    `${index + 1}. ${step.title}${what}`,
    ...indented(
      [
        `${doctor.by}: ${step.who}`,
        `${doctor.portal}: ${portalOf(remedy, identity)}`,
        ...commandLines(remedy, identity),
        ...(step.note === undefined ? [] : [`${doctor.note}: ${step.note}`]),
        ...(unknown.length === 0 ? [] : [`${doctor.unknown}: ${unknown.join("; ")}`]),
      ],
      3,
    ),
  ];
};

const endLines = ({ remedies, identity, examination }: Consultation): readonly string[] => {
  if (remedies.length > 0) {
    return [
      doctor.toDo,
      ...remedies.flatMap((remedy, index) => remedyLines(remedy, index, identity)),
      "",
      doctor.fixHint,
    ];
  }
  const isFaulty = [...examination.signIns, ...examination.probes].some(({ state }) => faultyStates.has(state));
  return [isFaulty ? doctor.onlyTrouble : doctor.nothingMissing];
};

export const doctorText = (consultation: Consultation): string => {
  const { examination, identity } = consultation;
  return [
    doctor.head(identity.tenantId, identity.clientId, identity.homeUrl),
    "",
    doctor.signIn,
    ...indented(signInLines(examination)),
    "",
    doctor.calls,
    ...indented(callLines(examination)),
    "",
    ...environmentLines(examination),
    "",
    ...endLines(consultation),
  ].join("\n");
};
