/** Spreadsheets save text as UTF-8 or UTF-16; the byte order mark tells. */
const marks: readonly (readonly [readonly number[], string])[] = [
  [[0xff, 0xfe], "utf-16le"],
  [[0xfe, 0xff], "utf-16be"],
];

/** Text without its mark; `undefined` when the bytes are not what they say. */
export function decodeText(bytes: Uint8Array): string | undefined {
  const encoding = marks.find(([mark]) => mark.every((byte, index) => bytes[index] === byte))?.[1] ?? "utf-8";
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    // UTF-16 without a mark reads as UTF-8 with a zero in every other place.
    return text.includes("\0") ? undefined : text;
  } catch {
    return undefined;
  }
}
