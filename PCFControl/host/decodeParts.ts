import { decode, type EncodedPart } from "../../src/domain";
import type { Reading } from "../components/Panel/Panel.types";

/** The domain's verdict on the texts, as a reading of the panel. */
export function decodeParts(parts: readonly EncodedPart[]): Reading {
  const decoded = decode(parts);
  if (decoded.kind === "snapshot") return { kind: "read", snapshot: decoded.snapshot };
  return { kind: "trouble", trouble: { kind: decoded.code, detail: decoded.detail } };
}
