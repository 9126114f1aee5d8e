import { createHash } from "node:crypto";

/** A GUID that depends on nothing but the words: the same tenant has the same ids on every start. */
export function stableGuid(...words: readonly string[]): string {
  const digits = createHash("sha256").update(words.join("\u0000")).digest("hex");
  const variant = ((parseInt(digits.slice(16, 17), 16) & 0x3) | 0x8).toString(16);
  return [
    digits.slice(0, 8),
    digits.slice(8, 12),
    `5${digits.slice(13, 16)}`,
    `${variant}${digits.slice(17, 20)}`,
    digits.slice(20, 32),
  ].join("-");
}
