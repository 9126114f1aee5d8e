/**
 * One signal ends a run of thousands of requests. Listening to it directly costs each request a walk past all others'
 * listeners, so every request listens to a signal of its own, and one listener passes the news on.
 */
const followers = new WeakMap<AbortSignal, Set<AbortController>>();

/** Calls with a signal that follows `signal` until the call is over. */
export async function withOwnSignal<T>(signal: AbortSignal, call: (own: AbortSignal) => Promise<T>): Promise<T> {
  const own = new AbortController();
  if (signal.aborted) own.abort(signal.reason);
  const group = followersOf(signal);
  group.add(own);
  try {
    return await call(own.signal);
  } finally {
    group.delete(own);
  }
}

function followersOf(signal: AbortSignal): Set<AbortController> {
  const known = followers.get(signal);
  if (known) return known;
  const group = new Set<AbortController>();
  followers.set(signal, group);
  signal.addEventListener(
    "abort",
    () => {
      group.forEach((follower) => follower.abort(signal.reason));
    },
    { once: true },
  );
  return group;
}
