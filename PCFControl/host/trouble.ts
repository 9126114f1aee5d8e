import type { Trouble, TroubleKind } from "../components/Panel/Panel.types";

/** Dataverse error codes by meaning, as unsigned numbers (Dataverse "Web service error codes"). */
const kindByCode: Readonly<Record<number, TroubleKind>> = {
  0x80040220: "denied", // privilege denied
  0x80041d1f: "denied",
  0x80042f09: "denied",
  0x80048306: "denied",
  0x80040217: "missingRows", // record does not exist
};

const deniedWords = /privilege|access (is )?denied|forbidden|\b403\b/i;

function fieldOf(error: unknown, name: string): unknown {
  return typeof error === "object" && error !== null ? Reflect.get(error, name) : undefined;
}

function codeOf(error: unknown): number | undefined {
  const code = fieldOf(error, "errorCode") ?? fieldOf(error, "code");
  const value = typeof code === "string" ? Number(code) : code;
  return typeof value === "number" && Number.isInteger(value) ? value >>> 0 : undefined;
}

/** What a refused call means for the person in front of the panel. The platform rejects with objects, not always errors. */
export function troubleOf(error: unknown): Trouble {
  const message = fieldOf(error, "message");
  const detail = typeof message === "string" ? message : undefined;
  const code = codeOf(error);
  const known = code === undefined ? undefined : kindByCode[code];
  const kind = known ?? (detail !== undefined && deniedWords.test(detail) ? "denied" : "unreachable");
  return detail === undefined ? { kind } : { kind, detail };
}
