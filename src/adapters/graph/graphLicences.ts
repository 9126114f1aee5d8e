/** Licences, who holds them, and the tenant's name from Microsoft Graph. */
import type { LicenceSource } from "../../app/ports";
import { readCompanySubscriptions } from "./companySubscriptions";
import { createGraphClient, type GraphOptions } from "./createGraphClient";
import { readOrganizationName } from "./organization";
import { readSeats } from "./seats";
import { readSubscribedSkus } from "./subscribedSkus";

export function graphLicences(options: GraphOptions): LicenceSource {
  const graph = createGraphClient(options);
  return {
    subscribedSkus: (signal) => readSubscribedSkus(graph, signal),
    companySubscriptions: (signal) => readCompanySubscriptions(graph, signal),
    seats: (skuIds, signal) => readSeats(graph, skuIds, signal),
  };
}

/** Display name of the tenant; rejects with `SourceError` when Graph does not answer. */
export const organizationName = (
  options: GraphOptions & { readonly tenantId: string },
  signal: AbortSignal,
): Promise<string | undefined> => readOrganizationName(createGraphClient(options), options.tenantId, signal);
