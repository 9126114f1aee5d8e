import { expect, test } from "vitest";
import { runStatus, runTrigger } from "../../src/domain";
import type { RefreshState } from "../components/Panel/Panel.types";
import { fakeTables, type FakeTables } from "../fixture/fakeTables.fixture";
import { tenantId } from "../fixture/sampleSnapshot.fixture";
import type { Row } from "./tables";
import { followOpenRun, requestRefresh, type RefreshHost } from "./requestRefresh";

/** A host whose waiting moves its own clock and then changes the open run. */
function hostWith(tables: FakeTables, change: (waits: number) => Row) {
  let time = Date.parse("2026-11-22T20:00:00Z");
  const pauses: number[] = [];
  const host: RefreshHost = {
    api: tables,
    tenantId,
    userName: "Ada Admin",
    now: () => new Date(time),
    wait: (pause) => {
      pauses.push(pause);
      time += pause;
      tables.rows["dqp_run"] = (tables.rows["dqp_run"] ?? []).map((row) => ({ ...row, ...change(pauses.length) }));
      return Promise.resolve();
    },
  };
  return { host, pauses };
}

const kinds = (states: readonly RefreshState[]): readonly string[] =>
  states.map((state) => ("progress" in state ? `${state.kind} ${state.progress.status}` : state.kind));

test("writes a request with the user's name and follows the run to its end", async () => {
  const tables = fakeTables({ dqp_run: [] });
  const { host, pauses } = hostWith(tables, (waits) =>
    waits < 3
      ? { dqp_status: runStatus.running, dqp_phase: "details", dqp_done: waits, dqp_total: 3 }
      : { dqp_status: runStatus.succeeded },
  );
  const states: RefreshState[] = [];
  await requestRefresh(host, (state) => states.push(state), new AbortController().signal);
  expect(tables.rows["dqp_run"]?.[0]).toMatchObject({
    dqp_tenantid: tenantId,
    dqp_trigger: runTrigger.request,
    dqp_requestedby: "Ada Admin",
  });
  expect(kinds(states)).toEqual([
    "asking",
    "following requested",
    "following running",
    "following running",
    "ended succeeded",
  ]);
  expect(states[3]).toMatchObject({ progress: { phase: "details", done: 2, total: 3, requestedBy: "Ada Admin" } });
  expect(pauses).toEqual([...pauses].sort((a, b) => a - b));
  expect(new Set(pauses).size).toBe(pauses.length);
});

test("joins the run that is open instead of asking for a second one", async () => {
  const open = { dqp_runid: "r7", dqp_status: runStatus.running, dqp_startedon: "2026-11-22T19:59:00Z" };
  const tables = fakeTables({ dqp_run: [open] });
  const { host } = hostWith(tables, () => ({ dqp_status: runStatus.partial }));
  const states: RefreshState[] = [];
  await requestRefresh(host, (state) => states.push(state), new AbortController().signal);
  expect(tables.rows["dqp_run"]).toHaveLength(1);
  expect(kinds(states)).toEqual(["asking", "following running", "ended partial"]);
});

test("a run that was killed long ago is not waited for", async () => {
  const dead = { dqp_runid: "r1", dqp_status: runStatus.running, dqp_startedon: "2026-11-20T00:00:00Z" };
  const states: RefreshState[] = [];
  const { host } = hostWith(fakeTables({ dqp_run: [dead] }), () => ({}));
  await followOpenRun(host, (state) => states.push(state), new AbortController().signal);
  expect(states).toEqual([]);
});

test("says that nobody takes the request up, and stops asking in the end", async () => {
  const { host } = hostWith(fakeTables({ dqp_run: [] }), () => ({}));
  const states: RefreshState[] = [];
  await requestRefresh(host, (state) => states.push(state), new AbortController().signal);
  const overdue = states.map((state) => state.kind === "following" && state.overdue);
  expect(overdue.indexOf(true)).toBeGreaterThan(2);
  expect(states[states.length - 1]?.kind).toBe("unanswered");
});

test("a user who may not write runs is told so", async () => {
  const tables: FakeTables = {
    ...fakeTables({ dqp_run: [] }),
    createRecord: () => Promise.reject(Object.assign(new Error("prvCreatedqp_run"), { errorCode: 0x80040220 })),
  } satisfies FakeTables;
  const { host } = hostWith(tables, () => ({}));
  const states: RefreshState[] = [];
  await requestRefresh(host, (state) => states.push(state), new AbortController().signal);
  expect(states).toEqual([
    { kind: "asking" },
    { kind: "trouble", trouble: { kind: "denied", detail: "prvCreatedqp_run" } },
  ]);
});
