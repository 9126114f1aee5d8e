import { DataverseError } from "./errors";

/** Service protection: per user and organisation, over a sliding window. */
export interface Limits {
  readonly requests: number;
  readonly executionSeconds: number;
  readonly windowSeconds: number;
  readonly concurrent: number;
}

export const realLimits: Limits = { requests: 6_000, executionSeconds: 1_200, windowSeconds: 300, concurrent: 52 };

type Headers = Readonly<Record<string, string>>;

/** What a request gets at the door. `facts` are headers for its answer; `leave` is called once, at its end. */
export type Admission =
  | { readonly refused: DataverseError }
  | { readonly refused?: undefined; readonly facts: () => Headers; readonly leave: () => void };

export type Protect = (user: string) => Admission;

/** One second of a user's traffic. */
interface Second {
  readonly at: number;
  requests: number;
  busyMs: number;
}

interface Usage {
  seconds: Second[];
  running: number;
}

export function serviceProtection(limits: Limits, now: () => Date): Protect {
  const users = new Map<string, Usage>();
  return (user) => {
    const start = now().getTime();
    const usage = current(users, user, start - limits.windowSeconds * 1_000);
    const refused = refusal(limits, usage, start);
    if (refused !== undefined) return { refused };
    const second = secondOf(usage, start);
    second.requests += 1;
    usage.running += 1;
    return {
      facts: () => remaining(limits, usage),
      leave: () => {
        usage.running -= 1;
        second.busyMs += now().getTime() - start;
      },
    };
  };
}

function current(users: Map<string, Usage>, user: string, oldest: number): Usage {
  const usage = users.get(user) ?? { seconds: [], running: 0 };
  users.set(user, usage);
  const kept = usage.seconds.findIndex((second) => second.at > oldest);
  if (kept !== 0) usage.seconds.splice(0, kept < 0 ? usage.seconds.length : kept);
  return usage;
}

function secondOf(usage: Usage, time: number): Second {
  const at = Math.floor(time / 1_000) * 1_000;
  const last = usage.seconds.at(-1);
  if (last?.at === at) return last;
  const second = { at, requests: 0, busyMs: 0 };
  usage.seconds.push(second);
  return second;
}

const total = (usage: Usage, of: "requests" | "busyMs"): number =>
  usage.seconds.reduce((sum, second) => sum + second[of], 0);

/** Codes -2147015902, -2147015903 and -2147015898 of the service, in hexadecimal. */
function refusal(limits: Limits, usage: Usage, time: number): DataverseError | undefined {
  const { requests, executionSeconds, windowSeconds, concurrent } = limits;
  const over = ` over time window of ${windowSeconds} seconds.`;
  const untilRoom = Math.max(1, Math.ceil(((usage.seconds[0]?.at ?? time) + windowSeconds * 1_000 - time) / 1_000));
  if (usage.running >= concurrent) {
    return tooMany(
      limits,
      usage,
      "0x80072326",
      `Number of concurrent requests exceeded the limit of ${concurrent}.`,
      2,
    );
  }
  if (total(usage, "requests") >= requests) {
    return tooMany(
      limits,
      usage,
      "0x80072322",
      `Number of requests exceeded the limit of ${requests}${over}`,
      untilRoom,
    );
  }
  if (total(usage, "busyMs") >= executionSeconds * 1_000) {
    const message = `Combined execution time of incoming requests exceeded limit of ${executionSeconds * 1_000} milliseconds${over}`;
    return tooMany(limits, usage, "0x80072321", message, untilRoom);
  }
  return undefined;
}

const tooMany = (limits: Limits, usage: Usage, code: string, message: string, seconds: number) =>
  new DataverseError(429, code, message, { "Retry-After": String(seconds), ...remaining(limits, usage) });

const twoDecimals = new Intl.NumberFormat("en-US", { minimumFractionDigits: 2, maximumFractionDigits: 2 });

const remaining = (limits: Limits, usage: Usage): Headers => ({
  "x-ms-ratelimit-burst-remaining-xrm-requests": String(Math.max(0, limits.requests - total(usage, "requests"))),
  "x-ms-ratelimit-time-remaining-xrm-requests": twoDecimals.format(
    Math.max(0, limits.executionSeconds - total(usage, "busyMs") / 1_000),
  ),
});
