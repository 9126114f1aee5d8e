import { request } from "node:http";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Fault, RunningTenant } from "../../src/simulator/contracts";
import { startTenant } from "../../src/simulator/server";
import { type Answer, answerOf, audiences, environmentsUrl, get, tokenFor } from "./client";

const skusUrl = "https://graph.microsoft.com/v1.0/subscribedSkus";
const capacityUrl = "https://api.powerplatform.com/licensing/tenantCapacity?api-version=2024-10-01";

let tenant: RunningTenant;
let token: string;
beforeEach(async () => {
  tenant = await startTenant({ profile: "contoso", seed: 7 });
  token = await tokenFor(tenant, audiences.graph);
});
afterEach(() => tenant.close());

const raw = (path: string, headers: Record<string, string>): Promise<number> =>
  new Promise((resolve, reject) => {
    const { port } = new URL(tenant.base);
    request({ host: "127.0.0.1", port, path, headers }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    })
      .on("error", reject)
      .end();
  });

describe("who may enter", () => {
  test("only loopback names are served", async () => {
    expect(await raw("/graph.microsoft.com/v1.0/users", { host: "127.0.0.1:1" })).toBe(401);
    expect(await raw("/graph.microsoft.com/v1.0/users", { host: "localhost" })).toBe(401);
    expect(await raw("/graph.microsoft.com/v1.0/users", { host: "evil.example" })).toBe(421);
    expect(await raw("/.simulator/knobs", { host: "evil.example" })).toBe(421);
  });

  test("pages of other origins cannot turn knobs", async () => {
    expect(await raw("/.simulator/knobs", { host: "localhost", origin: "https://evil.example" })).toBe(403);
    expect(await raw("/.simulator/knobs", { host: "localhost", origin: "http://localhost:4280" })).toBe(200);
  });

  test("a host that is not of this tenant has nothing behind it", async () => {
    expect((await fetch(`${tenant.base}/other.crm4.dynamics.com/api/data/v9.2/WhoAmI`)).status).toBe(421);
    expect((await fetch(`${tenant.base}/example.org/`)).status).toBe(421);
  });
});

describe("throttling", () => {
  const statuses = async (one: RunningTenant): Promise<number[]> => {
    const key = await tokenFor(one, audiences.graph);
    const found: number[] = [];
    for (let round = 0; round < 60; round += 1) {
      found.push((await get(one, skusUrl, key)).status);
    }
    return found;
  };

  test("meets a share of the requests, the same ones for the same seed", async () => {
    const knobs = { throttledShare: 0.25 };
    const [first, again, other] = await Promise.all([
      startTenant({ profile: "empty", seed: 1, knobs }),
      startTenant({ profile: "empty", seed: 1, knobs }),
      startTenant({ profile: "empty", seed: 2, knobs }),
    ]);
    const [one, two, three] = [await statuses(first), await statuses(again), await statuses(other)];
    await Promise.all([first.close(), again.close(), other.close()]);

    expect(two).toEqual(one);
    expect(three).not.toEqual(one);
    const share = one.filter((status) => status === 429).length;
    expect(share).toBeGreaterThan(5);
    expect(share).toBeLessThan(30);
  });

  test("is said as each service says it", async () => {
    Object.assign(tenant.knobs, { throttledShare: 1, retryAfterSeconds: 9 });
    const graph = await get(tenant, skusUrl, token);
    const power = await get(tenant, capacityUrl);
    const dataverse = await get(tenant, `https://${tenant.homeHost}/api/data/v9.2/WhoAmI`);

    expect([graph.status, power.status, dataverse.status]).toEqual([429, 429, 429]);
    expect([graph, power, dataverse].map((answer) => answer.headers.get("retry-after"))).toEqual(["9", "9", "9"]);
    expect(graph.headers.get("x-ms-throttle-information")).toBe("ResourceUnitLimitExceeded");
    expect(graph.body["error"]).toMatchObject({ code: "TooManyRequests" });
    expect(power.body).toMatchObject({ code: "TooManyRequests" });
    expect(dataverse.body["error"]).toMatchObject({ code: "0x80072322" });
  });

  test("spares sign-in", async () => {
    tenant.knobs.throttledShare = 1;

    expect(await tokenFor(tenant, audiences.bap)).toMatch(/^ey/);
  });
});

describe("faults", () => {
  const setFaults = (...faults: Fault[]) => {
    tenant.knobs.faults = faults;
  };

  test("answer with their own status and body, as often as they were set for", async () => {
    setFaults({ match: "graph.microsoft.com/v1.0/subscribedSkus$", status: 503, body: '{"down":true}', times: 2 });
    const answers = [
      await get(tenant, skusUrl, token),
      await get(tenant, skusUrl, token),
      await get(tenant, skusUrl, token),
    ];

    expect(answers.map((answer) => answer.status)).toEqual([503, 503, 200]);
    expect(answers[0]!.body).toEqual({ down: true });
    expect((await get(tenant, "https://graph.microsoft.com/v1.0/users", token)).status).toBe(200);
  });

  test("cut an answer in half", async () => {
    setFaults({ match: "subscribedSkus", kind: "cutInHalf" });
    const answer = await get(tenant, skusUrl, token);

    expect(answer.status).toBe(200);
    expect(answer.text).toMatch(/^\{"@odata.context"/);
    expect(() => JSON.parse(answer.text) as unknown).toThrow(SyntaxError);
  });

  test("change the shape of an answer", async () => {
    setFaults({ match: "subscribedSkus", kind: "shapeChanged" });
    const answer = await get(tenant, skusUrl, token);

    expect(Object.keys(answer.body)).toEqual(["@odata.context", "valueV2"]);
  });

  test("make a next link lead to itself", async () => {
    setFaults({ match: "subscribedSkus|environments$", kind: "nextLinkLoop" });
    const graph = await get(tenant, skusUrl, token);
    const bap = await get(tenant, environmentsUrl, await tokenFor(tenant, audiences.bap));

    expect(graph.body["@odata.nextLink"]).toBe(skusUrl);
    expect(bap.body["nextLink"]).toBe(environmentsUrl);
  });

  test("break the connection", async () => {
    setFaults({ match: "subscribedSkus", kind: "unreachable" });

    await expect(get(tenant, skusUrl, token)).rejects.toThrow("fetch failed");
    setFaults();
    expect((await get(tenant, skusUrl, token)).status).toBe(200);
  });

  test("of an environment show wherever it is asked itself, and not in what the licensing service keeps of it", async () => {
    const key = await tokenFor(tenant, audiences.powerplatform);
    const troubled = tenant.profile.environments.filter((one) => one.fault !== undefined);
    const answers: Answer[] = [];
    for (const one of troubled) {
      const host = `https://${String(one.host)}`;
      const packages = `https://api.powerplatform.com/appmanagement/environments/${one.id}/applicationPackages`;
      const entitlements = `https://api.powerplatform.com/licensing/environments/${one.id}/entitlements`;
      answers.push(await get(tenant, `${packages}?api-version=2024-10-01`, key));
      answers.push(await get(tenant, `${entitlements}?api-version=2024-10-01`, key));
      answers.push(await get(tenant, `${host}/api/data/v9.2/WhoAmI`, await tokenFor(tenant, `${host}/.default`)));
    }

    expect(troubled.map((one) => one.fault)).toEqual(["forbidden", "serverError"]);
    expect(answers.map((answer) => answer.status)).toEqual([403, 200, 403, 500, 200, 500]);
  });
});

describe("control", () => {
  const post = async (body: unknown) =>
    answerOf(await fetch(`${tenant.base}/.simulator/knobs`, { method: "POST", body: JSON.stringify(body) }));

  test("turns knobs while the tenant runs", async () => {
    const answer = await post({ retryAfterSeconds: 3, faults: [{ match: "users", status: 504 }] });

    expect(answer.body).toMatchObject({ retryAfterSeconds: 3, throttledShare: 0 });
    expect((await get(tenant, "https://graph.microsoft.com/v1.0/users", token)).status).toBe(504);
  });

  test.each([
    { body: { latency: 3 } },
    { body: { throttledShare: 2 } },
    { body: { latencyMs: 5, throttledShare: -1 } },
    { body: { faults: [{ match: "(", status: 500 }] } },
    { body: { faults: [{ match: "x" }] } },
    { body: [] },
    { body: "x" },
  ])("takes nothing of $body", async ({ body }) => {
    expect((await post(body)).status).toBe(400);
    expect(tenant.knobs).toEqual({ latencyMs: 0, throttledShare: 0, retryAfterSeconds: 1, faults: [] });
  });

  test("counts requests by host and path, and how many were under way at once", async () => {
    await fetch(`${tenant.base}/.simulator/requests`, { method: "DELETE" });
    tenant.knobs.latencyMs = 50;
    const url = (id: string) =>
      `https://api.powerplatform.com/licensing/environments/${id}/entitlements?api-version=2024-10-01`;
    await Promise.all(tenant.profile.environments.slice(0, 6).map((one) => get(tenant, url(one.id))));
    const report = (await answerOf(await fetch(`${tenant.base}/.simulator/requests`))).body;

    expect(report).toEqual({
      total: 6,
      requests: { "api.powerplatform.com/licensing/environments/{id}/entitlements": 6 },
      statuses: { "401": 6 },
      highestConcurrency: { "api.powerplatform.com": 6 },
    });
  });
});
