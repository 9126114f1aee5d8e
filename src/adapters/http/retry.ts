/**
 * Whether and when to try again: a verdict from the number of tries and the answer alone. Everything the product sends
 * can be sent twice: reads, writes addressed by key, and token requests.
 */
import type { RetryInformation, RetryModifiers, RetryStrategy } from "@azure/core-rest-pipeline";

export interface RetryLimits {
  /** Tries after the first one. */
  readonly retries: number;
  /** A service that asks for more patience than this is given up; times `retries` it bounds the whole wait. */
  readonly longestWaitMs: number;
  /** First wait when the service names none; doubles with each try. */
  readonly firstWaitMs: number;
}

export const defaultRetryLimits: RetryLimits = { retries: 5, longestWaitMs: 120_000, firstWaitMs: 500 };

const longestBackOffMs = 16_000;
const passing = new Set([408, 429, 503, 504]);
/** May mean that a write was half done somewhere: only reading is tried again, and not for long, as it seldom passes. */
const passingForReads = new Set([500, 502]);
const retriesOfFaults = 2;

export const retryStrategy = (limits: RetryLimits, random: () => number = Math.random): RetryStrategy => ({
  name: "quotaPanelRetry",
  retry: (information) => decideRetry(information, limits, random()),
});

/** `chance` from 0 to 1 spreads clients that failed together. */
export function decideRetry(information: RetryInformation, limits: RetryLimits, chance: number): RetryModifiers {
  if (!mayPass(information)) return { skipStrategy: true };
  const asked = retryAfterMs(information.response?.headers.get("retry-after"), Date.now());
  const wait = asked ?? backOff(information.retryCount, limits.firstWaitMs, chance);
  return wait > limits.longestWaitMs ? { skipStrategy: true } : { retryAfterInMs: wait };
}

function mayPass({ response, responseError, retryCount }: RetryInformation): boolean {
  if (!response) return responseError !== undefined;
  if (passing.has(response.status)) return true;
  const isRead = response.request.method === "GET";
  return isRead && passingForReads.has(response.status) && retryCount < retriesOfFaults;
}

const backOff = (retryCount: number, firstWaitMs: number, chance: number): number =>
  Math.round(Math.min(longestBackOffMs, firstWaitMs * 2 ** retryCount) * (0.5 + chance / 2));

/** Seconds or an HTTP date; `undefined` when there is none or it cannot be read. */
export function retryAfterMs(header: string | undefined, nowMs: number): number | undefined {
  if (header === undefined || header.trim() === "") return undefined;
  const seconds = Number(header);
  const wait = Number.isFinite(seconds) ? seconds * 1000 : Date.parse(header) - nowMs;
  return Number.isNaN(wait) ? undefined : Math.max(0, wait);
}
