/**
 * A person signs in with a code (RFC 8628, learn.microsoft.com/entra/identity-platform/v2-oauth2-device-code), for calls
 * that refuse applications. MSAL knows this too, but takes `slow_down` for an end and cannot be cancelled while it waits.
 */
import { setTimeout as sleep } from "node:timers/promises";
import * as v from "valibot";
import { SourceError } from "../../app/errors";
import type { AccessToken, Credential } from "../http/credential";
import { cancelled, ShapeError, statusError } from "../http/errors";
import { createPipeline } from "../http/pipeline";
import type { HttpResponse, Send } from "../http/send";
import { keepTokens } from "./keepTokens";
import type { RefreshTokens } from "./refreshTokenFile";
import { signInError } from "./signInErrors";

/** What a person must be shown. */
export interface DeviceCodePrompt {
  readonly code: string;
  readonly address: string;
  /** ISO 8601. */
  readonly until: string;
}

export interface DeviceCodeOptions {
  readonly tenantId: string;
  readonly clientId: string;
  readonly authorityHost: string;
  readonly transport: Send;
  readonly tokens: RefreshTokens;
  /** Absent where no person looks on: then only a sign-in that was kept counts. */
  readonly show?: (prompt: DeviceCodePrompt) => void;
  readonly now?: () => Date;
  readonly wait?: (milliseconds: number, signal: AbortSignal) => Promise<unknown>;
}

/** After a code that nobody used, nobody is asked again for this long. */
const quietMs = 60 * 60_000;

/** Rejects with `SourceError`: forbidden when no person signs in, as then only these calls stay unread. */
export function createDeviceCode(options: DeviceCodeOptions): Credential {
  const { now = () => new Date(), tokens } = options;
  const login = loginOf(options);
  let quiet: { readonly until: number; readonly error: SourceError } | undefined;
  const askPerson = async (scope: string, signal: AbortSignal): Promise<Granted> => {
    if (quiet !== undefined && now().getTime() < quiet.until) throw quiet.error;
    try {
      return await withCode(login, scope, signal);
    } catch (error) {
      const isOver = error instanceof SourceError && error.reason.code === "forbidden";
      if (isOver) quiet = { until: now().getTime() + quietMs, error };
      throw error;
    }
  };
  const ask = async (scope: string, signal: AbortSignal): Promise<AccessToken> => {
    const granted = (await withRefreshToken(login, scope, signal)) ?? (await askPerson(scope, signal));
    if (granted.refreshToken !== undefined) tokens.write(granted.refreshToken);
    return granted.token;
  };
  return keepTokens(ask, now);
}

interface Granted {
  readonly token: AccessToken;
  readonly refreshToken: string | undefined;
}

interface Login extends Required<Pick<DeviceCodeOptions, "now" | "wait" | "tokens">> {
  readonly show: DeviceCodeOptions["show"];
  readonly post: (path: string, form: Readonly<Record<string, string>>, signal: AbortSignal) => Promise<HttpResponse>;
}

const waitFor = (milliseconds: number, signal: AbortSignal): Promise<unknown> =>
  sleep(milliseconds, undefined, { signal });

function loginOf(options: DeviceCodeOptions): Login {
  const {
    tenantId,
    clientId,
    authorityHost,
    transport,
    now = () => new Date(),
    wait = waitFor,
    show,
    tokens,
  } = options;
  const send = createPipeline({ transport });
  const headers = { "content-type": "application/x-www-form-urlencoded", accept: "application/json" };
  return {
    ...{ now, wait, show, tokens },
    post: (path, form, signal) => {
      const url = `https://${authorityHost}/${tenantId}/oauth2/v2.0/${path}`;
      const body = new URLSearchParams({ client_id: clientId, ...form }).toString();
      return send({ method: "POST", url, headers, body, signal });
    },
  };
}

const text = v.pipe(v.string(), v.nonEmpty());
const codeAnswer = v.object({
  device_code: text,
  user_code: text,
  verification_uri: v.pipe(text, v.url()),
  expires_in: v.number(),
  interval: v.nullish(v.number(), 5),
});
const tokenAnswer = v.object({ access_token: text, expires_in: v.number(), refresh_token: v.nullish(text) });
const refusal = v.object({ error: v.string(), error_description: v.nullish(v.string(), "") });

const spoken = <T>(schema: v.GenericSchema<unknown, T>, { body }: HttpResponse): T | undefined => {
  const read = v.safeParse(v.pipe(v.string(), v.parseJson(), schema), body);
  return read.success ? read.output : undefined;
};

function grantedOf(response: HttpResponse, now: Date): Granted | undefined {
  const answer = spoken(tokenAnswer, response);
  if (response.status !== 200 || answer === undefined) return undefined;
  const token = { token: answer.access_token, expiresAt: now.getTime() + answer.expires_in * 1000 };
  return { token, refreshToken: answer.refresh_token ?? undefined };
}

/** What Entra refused, or that its answer cannot be understood. */
function refusalOf(response: HttpResponse, scope: string): { readonly error: string; readonly fault: SourceError } {
  if (response.status === 429 || response.status >= 500) throw statusError(response, "Sign-in with a code");
  const said = spoken(refusal, response);
  if (said === undefined) throw new ShapeError("Sign-in with a code", "", "not an answer of Microsoft Entra");
  const { message } = signInError(said.error_description, scope);
  return { error: said.error, fault: new SourceError("forbidden", `With a person's code: ${message}`) };
}

/** `undefined` when there is none or Entra no longer takes it. */
async function withRefreshToken(login: Login, scope: string, signal: AbortSignal): Promise<Granted | undefined> {
  const refreshToken = login.tokens.read();
  if (refreshToken === undefined) return undefined;
  const form = { grant_type: "refresh_token", refresh_token: refreshToken, scope: `${scope} offline_access` };
  const response = await login.post("token", form, signal);
  const granted = grantedOf(response, login.now());
  if (granted !== undefined) return granted;
  const { error, fault } = refusalOf(response, scope);
  if (error !== "invalid_grant" && error !== "interaction_required") throw fault;
  login.tokens.forget();
  return undefined;
}

async function withCode(login: Login, scope: string, signal: AbortSignal): Promise<Granted> {
  const { show } = login;
  if (show === undefined) throw nobodyLooksOn;
  const response = await login.post("devicecode", { scope: `${scope} offline_access` }, signal);
  const answer = spoken(codeAnswer, response);
  if (response.status !== 200 || answer === undefined) throw refusalOf(response, scope).fault;
  const end = login.now().getTime() + answer.expires_in * 1000;
  show({ code: answer.user_code, address: answer.verification_uri, until: new Date(end).toISOString() });
  return confirmed(login, { ...answer, end, scope }, signal);
}

interface Started {
  readonly device_code: string;
  readonly interval: number;
  readonly end: number;
  readonly scope: string;
}

/** RFC 8628 3.5: each `slow_down` makes the time between two questions five seconds longer. */
const slowerBySeconds = 5;

async function confirmed(login: Login, started: Started, signal: AbortSignal): Promise<Granted> {
  const form = { grant_type: "urn:ietf:params:oauth:grant-type:device_code", device_code: started.device_code };
  let seconds = started.interval;
  while (login.now().getTime() < started.end) {
    await patience(login, seconds, signal);
    const response = await login.post("token", form, signal);
    const granted = grantedOf(response, login.now());
    if (granted !== undefined) return granted;
    const { error, fault } = refusalOf(response, started.scope);
    if (error === "slow_down") seconds += slowerBySeconds;
    else if (error !== "authorization_pending") throw endOf(error) ?? fault;
  }
  throw nobody;
}

const nobody = new SourceError(
  "forbidden",
  "Nobody entered the code in time. Start the run again when somebody can, or take identity.delegated out of the settings.",
);
const nobodyLooksOn = new SourceError(
  "forbidden",
  "No person is signed in, and nobody looks on to be shown a code. Run quota-panel sync once at a terminal, with identity.delegated.cacheFile in the settings.",
);
const declined = new SourceError("forbidden", "The person declined the sign-in with the code.");

const endOf = (error: string): SourceError | undefined => {
  if (error === "expired_token" || error === "code_expired") return nobody;
  return error === "authorization_declined" || error === "access_denied" ? declined : undefined;
};

async function patience({ wait }: Login, seconds: number, signal: AbortSignal): Promise<void> {
  try {
    await wait(seconds * 1000, signal);
  } catch (error) {
    if (signal.aborted) throw cancelled("Sign-in with a code");
    throw error;
  }
}
