/** Who counts as external and so needs no licence (CC.external-users). */
import type { Agent } from "../../snapshot/seats";

/** Hours a week from which somebody counts as internal; exactly so many are internal. */
export const internalHours = 30;

/** All four must hold. Nobody is external by default. */
export const isExternal = ({ relation }: Pick<Agent, "relation">): boolean =>
  relation !== undefined &&
  !relation.employee &&
  !relation.agentOnBehalf &&
  relation.hoursPerWeek < internalHours &&
  !relation.regularlyOnSite;
