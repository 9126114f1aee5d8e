/** Contoso: a company in which every status, every finding and every kind of unknown appears. */
import { guid } from "../../chance";
import type { TenantProfile } from "../../contracts";
import { instant } from "../calendar";
import type { ProfileInput } from "../input";
import { contosoEnvironments } from "./environments";
import { contosoHistory } from "./history";
import { contosoLicences } from "./licences";

export const contoso = ({ seed, now }: ProfileInput): TenantProfile => {
  const tenantId = guid(seed, "tenant/contoso");
  const environments = contosoEnvironments(seed, now, tenantId);
  return {
    name: "contoso",
    tenantId,
    tenantName: "Contoso",
    skus: contosoLicences(seed, now),
    users: 260,
    environments,
    /** The administration center no longer counts the two database add-ons that are in grace. */
    tenantCapacity: { Database: 54_000, File: 100_000, Log: 44_000 },
    /** The service fell behind with file storage, which is at ease: a stale source that hides no other story. */
    capacityUpdatedOn: { File: instant(now, -4) },
    history: contosoHistory(tenantId, now, environments),
  };
};
