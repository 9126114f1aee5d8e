import { inspect } from "node:util";
import * as v from "valibot";
import { afterEach, describe, expect, test, vi } from "vitest";
import { SourceError } from "../../src/app/errors";
import { createPipeline } from "../../src/adapters/http/pipeline";
import { allItems, pageOf } from "../../src/adapters/http/pages";
import { getJson } from "../../src/adapters/http/readJson";
import { BlockedOriginError, simulatorRoute } from "../../src/adapters/http/routes";
import { createTransport, NetworkError, type Send } from "../../src/adapters/http/send";
import { answering, anyToken, type Answer, type AnsweringServer, type Asked } from "./answeringServer";

const graph = "https://graph.microsoft.com";
const fast = { firstWaitMs: 1, longestWaitMs: 1_000 };
const get = (url: string, signal = new AbortController().signal) =>
  ({ method: "GET", url, headers: {}, signal }) as const;

let server: AnsweringServer | undefined;
afterEach(async () => {
  vi.useRealTimers();
  await server?.close();
  server = undefined;
});

async function pipelineTo(answer: (asked: Asked, count: number) => Answer, retry = {}): Promise<Send> {
  server = await answering(answer);
  return createPipeline({ transport: createTransport({ route: server.route }), retry: { ...fast, ...retry } });
}

const reasonOf = async (promise: Promise<unknown>): Promise<unknown> => {
  const error: unknown = await promise.then(
    () => "resolved",
    (caught: unknown) => caught,
  );
  return error instanceof SourceError ? error.reason : error;
};

describe("transport", () => {
  test("keeps no more requests under way at an origin than configured, and others beside it", async () => {
    const under = new Map<string, number>();
    let most = 0;
    const waiting: (() => void)[] = [];
    server = await answering(({ url }) => {
      const { host } = new URL(url);
      under.set(host, (under.get(host) ?? 0) + 1);
      most = Math.max(most, under.get(host) ?? 0);
      const after = new Promise<void>((resolve) => waiting.push(resolve)).then(() =>
        under.set(host, (under.get(host) ?? 0) - 1),
      );
      return { after, body: "{}" };
    });
    const send = createTransport({ route: server.route, concurrency: { dataverse: 2 } });
    const all = ["a", "a", "a", "a", "b"].map((org) => send(get(`https://${org}.crm4.dynamics.com/x`)));
    while (waiting.length < 3) await new Promise((resolve) => setImmediate(resolve));
    expect(Object.fromEntries(under)).toEqual({ "a.crm4.dynamics.com": 2, "b.crm4.dynamics.com": 1 });
    const done = Promise.all(all);
    for (let released = 0; released < 5; released++) {
      while (waiting.length === 0) await new Promise((resolve) => setImmediate(resolve));
      waiting.shift()?.();
    }
    await done;
    expect(most).toBe(2);
  });

  test("a cancelled request leaves the queue at once", async () => {
    server = await answering(() => ({ silent: true }));
    const send = createTransport({ route: server.route, concurrency: { graph: 1 } });
    const cancel = new AbortController();
    const all = [1, 2, 3].map(() => send(get(`${graph}/x`, cancel.signal)));
    cancel.abort(new Error("enough"));
    const settled = await Promise.allSettled(all);
    expect(settled.map((one) => one.status)).toEqual(["rejected", "rejected", "rejected"]);
  });

  test("no answer in time is a network error", async () => {
    server = await answering(() => ({ silent: true }));
    const send = createTransport({ route: server.route, timeoutMs: 20 });
    await expect(send(get(`${graph}/x`))).rejects.toThrow(new NetworkError("No answer within 0.02 s."));
  });

  test("plain HTTP is refused unless it stays on this machine", () => {
    const send = createTransport({ route: () => "http://example.org/" });
    expect(() => send(get(`${graph}/x`))).toThrow("not encrypted");
  });

  test("nothing leaves the simulated hosts", () => {
    const send = createTransport({ route: simulatorRoute("http://127.0.0.1:1") });
    expect(() => send(get("https://example.org/x"))).toThrow(BlockedOriginError);
  });

  test("many requests may listen to one signal without a warning", async () => {
    const warn = vi.spyOn(process, "emitWarning");
    const send = await pipelineTo(() => ({ body: {} }));
    const { signal } = new AbortController();
    await Promise.all(Array.from({ length: 40 }, () => send(get(`${graph}/x`, signal))));
    expect(warn).not.toHaveBeenCalled();
  });
});

describe("pipeline", () => {
  test("says product and version", async () => {
    const send = await pipelineTo(() => ({ body: {} }));
    await send(get(`${graph}/x`));
    expect(server?.asked[0]?.headers["user-agent"]).toMatch(/^quota-panel\/\d+\.\d+\.\d+ /);
  });

  test.each([429, 503, 504, 408, 500, 502])("tries again after %i", async (status) => {
    const send = await pipelineTo((_asked, count) => (count === 1 ? { status } : { body: { ok: true } }));
    expect((await send(get(`${graph}/x`))).body).toBe('{"ok":true}');
  });

  test("a fault of the service is not waited for long", async () => {
    const send = await pipelineTo(() => ({ status: 500 }));
    const { status } = await send(get(`${graph}/x`));
    expect([status, server?.asked.length]).toEqual([500, 3]);
  });

  test("a write is not tried again after 500", async () => {
    const send = await pipelineTo(() => ({ status: 500 }));
    const { status } = await send({ ...get(`${graph}/x`), method: "PATCH", body: "{}" });
    expect([status, server?.asked.length]).toEqual([500, 1]);
  });

  test("stops after the last try and hands on what the service said", async () => {
    const send = await pipelineTo(() => ({ status: 429, body: { error: { code: "TooMany", message: "slow down" } } }));
    const reason = await reasonOf(
      getJson(send, { url: `${graph}/v1.0/x`, schema: v.unknown(), signal: get("").signal }),
    );
    expect(reason).toEqual({
      code: "throttled",
      detail: "GET graph.microsoft.com/v1.0/x: HTTP 429, TooMany: slow down",
    });
    expect(server?.asked.length).toBe(6);
  });

  test("a service that asks for more patience than allowed is given up", async () => {
    const send = await pipelineTo(() => ({ status: 429, headers: { "retry-after": "3600" } }));
    expect((await send(get(`${graph}/x`))).status).toBe(429);
    expect(server?.asked.length).toBe(1);
  });

  test("cancelling ends the wait for Retry-After", async () => {
    const send = await pipelineTo(() => ({ status: 429, headers: { "retry-after": "100" } }), {
      longestWaitMs: 1e6,
    });
    const cancel = new AbortController();
    const reason = reasonOf(send(get(`${graph}/x`, cancel.signal)));
    while (server?.asked.length === 0) await new Promise((resolve) => setImmediate(resolve));
    cancel.abort();
    expect(await reason).toEqual({ code: "cancelled", detail: "GET graph.microsoft.com/x: cancelled." });
  });

  test("a slot is free while a request waits for its next try", async () => {
    server = await answering(({ url }) =>
      url.endsWith("/slow") ? { status: 429, headers: { "retry-after": "100" } } : { body: { ok: true } },
    );
    const transport = createTransport({ route: server.route, concurrency: { graph: 1 } });
    const send = createPipeline({ transport });
    const cancel = new AbortController();
    const slow = reasonOf(send(get(`${graph}/slow`, cancel.signal)));
    while (server.asked.length === 0) await new Promise((resolve) => setImmediate(resolve));
    expect((await send(get(`${graph}/quick`))).status).toBe(200);
    cancel.abort();
    await slow;
  });

  test("no connection is unreachable", async () => {
    const gone = await answering(() => ({}));
    const { route } = gone;
    await gone.close();
    const send = createPipeline({ transport: createTransport({ route }), retry: fast });
    expect(await reasonOf(send(get(`${graph}/x`)))).toMatchObject({
      code: "unreachable",
      detail: expect.stringContaining("ECONNREFUSED") as string,
    });
  });

  test("a connection that closes in the middle is tried again, then unreachable", async () => {
    const send = await pipelineTo(() => ({ body: '{"value":[', cut: true }), { retries: 1 });
    expect(await reasonOf(send(get(`${graph}/x`)))).toMatchObject({ code: "unreachable" });
    expect(server?.asked.length).toBe(2);
  });

  test("sends the token and never shows it", async () => {
    server = await answering(() => ({
      status: 403,
      body: { error: { code: "No", message: "Bearer test-token-1234" } },
    }));
    const transport = createTransport({ route: server.route });
    const send = createPipeline({ transport, access: { credential: anyToken, scope: `${graph}/.default` } });
    const signal = new AbortController().signal;
    const error: unknown = await getJson(send, { url: `${graph}/x`, schema: v.unknown(), signal }).catch(
      (caught: unknown) => caught,
    );
    expect(server.asked[0]?.headers.authorization).toBe("Bearer test-token");
    expect(inspect(error, { depth: 9, showHidden: true })).not.toContain("test-token");
  });
});

describe("parsing at the door", () => {
  const schema = v.object({ value: v.array(v.object({ n: v.number() })) });
  const parse = async (body: unknown, status = 200) => {
    const send = await pipelineTo(() => ({ body, status }));
    return reasonOf(getJson(send, { url: `${graph}/v1.0/x`, schema, signal: new AbortController().signal }));
  };

  test.each([
    ["an answer cut in half", '{"value":[{"n":1},{"n"', "the answer: the answer ended early"],
    ["an empty answer", "", "the answer: the answer ended early"],
    ["a sign-in page", "<html>", "the answer: not JSON"],
    ["a shape that changed", { value: [{ n: 1 }, { n: "two" }] }, "value.1.n: expected number"],
    ["a missing part", {}, 'value: expected "value"'],
  ])("%s", async (_name, body, fault) => {
    expect(await parse(body)).toEqual({ code: "shapeChanged", detail: `GET graph.microsoft.com/v1.0/x: ${fault}` });
  });

  test.each([
    [401, "unauthenticated"],
    [403, "forbidden"],
    [404, "notFound"],
    [400, "shapeChanged"],
    [501, "serverError"],
  ])("status %i is %s", async (status, code) => {
    expect(await parse({ code: "X", message: "words" }, status)).toEqual({
      code,
      detail: `GET graph.microsoft.com/v1.0/x: HTTP ${status}, X: words`,
    });
  });
});

describe("pages", () => {
  const read = async (next: (count: number) => string | undefined, key = "@odata.nextLink") => {
    const send = await pipelineTo((_asked, count) => ({ body: { value: [count], [key]: next(count) } }));
    const { signal } = new AbortController();
    return allItems(`${graph}/v1.0/x`, (url) => getJson(send, { url, schema: pageOf(v.number()), signal }));
  };

  test.each(["@odata.nextLink", "@odata.nextlink", "nextLink"])("follows %s as it is", async (key) => {
    const link = (count: number) => (count < 3 ? `${graph}/v1.0/x?$skiptoken=a%2Fb%20${count}==` : undefined);
    expect(await read(link, key)).toEqual([1, 2, 3]);
    expect(server?.asked[2]?.url).toBe(`${graph}/v1.0/x?$skiptoken=a%2Fb%202==`);
  });

  test.each([
    ["back to the first page", () => `${graph}/v1.0/x`, "leads back to a page that was read before"],
    ["in a circle", () => `${graph}/v1.0/x?page=2`, "leads back to a page that was read before"],
    ["away", () => "https://example.org/x", "leads to another origin"],
    ["nowhere", () => "page2", "leads to another origin"],
  ])("refuses a link that leads %s", async (_name, next, fault) => {
    expect(await reasonOf(read(next))).toEqual({
      code: "shapeChanged",
      detail: `GET graph.microsoft.com/v1.0/x: nextLink: ${fault}`,
    });
  });
});
