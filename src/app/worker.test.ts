import { describe, expect, test } from "vitest";
import { LeaseTakenError, StoreError } from "./errors";
import type { RunRequest } from "./ports";
import { work, type WorkerPorts } from "./worker";

interface Story {
  /** Requests that the store tells of at each asking. */
  readonly requests?: readonly (readonly RunRequest[] | Error)[];
  /** Turns of the schedule, in minutes. */
  readonly turns?: readonly number[];
  readonly run?: (request: RunRequest) => Promise<unknown>;
  readonly polls: number;
}

const minute = (count: number) => new Date(count * 60_000).toISOString();

/** Plays a story in which one minute passes with each wait. */
async function play({ requests = [], turns = [], run = () => Promise.resolve(), polls }: Story) {
  const end = new AbortController();
  const ran: string[] = [];
  const troubles: unknown[] = [];
  let now = 0;
  let asked = 0;
  let under = 0;
  const ports: WorkerPorts = {
    clock: { now: () => minute(now) },
    schedule: { next: (after) => turns.map(minute).find((turn) => turn > after) },
    store: {
      requests: () => {
        const told = requests[asked++] ?? [];
        return told instanceof Error ? Promise.reject(told) : Promise.resolve(told);
      },
    },
    newId: () => `scheduled at ${now}`,
    wait: () => {
      now++;
      if (now >= polls) end.abort();
      return Promise.resolve();
    },
    onTrouble: (error) => troubles.push(error),
    run: async (request) => {
      expect(++under).toBe(1);
      ran.push(request.id);
      try {
        await run(request);
      } finally {
        under--;
      }
    },
  };
  await work(ports, { signal: end.signal });
  return { ran, troubles };
}

const asked = (id: string): RunRequest => ({ id, trigger: "request" });

describe("worker", () => {
  test("runs at the turns of the schedule, once each", async () => {
    expect(await play({ turns: [2, 4], polls: 6 })).toEqual({
      ran: ["scheduled at 2", "scheduled at 4"],
      troubles: [],
    });
  });

  test("serves requests first, one after the other, the turn right after", async () => {
    const requests = [[], [asked("a"), asked("b")], [asked("b")]];
    const { ran } = await play({ requests, turns: [1], polls: 5 });
    expect(ran).toEqual(["a", "b", "scheduled at 3"]);
  });

  test("a failed run is told and does not end the work", async () => {
    const trouble = new StoreError("no room");
    const run = ({ id }: RunRequest) => (id === "a" ? Promise.reject(trouble) : Promise.resolve());
    expect(await play({ requests: [[asked("a")], [asked("b")]], run, polls: 3 })).toEqual({
      ran: ["a", "b"],
      troubles: [trouble],
    });
  });

  test("a store that another run holds is no trouble", async () => {
    const run = () => Promise.reject(new LeaseTakenError("other", minute(1)));
    expect(await play({ turns: [1], run, polls: 3 })).toEqual({ ran: ["scheduled at 1"], troubles: [] });
  });

  test("a store that cannot be asked is asked again, and the schedule goes on", async () => {
    const trouble = new StoreError("unreachable");
    const { ran, troubles } = await play({ requests: [trouble, trouble, [asked("a")]], turns: [1], polls: 4 });
    expect(ran).toEqual(["scheduled at 1", "a"]);
    expect(troubles).toEqual([trouble, trouble]);
  });
});
