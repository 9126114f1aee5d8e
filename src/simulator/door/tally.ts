/** Counts requests by host and path, and how many of a host were under way at once. */

export interface Tally {
  /** Notes the beginning of a request; call the result with the status when it has been answered. */
  readonly begin: (host: string, path: string) => (status: number) => void;
  readonly report: () => TallyReport;
  readonly reset: () => void;
}

export interface TallyReport {
  readonly total: number;
  /** `host/path` with ids replaced by `{id}` and key predicates by `()`, with the number of requests. */
  readonly requests: Readonly<Record<string, number>>;
  readonly statuses: Readonly<Record<string, number>>;
  readonly highestConcurrency: Readonly<Record<string, number>>;
}

const ids = /(?:Default-)?[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}/gi;

export const patternOf = (path: string): string => path.replace(ids, "{id}").replace(/\([^)]*\)/g, "()");

const add = (counts: Map<string, number>, key: string, by: number): number => {
  const value = (counts.get(key) ?? 0) + by;
  counts.set(key, value);
  return value;
};

export const newTally = (): Tally => {
  const requests = new Map<string, number>();
  const statuses = new Map<string, number>();
  const current = new Map<string, number>();
  const highest = new Map<string, number>();
  return {
    begin: (host, path) => {
      add(requests, host + patternOf(path), 1);
      highest.set(host, Math.max(highest.get(host) ?? 0, add(current, host, 1)));
      return (status) => {
        add(current, host, -1);
        add(statuses, String(status), 1);
      };
    },
    report: () => ({
      total: [...requests.values()].reduce((sum, count) => sum + count, 0),
      requests: Object.fromEntries(requests),
      statuses: Object.fromEntries(statuses),
      highestConcurrency: Object.fromEntries(highest),
    }),
    reset: () => {
      requests.clear();
      statuses.clear();
      highest.clear();
    },
  };
};
