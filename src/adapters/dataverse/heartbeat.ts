/** Tells the store how far a run is and that it lives: at most once a second, however often it is told. */
export interface Heartbeat<T> {
  /** Keeps the news for the next beat. Rejects when an earlier beat failed. */
  tell(news: T): Promise<void>;
  /** Resolves when the last beat is over; none follows. */
  stop(): Promise<void>;
}

const beatMs = 1_000;

/** `beat` gets the latest news, or `undefined` when there is none since the last time. */
export function startHeartbeat<T>(beat: (news: T | undefined) => Promise<void>): Heartbeat<T> {
  let news: T | undefined;
  let underWay: Promise<void> | undefined;
  let failure: { readonly error: unknown } | undefined;
  const once = async (): Promise<void> => {
    const latest = news;
    news = undefined;
    try {
      await beat(latest);
    } catch (error) {
      failure = { error };
    }
    underWay = undefined;
  };
  const timer = setInterval(() => {
    underWay ??= once();
  }, beatMs);
  // A run that is over must not keep the process alive.
  timer.unref();
  return {
    tell: (latest) => {
      news = latest;
      return failure ? Promise.reject(asError(failure.error)) : Promise.resolve();
    },
    stop: async () => {
      clearInterval(timer);
      await underWay;
    },
  };
}

const asError = (error: unknown): Error => (error instanceof Error ? error : new Error(String(error)));
