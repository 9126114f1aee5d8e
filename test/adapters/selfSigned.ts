/** A self-signed certificate made on the spot (X.509 v1 in DER), so that no key lies in the repository. */
import { generateKeyPairSync, sign, type KeyObject } from "node:crypto";

export interface SelfSigned {
  readonly certificate: string;
  readonly privateKey: string;
}

export function selfSigned({ from, to }: { readonly from: Date; readonly to: Date }): SelfSigned {
  const { publicKey, privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const toBeSigned = unsigned(publicKey, from, to);
  const signature = sign("sha256", toBeSigned, privateKey);
  const der = sequence(toBeSigned, sha256WithRsa, tlv(0x03, Buffer.concat([Buffer.from([0]), signature])));
  const lines = der.toString("base64").replaceAll(/(.{64})/g, "$1\n");
  return {
    certificate: `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n`,
    privateKey: privateKey.export({ type: "pkcs8", format: "pem" }).toString(),
  };
}

function unsigned(publicKey: KeyObject, from: Date, to: Date): Buffer {
  const name = sequence(tlv(0x31, sequence(objectId("550403"), tlv(0x0c, Buffer.from("quota-panel test")))));
  const spki = publicKey.export({ type: "spki", format: "der" });
  return sequence(tlv(0x02, Buffer.from([1])), sha256WithRsa, name, sequence(time(from), time(to)), name, spki);
}

function tlv(tag: number, content: Buffer): Buffer {
  const { length } = content;
  const size = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 255];
  return Buffer.concat([Buffer.from([tag, ...size]), content]);
}

const sequence = (...parts: readonly Buffer[]): Buffer => tlv(0x30, Buffer.concat(parts));
const objectId = (hex: string): Buffer => tlv(0x06, Buffer.from(hex, "hex"));
const sha256WithRsa = sequence(objectId("2a864886f70d01010b"), Buffer.from([0x05, 0]));
const time = (date: Date): Buffer =>
  tlv(0x17, Buffer.from(`${date.toISOString().slice(2, 19).replaceAll(/[-T:]/g, "")}Z`));
