/** Names that stand for others: the same for the same, and telling nothing about what they stand for. */
import { isProductId, meters } from "../../domain";

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
  /** The id of a finding, in which ids of what it is about may stand. */
  readonly findingId: Replace;
}

const guid = /^(default-)?([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/i;
const wordLength = 12;

const guidOf = (digits: string): string =>
  [digits.slice(0, 8), digits.slice(8, 12), `8${digits.slice(13, 16)}`, `8${digits.slice(17, 20)}`]
    .concat(digits.slice(20, 32))
    .join("-");

/** What is the product's own and stands in ids of findings. */
const words = new Set<string>([...meters.map(({ id }) => id), "others", "database", "file", "log"]);
const isOwnWord = (part: string): boolean =>
  words.has(part) || isProductId(part) || /^(?:graph|powerplatform|dataverse|import)\./.test(part) || part === "";

/** `publicIds`, in lower case, stay in ids of findings: those of licences. */
export const pseudonyms = (hash: Hash, publicIds: ReadonlySet<string>): Pseudonyms => {
  const word = (prefix: string): Replace => {
    return (original) =>
      original === "" ? "" : `${prefix}-${hash(`${prefix}|${original.toLowerCase()}`).slice(0, wordLength)}`;
  };
  const shortId = word("id");
  const id: Replace = (original) => {
    const [, prefix = "", digits] = guid.exec(original) ?? [];
    return digits === undefined ? shortId(original) : `${prefix}${guidOf(hash(`guid|${digits.toLowerCase()}`))}`;
  };
  const host = word("host");
  return {
    id,
    name: word("name"),
    free: word("text"),
    url: (original) => {
      const { hostname } = new URL(original);
      const [region = ".crm.dynamics.com"] = /\.crm\d*\.[a-z]+\.[a-z]+$/.exec(hostname) ?? [];
      return `https://${host(hostname)}${region}`;
    },
    findingId: (original) => {
      const stays = (part: string): boolean =>
        /^[:/|,]$/.test(part) || isOwnWord(part) || publicIds.has(part.toLowerCase());
      const [kind = "", ...parts] = original.split(/([:/|,])/);
      return [kind, ...parts.map((part) => (stays(part) ? part : id(part)))].join("");
    },
  };
};
