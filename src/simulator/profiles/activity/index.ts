/** How much happens in the environments of a tenant: it follows from what is installed there. */
import { guid } from "../../chance";
import type { ProfileEnvironment, TenantProfile } from "../../contracts";
import { packages } from "../apps";

type Activity = NonNullable<ProfileEnvironment["activity"]>;

/** Environments whose size belongs to their story; others follow from their place in the tenant. */
const known: Readonly<Record<string, Activity>> = {
  "Contoso Production": { conversations: 2_400, cases: 3_600 },
  "Service desk": { conversations: 4_000, cases: 2_600 },
};

const isInstalled = (environment: ProfileEnvironment, app: { readonly uniqueName: string }): boolean =>
  environment.packages.some((one) => one.uniqueName === app.uniqueName && one.state === "Installed");

const consumed = (environment: ProfileEnvironment, ending: string): number =>
  environment.entitlements.find((row) => row.entitlementId.endsWith(ending))?.consumed ?? 0;

const serves = (environment: ProfileEnvironment): boolean =>
  isInstalled(environment, packages.contactCenter) || isInstalled(environment, packages.omnichannel);

/** More cases than the service aggregates at once. */
const crowd = 60_000;

const service = (environment: ProfileEnvironment, place: number, isCrowded: boolean): Activity =>
  known[environment.name] ?? {
    conversations: 200 + ((place * 37) % 600),
    cases: isCrowded ? crowd : 300 + ((place * 53) % 900),
  };

const activityOf = (environment: ProfileEnvironment, place: number, isCrowded: boolean): Activity => {
  const messages = consumed(environment, "MCSMessages");
  return {
    ...(serves(environment) ? service(environment, place, isCrowded) : {}),
    ...(isInstalled(environment, packages.data) ? { customerProfiles: consumed(environment, "UnifiedPeople") } : {}),
    ...(isInstalled(environment, packages.outbound)
      ? { quota: { amount: consumed(environment, "InteractedPeople"), refreshedDaysAgo: place === 0 ? 1 : 200 } }
      : {}),
    ...(messages > 0 ? { botTranscripts: Math.ceil(messages / 40) } : {}),
  };
};

/** The lead sees all cases, the agents their own. */
const peopleOf = ({ tenantId, tenantName, users }: TenantProfile): NonNullable<ProfileEnvironment["people"]> => {
  const first = users > 65 ? 60 : 0;
  return Array.from({ length: 5 }, (_, index) => ({
    objectId: guid(first + index, `${tenantId}/user`),
    name: `${tenantName} user ${String(first + index + 1).padStart(5, "0")}`,
    reads: index === 0 ? "organization" : "own",
  }));
};

/** The tenant with what happens in its environments. One environment of `large` has too many cases to be counted at once. */
export const withActivity = (profile: TenantProfile): TenantProfile => {
  const people = peopleOf(profile);
  const crowded = profile.name === "large" ? profile.environments.findIndex(serves) : -1;
  const environments = profile.environments.map((environment, place) => {
    const activity = activityOf(environment, place, place === crowded);
    if (Object.keys(activity).length === 0) {
      return environment;
    }
    const isService = activity.cases !== undefined;
    return { ...environment, activity, ...(isService ? { people, actsForOthers: place % 5 !== 4 } : {}) };
  });
  return { ...profile, environments };
};
