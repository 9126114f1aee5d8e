/** An examination with whom it was made for. */
import { filled, type Filling } from "../../../app/doctor/filled";
import type { Examination } from "../../../app/doctor/examine";
import type { ScriptIdentity } from "../../../app/doctor/grantScript";
import type { Remedy } from "../../../app/doctor/remedies";

export interface Consultation {
  readonly examination: Examination;
  readonly remedies: readonly Remedy[];
  readonly identity: ScriptIdentity;
}

const fillingOf = (remedy: Remedy, identity: ScriptIdentity): Filling => ({
  clientId: identity.clientId,
  tenantId: identity.tenantId,
  homeUrl: identity.homeUrl,
  permissions: remedy.permissions,
});

export const portalOf = (remedy: Remedy, identity: ScriptIdentity): string =>
  // The page of the same text marks what stands on the screen.
  filled(remedy.step.portal, fillingOf(remedy, identity)).replaceAll(/\b_([^_]+)_\b/g, "$1");

/** One command, or one for each environment. */
export const commandsOf = (remedy: Remedy, identity: ScriptIdentity): readonly string[] => {
  const { step, environments } = remedy;
  const { command } = step;
  if (command === undefined) return [];
  const filling = fillingOf(remedy, identity);
  if (environments.length === 0) return [filled(command, filling)];
  return environments.map(({ id }) => filled(command, { ...filling, environment: id }));
};
