/** Checks a client assertion: form, audience, application, time, and the signature against a registered certificate. */
import type { X509Certificate } from "node:crypto";
import { numberOf, textOf } from "../wire/values";
import { federationProblem, type FederatedCredential } from "./federation";
import { isSignedBy, readToken, type ReadToken } from "./jwt";
import { entraTime, problems, type Problem } from "./problems";
import type { Registration } from "./registration";

export const assertionType = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
/** Clocks of two machines differ; Entra ID allows five minutes. */
const skewSeconds = 300;

const digestOf = (hexWithColons: string): string =>
  Buffer.from(hexWithColons.replaceAll(":", ""), "hex").toString("base64url");

/** SHA-256 thumbprint in `x5t#S256`, SHA-1 in `x5t`, either of them in `kid` as older clients send it. */
const certificateOf = (token: ReadToken, known: readonly X509Certificate[]): X509Certificate | undefined => {
  const sent = ["x5t#S256", "x5t", "kid"]
    .map((name) => textOf(token.header[name]))
    .filter((text) => text !== undefined);
  return known.find((one) => {
    const own = [digestOf(one.fingerprint256), digestOf(one.fingerprint), one.fingerprint.replaceAll(":", "")];
    return sent.some((text) => own.includes(text));
  });
};

const thumbprintOf = (token: ReadToken): string => {
  const text = textOf(token.header["x5t#S256"]) ?? textOf(token.header["x5t"]);
  return text === undefined ? "" : Buffer.from(text, "base64url").toString("hex").toUpperCase();
};

const timeProblem = (token: ReadToken, at: Date): Problem | undefined => {
  const until = numberOf(token.claims["exp"]) ?? 0;
  const from = numberOf(token.claims["nbf"]) ?? 0;
  const seconds = at.getTime() / 1_000;
  return seconds > until + skewSeconds || seconds < from - skewSeconds
    ? problems.assertionTime(entraTime(at), entraTime(new Date(from * 1_000)), entraTime(new Date(until * 1_000)))
    : undefined;
};

const signatureProblem = (token: ReadToken, app: Registration, at: Date): Problem | undefined => {
  const thumbprint = thumbprintOf(token);
  const certificate = certificateOf(token, app.certificates);
  if (certificate === undefined) {
    return problems.keyNotFound(thumbprint);
  }
  if (new Date(certificate.validTo) < at) {
    return problems.keyExpired(thumbprint);
  }
  return isSignedBy(token, certificate.publicKey) ? undefined : problems.signatureWrong(thumbprint);
};

export interface Expected {
  /** Of an assertion that the app signed itself. */
  readonly audiences: readonly string[];
  /** Of one that somebody else signed for it. */
  readonly exchange: string;
  readonly federated: readonly FederatedCredential[];
}

/** `undefined` when the assertion proves that the caller is this app. */
export const assertionProblem = (
  assertion: string,
  app: Registration,
  { audiences, exchange, federated }: Expected,
  at: Date,
): Problem | undefined => {
  const token = readToken(assertion);
  if (token === undefined) {
    return problems.assertionMalformed();
  }
  const issuer = textOf(token.claims["iss"]) ?? "";
  if (issuer.startsWith("https:")) {
    return federationProblem(token, federated, exchange, at);
  }
  const audience = textOf(token.claims["aud"]) ?? "";
  if (!audiences.includes(audience)) {
    return problems.assertionAudience(audience);
  }
  if (token.claims["iss"] !== app.clientId || token.claims["sub"] !== app.clientId) {
    return problems.assertionSubject(app.clientId);
  }
  return timeProblem(token, at) ?? signatureProblem(token, app, at);
};
