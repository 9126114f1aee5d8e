/** `quota-panel doctor`: what answers, what is missing, and how it is given. Changes nothing. */
import { examine, isWhole, type Examination } from "../../../app/doctor/examine";
import { grantScript } from "../../../app/doctor/grantScript";
import { remediesOf } from "../../../app/doctor/remedies";
import { compose } from "../../compose";
import { doctorPorts } from "../../doctorPorts";
import { routeOf } from "../../route";
import type { Consultation } from "../doctor/consultation";
import { doctorJson } from "../doctor/json";
import { doctorText } from "../doctor/text";
import type { Outcome } from "../exitCodes";
import type { DoctorOptions } from "../program";
import { showRequests } from "../showRequests";
import { settingsOf } from "./session";

/** When nobody could sign in to anything, that is the one thing to say. */
const outcomeOf = (examination: Examination): Outcome => {
  if (examination.signIns.every(({ state }) => state === "signIn")) return "signIn";
  return isWhole(examination) ? "done" : "refused";
};

const write = (stream: NodeJS.WriteStream, text: string): void => void stream.write(`${text}\n`);

/** The script stands alone, so that it can be kept in a file; the table is then for whoever looks on. */
const print = (consultation: Consultation, outcome: Outcome, { json, fix }: DoctorOptions): void => {
  if (json) {
    write(process.stdout, JSON.stringify(doctorJson(consultation, outcome, fix ?? false)));
    return;
  }
  write(fix ? process.stderr : process.stdout, doctorText(consultation));
  if (fix) write(process.stdout, grantScript(consultation.remedies, consultation.identity));
};

/** Gives `done` when everything answers. */
export const runDoctor = async (options: DoctorOptions, signal: AbortSignal): Promise<Outcome> => {
  const config = settingsOf(options);
  if (options.verbose) showRequests(process.stderr);
  const ports = doctorPorts(compose(config, routeOf(process.env)), config);
  const examination = await examine(ports, { environments: options.environments, signal });
  const { tenant, identity, homeUrl } = config;
  const outcome = outcomeOf(examination);
  const whom = { tenantId: tenant.id, clientId: identity.clientId, homeUrl };
  print({ examination, remedies: remediesOf(examination), identity: whom }, outcome, options);
  return outcome;
};
