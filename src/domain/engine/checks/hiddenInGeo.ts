import { dayOf } from "../../calendar";
import { homeGeoOnlyUntil } from "../../catalog/cutOverDates";
import type { MeterId } from "../../catalog/meters";
import type { Environment } from "../../snapshot/facts";
import type { Check, Found, QuotaInput } from "./check";

const peopleMeters: readonly MeterId[] = ["interactedPeople", "unifiedPeople"];

/** Without a licence there is nothing to hide. */
const holdsPeople = ({ meters }: QuotaInput): boolean =>
  meters.some(({ meter, contributions }) => peopleMeters.includes(meter) && contributions.length > 0);

const sameRegion = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();

const finding = (region: string, homeRegion: string, hidden: readonly Environment[]): Found => ({
  id: `hiddenInGeo:${region}`,
  kind: "hiddenInGeo",
  subjects: hidden.map(({ id, name }) => ({ type: "environment", id, name })),
  facts: { region, homeRegion, environments: hidden.length, until: homeGeoOnlyUntil },
});

/**
 * Environments in which a Customer Insights licence does not show (CI-J.geo.visibility), one finding for each region.
 * Says nothing as long as nobody told the home region, or whether the tenant is multi-geo.
 */
export const hiddenInGeo: Check = (input) => {
  const { declared, policy } = input.settings;
  const { homeRegion, multiGeo } = declared;
  if (homeRegion === undefined || multiGeo !== false || !holdsPeople(input)) return [];
  if (dayOf(input.asOf, policy.timeZone) > homeGeoOnlyUntil) return [];
  const away = input.environments.filter(
    ({ instanceUrl, region }) => instanceUrl !== undefined && !sameRegion(region, homeRegion),
  );
  const regions = [...new Set(away.map(({ region }) => region))].sort();
  return regions.map((region) =>
    finding(
      region,
      homeRegion,
      away.filter((environment) => environment.region === region),
    ),
  );
};
