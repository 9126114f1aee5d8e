/** Everything about signing in to a tenant: Entra ID, the identity service of the machine, Key Vault, and the desk. */
import type { Hono } from "hono";
import { chance, guid } from "./chance";
import { translator, type SimulatedCloud } from "./clouds";
import type { Authorise, TenantProfile } from "./contracts";
import { entraOf, type Entra } from "./entra";
import type { SignInDesk } from "./entra/desk";
import { deviceCodes } from "./entra/deviceCode";
import { principalsOf } from "./entra/principals";
import type { Registration } from "./entra/registration";
import type { Directory } from "./entra/token";
import { keyVault, type VaultSecret } from "./keyvault";
import { appService, appServiceHost, appServicePath, imds, imdsHost } from "./managedidentity";
import { resourcesOf } from "./services";

export interface IdentityOptions {
  readonly profile: TenantProfile;
  readonly cloud: SimulatedCloud;
  readonly registration: Registration;
  readonly seed: number;
  readonly now: () => Date;
  readonly requestId: () => string;
  readonly retryAfterSeconds: () => number;
  readonly vault: Readonly<Record<string, VaultSecret>>;
}

export interface IdentityRooms {
  readonly hosts: readonly (readonly [host: string, app: Hono])[];
  readonly authorise: Authorise;
  readonly isManagementApp: (clientId: string) => boolean;
  readonly desk: SignInDesk;
}

/** How the services, which know the public cloud, ask whether a token of this cloud is for them. */
const inCloud = (authorise: Authorise, cloud: SimulatedCloud): Authorise => {
  const translate = translator(cloud);
  return (authorization, audience) => authorise(authorization, translate(audience));
};

interface Rooms {
  readonly directory: Directory;
  readonly entra: Entra;
  readonly throttled: Set<string>;
  readonly header: string;
  readonly vaultOrigin: string;
}

const machineHosts = (options: IdentityOptions, { directory, entra, throttled, header }: Rooms) => {
  const { cloud, retryAfterSeconds } = options;
  const machine = {
    ...{ issue: entra.issue, principals: directory.principals, retryAfterSeconds, header },
    isResource: (audience: string) => audience === cloud.exchange || directory.isResource(audience),
    isThrottled: () => throttled.has("machine"),
  };
  return [
    [imdsHost, imds(machine)],
    [appServiceHost, appService(machine)],
  ] as const;
};

const vaultHost = (options: IdentityOptions, { directory, entra, vaultOrigin }: Rooms) => {
  const { cloud, registration, now, vault } = options;
  const { system, user } = directory.principals;
  const app = keyVault({
    origin: vaultOrigin,
    audience: `https://${cloud.keyVault}`,
    authority: `https://${cloud.login}/${directory.tenantId}`,
    secrets: { "quota-panel": { value: registration.clientSecret }, ...vault },
    readers: new Set([system.clientId, user.clientId]),
    authorise: entra.authorise,
    now,
  });
  return [new URL(vaultOrigin).host, app] as const;
};

const deskOf = ({ directory, throttled, header, vaultOrigin }: Rooms): SignInDesk => {
  const { principals, codes } = directory;
  return {
    publicClientId: principals.person.clientId,
    machine: { system: principals.system.clientId, user: principals.user.clientId },
    appService: { IDENTITY_ENDPOINT: `http://${appServiceHost}${appServicePath}`, IDENTITY_HEADER: header },
    vault: vaultOrigin,
    throttled,
    enterCode: codes.enter,
    revokeRefreshTokens: codes.revoke,
  };
};

export const identityOf = async (options: IdentityOptions): Promise<IdentityRooms> => {
  const { profile, cloud, registration, seed, now, requestId, retryAfterSeconds } = options;
  const throttled = new Set<string>();
  const principals = principalsOf(seed);
  const directory: Directory = {
    ...{ tenantId: profile.tenantId, domain: `${profile.name}.onmicrosoft.com`, app: registration, principals, cloud },
    ...{ throttled, retryAfterSeconds, now, isResource: resourcesOf(profile, cloud) },
    codes: deviceCodes(now, chance(seed)),
  };
  const entra = await entraOf(directory, requestId);
  const header = guid(seed, "machine/header");
  const rooms: Rooms = {
    directory,
    entra,
    throttled,
    header,
    vaultOrigin: `https://${profile.name}.${cloud.keyVault}`,
  };
  // The person is an administrator; whatever is registered for administration covers the machine's identities too.
  const administrators = [
    principals.person,
    ...(registration.managementApp ? [registration, principals.system, principals.user] : []),
  ];
  const known = new Set(administrators.map(({ clientId }) => clientId));
  return {
    hosts: [[cloud.login, entra.app], ...machineHosts(options, rooms), vaultHost(options, rooms)],
    authorise: inCloud(entra.authorise, cloud),
    isManagementApp: (clientId) => known.has(clientId),
    desk: deskOf(rooms),
  };
};
