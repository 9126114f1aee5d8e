/** The way of `quota-panel doctor` to the services: that of a run. */
import { serviceProbe } from "../adapters/probe/serviceProbe";
import type { DoctorPorts } from "../app/doctor/examine";
import type { Composition } from "./compose";
import type { Config } from "./config/config";

const graph = "https://graph.microsoft.com";
const powerPlatform = "https://api.powerplatform.com";

export const doctorPorts = ({ access, ports }: Composition, { homeUrl }: Config): DoctorPorts => ({
  ...serviceProbe({
    ...access,
    services: {
      graph: { origin: graph, scope: `${graph}/.default` },
      bap: { origin: "https://api.bap.microsoft.com", scope: "https://service.powerapps.com/.default" },
      powerPlatform: { origin: powerPlatform, scope: `${powerPlatform}/.default` },
      home: { origin: homeUrl, scope: `${homeUrl}/.default` },
    },
  }),
  environments: async (signal) => (await ports.usage.environments(signal)).environments,
});
