/** Solutions of the outbound marketing module in one environment (apis.md 5.3). */
import * as v from "valibot";
import { SourceError } from "../../app/errors";
import type { UsageSource } from "../../app/ports";
import type { Environment, InstalledSolution } from "../../domain";
import { getJson } from "../http/readJson";
import { allItems, pageOf } from "../http/pages";
import { dataverseSend, type DataverseAccess } from "./connect";

/** `MicrosoftDynamics_EventManagement` is shared with real-time journeys and so says nothing. */
const outboundModule = [
  "MicrosoftDynamics_Marketing",
  "MicrosoftDynamics_MktIntegration",
  "MicrosoftDynamics_MktEmailTemplates",
  "MicrosoftDynamics_MktPageTemplates",
  "MicrosoftDynamics_MktLeadManagement",
  "MicrosoftDynamics_MktEvtMgmtLink",
  "MicrosoftDynamics_MktPortalsLink",
  "MicrosoftDynamics_MktVocLink",
  "MicrosoftDynamics_MktLeadGenLink",
];

const query = new URLSearchParams({
  $select: "uniquename,version",
  $filter: outboundModule.map((name) => `uniquename eq '${name}'`).join(" or "),
})
  .toString()
  .replaceAll("+", "%20")
  .replaceAll("%24", "$");

const page = pageOf(
  v.pipe(
    v.object({ uniquename: v.string(), version: v.string() }),
    v.transform(({ uniquename, version }): InstalledSolution => ({ uniqueName: uniquename, version })),
  ),
);

/** For `powerPlatformUsage`. Each environment has its own tokens and its own queue. */
export function dataverseSolutions(access: DataverseAccess): UsageSource["outboundSolutions"] {
  return (environment, signal) => {
    const origin = instanceOf(environment);
    const send = dataverseSend(access, origin);
    const first = `${origin}/api/data/v9.2/solutions?${query}`;
    return allItems(first, (url) => getJson(send, { url, schema: page, signal }));
  };
}

function instanceOf({ id, instanceUrl }: Environment): string {
  if (instanceUrl === undefined) throw new SourceError("noDataverse", `Environment ${id} has no Dataverse.`);
  return instanceUrl;
}
