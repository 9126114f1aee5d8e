import { dayOf } from "../../calendar";
import type { Day, Workspace } from "../../snapshot/activity";
import { firstDayImported, readableCases } from "../cases/count";
import { sortedBy } from "../order";
import type { Check, CheckInput, Found } from "./check";

const environmentName = (id: string, { environments }: CheckInput): string =>
  environments.find((environment) => environment.id === id)?.name ?? id;

const one = (workspace: Workspace, today: Day, input: CheckInput): readonly Found[] => {
  const { id, name, environmentId, createdCases: created, sample } = workspace;
  if (sample || created === undefined) return [];
  const readable = readableCases(workspace, today);
  if (readable <= created) return [];
  const environment = environmentName(environmentId, input);
  return [
    {
      id: `casesImplausible:${id}`,
      kind: "casesImplausible",
      subjects: [
        { type: "workspace", id, name },
        { type: "environment", id: environmentId, name: environment },
      ],
      facts: {
        ...{ workspace: name, environment, readable, created, difference: readable - created },
        ...{ from: firstDayImported(today), to: today },
      },
    },
  ];
};

/** Workspaces whose owner is said to read more cases than were created in the sixty days (CSI.table: b <= a). */
export const casesImplausible: Check = (input) => {
  const today = dayOf(input.asOf, input.settings.policy.timeZone);
  return sortedBy(input.facts.workspaces ?? [], ({ id }) => id).flatMap((workspace) => one(workspace, today, input));
};
