/** Codes of Microsoft Entra, each with what to do next. The texts of Entra are long and may quote what was sent. */
import { SourceError } from "../../app/errors";
import type { ReasonCode } from "../../domain";

interface Advice {
  readonly code: ReasonCode;
  readonly says: string;
  readonly next: string;
}

const unauthenticated = (says: string, next: string): Advice => ({ code: "unauthenticated", says, next });
const forbidden = (says: string, next: string): Advice => ({ code: "forbidden", says, next });

const consent = forbidden(
  "The app has no consent for this service.",
  "Ask an administrator to grant the permissions listed in docs/permissions.md and to give admin consent.",
);

const unknownIssuer = unauthenticated(
  "No federated credential of the app fits the token.",
  "Add one to the app registration with the issuer and the subject of the workload or identity.",
);

const advice: Readonly<Record<string, Advice>> = {
  "7000215": unauthenticated(
    "The client secret is wrong.",
    "Copy the secret's value (not its id) from the app registration, or make a new one.",
  ),
  "7000222": unauthenticated("The client secret has expired.", "Make a new secret in the app registration."),
  "7000216": unauthenticated("No secret or certificate was sent.", "Name one of them in the settings."),
  "7000112": unauthenticated("The app is switched off.", "Switch on sign-in for its enterprise application."),
  "90002": unauthenticated("The tenant does not exist.", "Check the tenant id."),
  "900023": unauthenticated("The tenant id is malformed.", "Check the tenant id."),
  "700027": unauthenticated(
    "Entra does not accept the certificate.",
    "Upload this certificate to the app registration, or name the one that is there.",
  ),
  "1000502": unauthenticated("The certificate has expired.", "Upload a new one to the app registration."),
  "700024": unauthenticated(
    "The signed request is outside of its time.",
    "Check the clock of this machine and the dates of the certificate.",
  ),
  "700016": unauthenticated(
    "The app is unknown in this tenant.",
    "Check the client id and the tenant id, and that the app registration was not deleted.",
  ),
  "70021": unknownIssuer,
  "700211": unknownIssuer,
  "700213": unauthenticated(
    "The app trusts another subject than the one that the token names.",
    "Compare the subject of the federated credential in the app registration with that of the workload or identity.",
  ),
  "700212": unauthenticated(
    "The app expects another audience than the one that the token names.",
    "Set the audience of the federated credential to the one of the cloud (docs/operations.md).",
  ),
  "7000218": unauthenticated(
    "The app is no public client.",
    "Allow public client flows in the authentication settings of its registration.",
  ),
  "65001": consent,
  "500011": forbidden(
    "The service is not known in this tenant.",
    "Check the address of the environment; for the Power Platform API let an administrator sign in to it once.",
  ),
  "650057": consent,
  "501051": consent,
  "53003": forbidden("Conditional access blocks the app.", "Let the tenant's policy allow this workload identity."),
  "530003": forbidden("Conditional access blocks the app.", "Let the tenant's policy allow this workload identity."),
};

/** `text`: what Entra or MSAL said. `scope` names the service that the token was for. */
export function signInError(text: string, scope: string): SourceError {
  const number = /AADSTS(\d+)/.exec(text)?.[1];
  const known = number === undefined ? undefined : advice[number];
  const forWhom = `Sign-in for ${new URL(scope).host}`;
  if (known) return new SourceError(known.code, `${forWhom}: ${known.says} ${known.next} (AADSTS${number ?? ""})`);
  const what = number === undefined ? "was refused" : `was refused (AADSTS${number})`;
  return new SourceError(
    "unauthenticated",
    `${forWhom} ${what}. Check tenant id, client id and secret or certificate; the sign-in log of the tenant has the details.`,
  );
}
