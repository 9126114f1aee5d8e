/** Verifies access tokens for all surfaces: signature, tenant, audience, expiry. */
import type { KeyObject } from "node:crypto";
import type { Authorise, Caller, Refusal } from "../contracts";
import { numberOf, textOf } from "../wire/values";
import { isSignedBy, readToken, type Claims } from "./jwt";

const refusal = (message: string): Refusal => ({ status: 401, code: "InvalidAuthenticationToken", message });

const rolesOf = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((role) => typeof role === "string") : [];

const callerOf = (claims: Claims): Caller => ({
  clientId: textOf(claims["appid"]) ?? "",
  tenantId: textOf(claims["tid"]) ?? "",
  roles: rolesOf(claims["roles"]),
  ...(claims["idtyp"] === "user" ? { isPerson: true } : {}),
});

interface Verified {
  readonly caller: Caller;
  readonly audience: string;
  readonly expires: number;
}

const withoutSlash = (text: string): string => (text.endsWith("/") ? text.slice(0, -1) : text);

const verify = (text: string, key: KeyObject): Verified | undefined => {
  const token = readToken(text);
  if (token === undefined || !isSignedBy(token, key)) {
    return undefined;
  }
  return {
    caller: callerOf(token.claims),
    audience: withoutSlash(textOf(token.claims["aud"]) ?? ""),
    expires: numberOf(token.claims["exp"]) ?? 0,
  };
};

/** A signature is checked once per token and remembered: a sync sends the same one thousands of times. */
const remembering = (key: KeyObject, limit = 20_000) => {
  const known = new Map<string, Verified | undefined>();
  return (text: string): Verified | undefined => {
    if (!known.has(text)) {
      if (known.size >= limit) {
        known.clear();
      }
      known.set(text, verify(text, key));
    }
    return known.get(text);
  };
};

export const authoriser = (key: KeyObject, tenantId: string, now: () => Date): Authorise => {
  const look = remembering(key);
  const check = (authorization: string | undefined, audience: string): Caller | Refusal => {
    const text = /^Bearer (\S+)$/i.exec(authorization ?? "")?.[1];
    if (text === undefined) {
      return refusal("Access token is empty.");
    }
    const verified = look(text);
    if (verified === undefined) {
      return refusal("Access token validation failure. Signature is invalid.");
    }
    if (verified.caller.tenantId !== tenantId) {
      return refusal("Access token validation failure. The token was issued for another tenant.");
    }
    if (verified.audience !== withoutSlash(audience)) {
      return refusal("Access token validation failure. Invalid audience.");
    }
    return now().getTime() / 1_000 < verified.expires
      ? verified.caller
      : refusal("Lifetime validation failed, the token is expired.");
  };
  return (authorization, audience) => Promise.resolve(check(authorization, audience));
};
