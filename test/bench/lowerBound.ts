/**
 * The shortest time that a run could take with these requests, this latency and these limits on requests under way, if
 * computing were free and no answer had to be waited for longer than the latency.
 */
import { defaultConcurrency, type Concurrency } from "../../src/adapters/http/send";
import type { Tally } from "./setup";

interface Bound {
  readonly milliseconds: number;
  /** Requests in the longest queue, with its limit. */
  readonly widest: { readonly family: string; readonly requests: number; readonly limit: number };
}

const families: readonly (readonly [string, keyof Concurrency])[] = [
  ["login.microsoftonline.com", "identity"],
  ["graph.microsoft.com", "graph"],
  ["api.bap.microsoft.com", "bap"],
  ["api.powerplatform.com", "powerPlatform"],
];

const familyOf = (pattern: string) => families.find(([host]) => pattern.startsWith(host));

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);

const countOf = (tally: Tally, holds: (pattern: string) => boolean): number =>
  sum(
    Object.entries(tally.requests)
      .filter(([pattern]) => holds(pattern))
      .map(([, count]) => count),
  );

/**
 * Before the first environment can be asked, a token, the pages of the list and a token for the details follow each
 * other; all detail requests share the limit of their origin and the limit over all; the store's requests follow.
 */
export const lowerBound = (tally: Tally, latencyMs: number, homeHost: string): Bound => {
  const store = countOf(tally, (pattern) => pattern.startsWith(homeHost));
  const pages = countOf(tally, (pattern) => pattern.startsWith("api.bap.microsoft.com"));
  const perFamily = families.map(([host, family]) => ({
    family,
    requests: countOf(tally, (pattern) => pattern.startsWith(host)),
    limit: defaultConcurrency[family],
  }));
  const organisations = countOf(tally, (pattern) => familyOf(pattern) === undefined && !pattern.startsWith(homeHost));
  const all = {
    family: "everything",
    requests: sum(perFamily.map(({ requests }) => requests)) + organisations,
    limit: defaultConcurrency.total,
  };
  const waves = ({ requests, limit }: { requests: number; limit: number }) => requests / limit;
  const widest = [...perFamily, all].reduce((a, b) => (waves(b) > waves(a) ? b : a));
  const before = 1 + pages + 1;
  const after = Math.ceil(store / defaultConcurrency.dataverse);
  return { milliseconds: (before + waves(widest) + after) * latencyMs, widest };
};
