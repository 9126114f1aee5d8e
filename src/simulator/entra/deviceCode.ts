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
  enter(userCode: string, decision: "confirm" | "decline"): boolean;
  newRefreshToken(): string;
  isRefreshToken(text: string): boolean;
  revoke(): void;
}

const lifetimeSeconds = 900;
const intervalSeconds = 5;
/** RFC 8628 3.5. */
const slowerBySeconds = 5;
const letters = "BCDFGHJKLMNPQRSTVWXYZ23456789";

const textOf = (draw: Chance, length: number): string =>
  Array.from({ length }, () => letters.charAt(Math.floor(draw() * letters.length))).join("");

const refuse = (problem: Problem) => ({ problem });

export const deviceCodes = (now: () => Date, draw: Chance): DeviceCodes => {
  const started = new Map<string, Started>();
  const refreshTokens = new Set<string>();
  const poll = (one: Started): Problem | undefined => {
    const at = now().getTime();
    const tooSoon = one.polledAt !== undefined && at - one.polledAt < one.interval * 1_000;
    one.polledAt = at;
    one.interval += tooSoon ? slowerBySeconds : 0;
    return tooSoon ? problems.slowDown() : undefined;
  };
  return {
    start: (scope, login) => {
      const [deviceCode, userCode] = [textOf(draw, 40), textOf(draw, 9)];
      const until = now().getTime() + lifetimeSeconds * 1_000;
      started.set(deviceCode, {
        userCode,
        scope,
        until,
        interval: intervalSeconds,
        polledAt: undefined,
        decision: undefined,
      });
      const address = `https://${login}/common/oauth2/deviceauth`;
      return {
        user_code: userCode,
        device_code: deviceCode,
        verification_uri: address,
        expires_in: lifetimeSeconds,
        interval: intervalSeconds,
        message: `To sign in, open ${address} and enter the code ${userCode}.`,
      };
    },
    redeem: (deviceCode) => {
      const one = started.get(deviceCode);
      if (one === undefined) {
        return refuse(problems.badCode());
      }
      if (now().getTime() > one.until) {
        return refuse(problems.codeExpired());
      }
      const early = poll(one);
      if (early !== undefined) {
        return refuse(early);
      }
      if (one.decision === undefined) {
        return refuse(problems.codePending());
      }
      started.delete(deviceCode);
      return one.decision === "confirm" ? { scope: one.scope } : refuse(problems.codeDeclined());
    },
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
    revoke: () => refreshTokens.clear(),
  };
};
