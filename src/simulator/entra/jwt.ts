/** JSON Web Tokens: RS256 is written, RS256 and PS256 are read. */
import { constants, sign, verify, type KeyObject } from "node:crypto";
import { isRecord, jsonOf } from "../wire/values";

export type Claims = Readonly<Record<string, unknown>>;

export interface ReadToken {
  readonly header: Claims;
  readonly claims: Claims;
  readonly signed: Buffer;
  readonly signature: Buffer;
}

const part = (value: Claims): string => Buffer.from(JSON.stringify(value)).toString("base64url");

/** Signs off the main thread: a large tenant asks for one token per environment. */
export const writeToken = (header: Claims, claims: Claims, key: KeyObject): Promise<string> => {
  const text = `${part({ ...header, typ: "JWT", alg: "RS256" })}.${part(claims)}`;
  return new Promise((resolve, reject) => {
    sign("sha256", Buffer.from(text), key, (error, signature) => {
      if (error) {
        reject(error);
      } else {
        resolve(`${text}.${signature.toString("base64url")}`);
      }
    });
  });
};

/** `undefined` for a text that is no token. Nothing is verified yet. */
export const readToken = (text: string): ReadToken | undefined => {
  const [head, body, signature, more] = text.split(".");
  if (head === undefined || body === undefined || signature === undefined || more !== undefined) {
    return undefined;
  }
  const header = jsonOf(Buffer.from(head, "base64url").toString("utf8"));
  const claims = jsonOf(Buffer.from(body, "base64url").toString("utf8"));
  return isRecord(header) && isRecord(claims)
    ? { header, claims, signed: Buffer.from(`${head}.${body}`), signature: Buffer.from(signature, "base64url") }
    : undefined;
};

const paddings = new Map([
  ["RS256", { padding: constants.RSA_PKCS1_PADDING }],
  ["PS256", { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: constants.RSA_PSS_SALTLEN_DIGEST }],
]);

export const isSignedBy = (token: ReadToken, key: KeyObject): boolean => {
  const padding = paddings.get(String(token.header["alg"]));
  return padding !== undefined && verify("sha256", token.signed, { key, ...padding }, token.signature);
};
