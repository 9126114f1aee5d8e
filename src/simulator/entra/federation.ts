/** Checks an assertion of somebody else's issuer against the federated credentials of an app registration. */
import type { KeyObject } from "node:crypto";
import { numberOf, textOf } from "../wire/values";
import { isSignedBy, type ReadToken } from "./jwt";
import { entraTime, problems, type Problem } from "./problems";

export interface FederatedCredential {
  readonly issuer: string;
  readonly subject: string;
  /** What the issuer signs with; Entra ID reads it from the issuer's own address. */
  readonly key: KeyObject;
}

const skewSeconds = 300;

const timeProblem = (token: ReadToken, at: Date): Problem | undefined => {
  const until = numberOf(token.claims["exp"]) ?? 0;
  const from = numberOf(token.claims["nbf"]) ?? numberOf(token.claims["iat"]) ?? 0;
  const seconds = at.getTime() / 1_000;
  return seconds > until + skewSeconds || seconds < from - skewSeconds
    ? problems.assertionTime(entraTime(at), entraTime(new Date(from * 1_000)), entraTime(new Date(until * 1_000)))
    : undefined;
};

/** `undefined` when the app trusts whoever signed the assertion. Names are compared letter by letter, as Entra ID does. */
export const federationProblem = (
  token: ReadToken,
  known: readonly FederatedCredential[],
  audience: string,
  at: Date,
): Problem | undefined => {
  const [issuer, subject, sent] = ["iss", "sub", "aud"].map((name) => textOf(token.claims[name]) ?? "");
  const byIssuer = known.filter((one) => one.issuer === issuer);
  const found = byIssuer.find((one) => one.subject === subject);
  if (byIssuer.length === 0) {
    return problems.federatedIssuer(issuer ?? "");
  }
  if (found === undefined) {
    return problems.federatedSubject(subject ?? "");
  }
  if (sent !== audience) {
    return problems.federatedAudience(sent ?? "");
  }
  return timeProblem(token, at) ?? (isSignedBy(token, found.key) ? undefined : problems.federatedSignature());
};
