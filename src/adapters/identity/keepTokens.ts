/** Tokens by service, kept in memory and renewed beside the work, so that one service's trouble is not another's. */
import { SourceError } from "../../app/errors";
import type { AccessToken, Credential } from "../http/credential";

/** A token this near to its end is still handed out, while a fresh one is fetched beside the work. */
const renewMs = 5 * 60_000;
/** A token this near to its end is not handed out any more. */
const spareMs = 60_000;

/**
 * Every service has its own question and its own wait: nothing is shared between them. Requests that start together for
 * the same service ask once.
 */
export function keepTokens(ask: Credential["token"], now: () => Date): Credential {
  const kept = new Map<string, AccessToken>();
  const askOnce = sharing(ask);
  const renew: Credential["token"] = async (scope, signal) => {
    const fresh = await askOnce(scope, signal);
    kept.set(scope, fresh);
    return fresh;
  };
  return {
    token: (scope, signal) => {
      const known = kept.get(scope);
      const left = known === undefined ? 0 : known.expiresAt - now().getTime();
      if (known === undefined || left <= spareMs) return renew(scope, signal);
      // What goes wrong here is told to whoever asks when the known token can no longer be handed out.
      if (left <= renewMs) renew(scope, signal).catch(() => undefined);
      return Promise.resolve(known);
    },
  };
}

function sharing(ask: Credential["token"]): Credential["token"] {
  const underWay = new Map<string, Promise<AccessToken>>();
  return async (scope, signal) => {
    const shared = underWay.get(scope);
    if (shared) {
      // The first asker may have been cancelled; that is not our end.
      return shared.catch((error: unknown) => {
        if (isCancelled(error) && !signal.aborted) return ask(scope, signal);
        throw error;
      });
    }
    const own = ask(scope, signal).finally(() => underWay.delete(scope));
    underWay.set(scope, own);
    return own;
  };
}

const isCancelled = (error: unknown): boolean => error instanceof SourceError && error.reason.code === "cancelled";
