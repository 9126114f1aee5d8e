import type { Reason } from "../../measured";
import type { Environment } from "../../snapshot/facts";
import { missingReason } from "../used/environments";
import type { Check, Found } from "./check";

interface Missing {
  readonly environment: Environment;
  readonly reason: Reason;
}

const grouped = (code: string, missing: readonly Missing[]): Found => {
  const detail = missing.find(({ reason }) => reason.detail !== undefined)?.reason.detail;
  return {
    id: `environmentNotRead:${code}`,
    kind: "environmentNotRead",
    subjects: missing.map(({ environment: { id, name } }) => ({ type: "environment", id, name })),
    facts: { reason: code, environments: missing.length, ...(detail === undefined ? {} : { detail }) },
  };
};

/** Environments of which a source could not be read, one finding for each kind of reason (DATA.coverage). */
export const environmentNotRead: Check = ({ environments, factsOf }) => {
  const missing = environments.flatMap((environment) => {
    const reason = missingReason(environment, factsOf(environment.id));
    return reason === undefined ? [] : [{ environment, reason }];
  });
  const codes = [...new Set(missing.map(({ reason }) => reason.code))].sort();
  return codes.map((code) =>
    grouped(
      code,
      missing.filter(({ reason }) => reason.code === code),
    ),
  );
};
