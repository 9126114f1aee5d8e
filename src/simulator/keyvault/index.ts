/** Azure Key Vault of the simulated tenant: one vault, secrets to be read (REST API 7.4, `Get Secret`). */
import { Hono } from "hono";
import { guid } from "../chance";
import type { Authorise } from "../contracts";
import { json } from "../wire/json";

export interface VaultSecret {
  readonly value: string;
  readonly contentType?: string;
  readonly enabled?: boolean;
  /** Seconds since 1970. */
  readonly expires?: number;
}

export interface VaultOptions {
  /** `https://{vault}.vault.azure.net` */
  readonly origin: string;
  /** Origin that tokens for vaults are issued for. */
  readonly audience: string;
  readonly authority: string;
  readonly secrets: Readonly<Record<string, VaultSecret>>;
  /** Client ids that may read secrets. */
  readonly readers: ReadonlySet<string>;
  readonly authorise: Authorise;
  readonly now: () => Date;
}

const versions = ["7.0", "7.1", "7.2", "7.3", "7.4", "7.5", "7.6"];

const refuse = (status: number, code: string, message: string, inner?: string): Response =>
  json({ error: { code, message, ...(inner === undefined ? {} : { innererror: { code: inner } }) } }, status);

const challenge = ({ authority, audience }: VaultOptions, message: string): Response => {
  const answer = refuse(401, "Unauthorized", message);
  answer.headers.set("www-authenticate", `Bearer authorization="${authority}", resource="${audience}"`);
  return answer;
};

/** The service hands out expired secrets; it is for the reader to look at `exp`. */
const bundle = ({ origin, now }: VaultOptions, name: string, { value, contentType, expires }: VaultSecret) => {
  const made = Math.floor(now().getTime() / 1_000) - 86_400;
  return {
    value,
    ...(contentType === undefined ? {} : { contentType }),
    id: `${origin}/secrets/${name}/${guid(1, name).replaceAll("-", "")}`,
    attributes: {
      enabled: true,
      ...(expires === undefined ? {} : { exp: expires }),
      created: made,
      updated: made,
      recoveryLevel: "Recoverable+Purgeable",
    },
  };
};

const answerTo = (options: VaultOptions, name: string, version: string | undefined): Response => {
  const secret = Object.hasOwn(options.secrets, name) ? options.secrets[name] : undefined;
  if (secret === undefined || (version !== undefined && version !== guid(1, name).replaceAll("-", ""))) {
    return refuse(404, "SecretNotFound", `A secret with (name/id) ${name} was not found in this key vault.`);
  }
  return secret.enabled === false
    ? refuse(403, "Forbidden", "Operation get is not allowed on a disabled secret.", "SecretDisabled")
    : json(bundle(options, name, secret), 200);
};

const admit = async (options: VaultOptions, authorization: string | undefined): Promise<Response | undefined> => {
  if (authorization === undefined) {
    return challenge(options, "AKV10000: Request is missing a Bearer or PoP token.");
  }
  const caller = await options.authorise(authorization, options.audience);
  if ("status" in caller) {
    return challenge(options, `AKV10022: ${caller.message}`);
  }
  return options.readers.has(caller.clientId)
    ? undefined
    : refuse(
        403,
        "Forbidden",
        `Caller is not authorized to perform action on resource. Caller: appid=${caller.clientId}. Action: 'Microsoft.KeyVault/vaults/secrets/getSecret/action'.`,
        "ForbiddenByRbac",
      );
};

export const keyVault = (options: VaultOptions): Hono => {
  const app = new Hono();
  app.get("/secrets/:name/:version?", async (c) => {
    const refused = await admit(options, c.req.header("authorization"));
    if (refused !== undefined) {
      return refused;
    }
    const { name, version } = c.req.param();
    return versions.includes(c.req.query("api-version") ?? "")
      ? answerTo(options, name, version)
      : refuse(400, "BadParameter", "The api-version query parameter is missing or not supported.");
  });
  app.all("*", () => refuse(404, "NotFound", "The resource was not found."));
  return app;
};
