/** Names that stand for others: the same for the same, and telling nothing about what they stand for. */
/** Keyed; at least 32 hexadecimal digits. */
export type Hash = (text: string) => string;

type Replace = (original: string) => string;

export interface Pseudonyms {
  /** A GUID for a GUID, with the service's prefix of default environments; for any other id a short one. */
  readonly id: Replace;
  readonly name: Replace;
  readonly free: Replace;
  /** Of an environment; the part that names the region stays. */
  readonly url: Replace;
  /** The id of a finding: what has been replaced so far is replaced in it too. */
  readonly findingId: Replace;
}

const guid = /^(default-)?([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/i;
const wordLength = 12;

const guidOf = (digits: string): string =>
  [digits.slice(0, 8), digits.slice(8, 12), `8${digits.slice(13, 16)}`, `8${digits.slice(17, 20)}`]
    .concat(digits.slice(20, 32))
    .join("-");

/** `text` with every part between colons that was replaced before replaced again. */
const withParts = (text: string, seen: ReadonlyMap<string, string>): string =>
  [...seen]
    .filter(([original]) => text.includes(original))
    .sort(([one], [other]) => other.length - one.length)
    .reduce((changed, [original, other]) => `${changed}:`.replaceAll(`:${original}:`, `:${other}:`).slice(0, -1), text);

const regionOf = (hostname: string): string => /\.crm\d*\.[a-z]+\.[a-z]+$/.exec(hostname)?.[0] ?? ".crm.dynamics.com";

export const pseudonyms = (hash: Hash): Pseudonyms => {
  const seen = new Map<string, string>();
  const remembered = (replace: Replace): Replace => {
    return (original) => {
      const other = original === "" ? "" : replace(original);
      if (original !== "") seen.set(original, other);
      return other;
    };
  };
  const word = (prefix: string): Replace => {
    return (original) => `${prefix}-${hash(`${prefix}|${original.toLowerCase()}`).slice(0, wordLength)}`;
  };
  const [shortId, host] = [word("id"), word("host")];
  const id: Replace = (original) => {
    const [, prefix = "", digits] = guid.exec(original) ?? [];
    return digits === undefined ? shortId(original) : `${prefix}${guidOf(hash(`guid|${digits.toLowerCase()}`))}`;
  };
  return {
    id: remembered(id),
    name: remembered(word("name")),
    free: remembered(word("text")),
    url: (original) => {
      const { hostname } = new URL(original);
      return `https://${host(hostname)}${regionOf(hostname)}`;
    },
    findingId: (original) => withParts(original, seen),
  };
};
