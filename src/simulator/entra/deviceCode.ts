/** The device authorisation grant: codes, what the person does with them, and refresh tokens (RFC 8628). */
import type { Chance } from "../chance";
import { problems, type Problem } from "./problems";

interface Started {
  readonly userCode: string;
  readonly scope: string;
  readonly until: number;
  interval: number;
  polledAt: number | undefined;
  decision: "confirm" | "decline" | undefined;
}

export interface DeviceCodes {
  /** The answer of the endpoint `devicecode`. */
  start(scope: string, login: string): Readonly<Record<string, unknown>>;
  /** The scope that was confirmed, or why there is no token (yet). */
  redeem(deviceCode: string): { readonly scope: string } | { readonly problem: Problem };
  readonly enter: (userCode: string, decision: "confirm" | "decline") => boolean;
  newRefreshToken(): string;
  isRefreshToken(text: string): boolean;
  readonly revoke: () => void;
}

const lifetimeSeconds = 900;
const intervalSeconds = 5;
/** RFC 8628 3.5. */
const slowerBySeconds = 5;
const letters = "BCDFGHJKLMNPQRSTVWXYZ23456789";

const textOf = (draw: Chance, length: number): string =>
  Array.from({ length }, () => letters.charAt(Math.floor(draw() * letters.length))).join("");

/** Why there is no token yet; each question is remembered. */
const notYet = (one: Started, at: number): Problem | undefined => {
  if (at > one.until) {
    return problems.codeExpired();
  }
  const tooSoon = one.polledAt !== undefined && at - one.polledAt < one.interval * 1_000;
  one.polledAt = at;
  one.interval += tooSoon ? slowerBySeconds : 0;
  if (tooSoon) {
    return problems.slowDown();
  }
  return one.decision === undefined ? problems.codePending() : undefined;
};

const prompt = (userCode: string, deviceCode: string, login: string) => {
  const address = `https://${login}/common/oauth2/deviceauth`;
  return {
    user_code: userCode,
    device_code: deviceCode,
    verification_uri: address,
    expires_in: lifetimeSeconds,
    interval: intervalSeconds,
    message: `To sign in, open ${address} and enter the code ${userCode}.`,
  };
};

const redeemer =
  (started: Map<string, Started>, now: () => Date): DeviceCodes["redeem"] =>
  (deviceCode) => {
    const one = started.get(deviceCode);
    if (one === undefined) {
      return { problem: problems.badCode() };
    }
    const problem = notYet(one, now().getTime());
    if (problem !== undefined) {
      return { problem };
    }
    started.delete(deviceCode);
    return one.decision === "confirm" ? { scope: one.scope } : { problem: problems.codeDeclined() };
  };

export const deviceCodes = (now: () => Date, draw: Chance): DeviceCodes => {
  const started = new Map<string, Started>();
  const refreshTokens = new Set<string>();
  return {
    start: (scope, login) => {
      const [deviceCode, userCode] = [textOf(draw, 40), textOf(draw, 9)];
      const until = now().getTime() + lifetimeSeconds * 1_000;
      const open = { interval: intervalSeconds, polledAt: undefined, decision: undefined };
      started.set(deviceCode, { userCode, scope, until, ...open });
      return prompt(userCode, deviceCode, login);
    },
    redeem: redeemer(started, now),
    enter: (userCode, decision) => {
      const one = [...started.values()].find((other) => other.userCode === userCode && other.until > now().getTime());
      if (one === undefined) {
        return false;
      }
      one.decision = decision;
      return true;
    },
    newRefreshToken: () => {
      const text = `1.${textOf(draw, 60)}`;
      refreshTokens.add(text);
      return text;
    },
    isRefreshToken: (text) => refreshTokens.has(text),
    revoke: () => {
      refreshTokens.clear();
    },
  };
};
