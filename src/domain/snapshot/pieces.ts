/** Texts that are too long for one row. */
import { maxPartLength } from "./tables";

const isLowSurrogate = (text: string, index: number): boolean => {
  const code = text.charCodeAt(index);
  return code >= 0xdc00 && code <= 0xdfff;
};

/** Pieces of a text, none longer than a part and none cutting a character in two. */
export const pieces = (text: string): readonly string[] => {
  const result: string[] = [];
  let start = 0;
  while (start < text.length) {
    const limit = Math.min(start + maxPartLength, text.length);
    const end = limit < text.length && isLowSurrogate(text, limit) ? limit - 1 : limit;
    result.push(text.slice(start, end));
    start = end;
  }
  return result;
};
