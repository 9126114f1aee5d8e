/** A client certificate: read, matched with its key, and checked for its dates before anybody is asked with it. */
import { createPrivateKey, X509Certificate } from "node:crypto";
import { readFileSync } from "node:fs";
import { SourceError } from "../../app/errors";

export interface CertificateOptions {
  /** PEM text, or path of a PEM file. May hold the private key too. */
  readonly certificate: string;
  /** PEM text, or path of a PEM file; absent when `certificate` holds both. */
  readonly privateKey?: string;
}

export interface ClientCertificate {
  readonly thumbprintSha256: string;
  readonly privateKey: string;
  /** The certificate itself, sent along so that a renewed one with the same subject is accepted. */
  readonly x5c: string;
  readonly notBefore: Date;
  readonly notAfter: Date;
}

/** Throws `SourceError` (unauthenticated) in words; never quotes the key. */
export function readCertificate(options: CertificateOptions): ClientCertificate {
  const certificatePem = pemText(options.certificate, "certificate");
  const keyPem = options.privateKey === undefined ? certificatePem : pemText(options.privateKey, "private key");
  const certificate = parsed(
    () => new X509Certificate(certificatePem),
    "The certificate is not in PEM form. Export it with -----BEGIN CERTIFICATE-----.",
  );
  const key = parsed(
    () => createPrivateKey(keyPem),
    "The private key cannot be read. Give an unencrypted key in PEM form, in its own file or beside the certificate.",
  );
  if (!certificate.checkPrivateKey(key)) {
    throw refused("The private key does not belong to the certificate. Give the key that it was made with.");
  }
  return {
    thumbprintSha256: certificate.fingerprint256.replaceAll(":", ""),
    privateKey: key.export({ type: "pkcs8", format: "pem" }).toString(),
    x5c: certificate.toString(),
    notBefore: new Date(certificate.validFrom),
    notAfter: new Date(certificate.validTo),
  };
}

/** Throws when `now` lies outside of the certificate's dates: Entra would refuse it in less clear words. */
export function requireInForce({ notBefore, notAfter }: ClientCertificate, now: Date): void {
  if (now > notAfter) {
    throw refused(
      `The certificate expired on ${day(notAfter)}. Make a new one, upload it to the app registration and name it in the settings.`,
    );
  }
  if (now < notBefore) {
    throw refused(`The certificate is valid from ${day(notBefore)} only. Check the clock of this machine.`);
  }
}

const day = (date: Date): string => date.toISOString().slice(0, 10);

const refused = (message: string): SourceError => new SourceError("unauthenticated", message);

function pemText(textOrPath: string, what: string): string {
  if (textOrPath.includes("-----BEGIN")) return textOrPath;
  // The reason is left out on purpose: a key pasted without its frame would come back as a "path".
  return parsed(
    () => readFileSync(textOrPath, "utf8"),
    `The file of the ${what} cannot be read. Check its path and who may read it.`,
  );
}

function parsed<T>(read: () => T, message: string): T {
  try {
    return read();
  } catch {
    throw refused(message);
  }
}
