/** What `quota-panel doctor` says. */
import type { ProbeState } from "../../../app/doctor/diagnosis";
import type { ServiceId } from "../../../app/doctor/endpoints";

export const states: Readonly<Record<ProbeState, string>> = {
  answers: "answers",
  refused: "REFUSED",
  missing: "MISSING",
  signIn: "NO SIGN-IN",
  notReady: "not ready",
  trouble: "NO ANSWER",
  notAsked: "not asked",
};

export const services: Readonly<Record<ServiceId, string>> = {
  graph: "Microsoft Graph",
  bap: "Environment list (BAP)",
  powerPlatform: "Power Platform API",
  dataverse: "Dataverse",
  home: "Home environment",
};

export const doctor = {
  says: "Ask each service whether it would answer a run, and say what is missing and how it is given. Reads only.",
  fix: "print a PowerShell script that gives what is missing; nothing is run, and it holds no secret",
  environments: "how many environments to probe, or all",
  expectedEnvironments: "Expected a whole number from 0 to 5000, or all.",
  examples: `Examples:
  $ quota-panel doctor
  $ quota-panel doctor --environments all --json

  The script on standard output, the table on standard error:
  $ quota-panel doctor --fix > grant.ps1`,
  head: (tenant: string, client: string, home: string): string =>
    `Tenant ${tenant}, application ${client}, home ${home}`,
  signIn: "Sign-in",
  calls: "Calls",
  lacks: (permission: string): string => `${permission} is missing.`,
  counted: (count: number, of: number): string => `in ${count} of ${of}`,
  environmentsUnknown: (why: string): string => `Environments: unknown. ${why}`,
  environmentCount: (total: number, probed: number, withoutDataverse: number): string =>
    `Environments: ${total}, ${probed} probed, ${withoutDataverse} without Dataverse.`,
  probeAll: "--environments all probes every one.",
  notReady: (names: string): string => `Not ready, so nobody can read them now: ${names}.`,
  andMore: (count: number): string => `and ${count} more`,
  nothingMissing: "Nothing is missing. Whether the application may also write is seen with the first run.",
  toDo: "What to do",
  by: "By",
  portal: "Portal",
  command: "Command",
  note: "Note",
  unknown: "Unknown until then",
  everyEnvironment: (count: number): string => `and so for ${count} more; --fix prints all of them`,
  fixHint: "`quota-panel doctor --fix` prints this as a script. Nothing was changed.",
  onlyTrouble: "Nothing is to be granted. What did not answer may do so later.",
} as const;
