/** What `quota-panel doctor --json` prints: every probe by itself. */
import { grantScript } from "../../../app/doctor/grantScript";
import type { Probe } from "../../../app/doctor/examine";
import type { Remedy } from "../../../app/doctor/remedies";
import { exitCodes, type Outcome } from "../exitCodes";
import { commandsOf, portalOf, type Consultation } from "./consultation";

const callOf = ({ endpoint, environment, state, said, need }: Probe) => ({
  id: endpoint.id,
  service: endpoint.service,
  method: endpoint.method,
  path: endpoint.path,
  state,
  environment,
  said,
  permission: need?.permission,
});

const remedyOf = (remedy: Remedy, { identity }: Consultation) => ({
  step: remedy.step.id,
  title: remedy.step.title,
  by: remedy.step.who,
  permissions: remedy.permissions,
  portal: portalOf(remedy, identity),
  commands: commandsOf(remedy, identity),
  unknown: remedy.unknown,
});

export const doctorJson = (consultation: Consultation, outcome: Outcome, withScript: boolean) => {
  const { examination, remedies, identity } = consultation;
  return {
    outcome,
    exitCode: exitCodes[outcome],
    ...identity,
    signIns: examination.signIns.map(({ service, state, said }) => ({ service, state, said })),
    calls: examination.probes.map(callOf),
    environments: examination.environments,
    missing: remedies.map((remedy) => remedyOf(remedy, consultation)),
    ...(withScript ? { script: grantScript(remedies, identity) } : {}),
  };
};
