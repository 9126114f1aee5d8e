import { afterEach, describe, expect, it } from "vitest";
import type { ProfileEnvironment } from "../../../src/simulator/contracts";
import type { DataverseOptions, Organisation } from "../../../src/simulator/dataverse";
import { realLimits } from "../../../src/simulator/dataverse";
import type { TestService } from "./startDataverse";
import { clientId, home, organisation, startDataverse } from "./startDataverse";

let service: TestService | undefined;
afterEach(() => service?.close());

const start = async (options: Partial<DataverseOptions>) => (service = await startDataverse(options));
const startAs = (environment: Partial<ProfileEnvironment>, rest: Partial<Organisation> = {}) =>
  start({ organisations: () => organisation(home, environment, rest) });

describe("at the door", () => {
  it.each([[undefined], ["Bearer https://contoso-sales.crm4.dynamics.com"], ["Bearer https://graph.microsoft.com"]])(
    "the token %s is answered with 401 and where to get another",
    async (Authorization) => {
      const { base } = await start({});
      const answer = await fetch(`${base}/${home}/api/data/v9.2/WhoAmI`, {
        headers: Authorization === undefined ? {} : { Authorization },
      });
      expect(answer.status).toBe(401);
      expect(answer.headers.get("www-authenticate")).toBe(
        `Bearer authorization_uri=https://login.microsoftonline.com/common/oauth2/authorize, resource_id=https://${home}/`,
      );
    },
  );

  it("an app that is no application user is no member", async () => {
    const { call } = await startAs({}, { applicationUsers: ["someone-else"] });
    const answer = await call("WhoAmI");
    expect(answer.status).toBe(403);
    expect(answer.json).toEqual({
      error: { code: "0x80072560", message: "The user is not a member of the organization." },
    });
  });

  it("an application user comes in", async () => {
    const { call } = await startAs({}, { applicationUsers: [clientId] });
    expect((await call("WhoAmI")).status).toBe(200);
  });

  it.each([
    [{ fault: "forbidden" }, 403, "0x80072560"],
    [{ fault: "serverError" }, 500, "0x80040216"],
    [{ state: "Disabled" }, 403, "0x8004a112"],
  ] as const)("%j answers %i %s", async (environment, status, code) => {
    const { call } = await startAs(environment);
    const answer = await call("WhoAmI");
    expect([answer.status, answer.at("error", "code")]).toEqual([status, code]);
  });

  it("an answer can be cut in half, or of another shape", async () => {
    const half = await startAs({ fault: "cutInHalf" });
    const answer = await half.call("WhoAmI");
    expect([answer.status, answer.json, answer.text.startsWith('{"@odata.context"')]).toEqual([200, undefined, true]);
    await half.close();
    const changed = await startAs({ fault: "shapeChanged" });
    expect((await changed.call("solutions")).at("value")).toBeUndefined();
  });

  it("an environment that cannot be reached drops the connection", async () => {
    const { call } = await startAs({ fault: "unreachable" });
    await expect(call("WhoAmI")).rejects.toThrow("fetch failed");
  });

  it("nobody answers for a host that is none", async () => {
    const { call } = await start({});
    expect((await call("WhoAmI", { host: "nobody.crm.dynamics.com" })).status).toBe(404);
    expect((await call(`https://${home}/api/data/v8.0/WhoAmI`)).status).toBe(404);
  });
});

describe("service protection", () => {
  const facts = (answer: { headers: Headers }) => [
    answer.headers.get("x-ms-ratelimit-burst-remaining-xrm-requests"),
    answer.headers.get("x-ms-ratelimit-time-remaining-xrm-requests"),
  ];

  it("has the limits of the service", () => {
    expect(realLimits).toEqual({ requests: 6_000, executionSeconds: 1_200, windowSeconds: 300, concurrent: 52 });
  });

  it("counts requests over a sliding window, per organisation", async () => {
    let time = Date.parse("2026-11-22T10:00:00Z");
    const { call } = await start({ now: () => new Date(time), limits: { ...realLimits, requests: 3 } });
    expect(facts(await call("WhoAmI"))).toEqual(["2", "1,200.00"]);
    time += 100_000;
    await call("WhoAmI");
    expect(facts(await call("WhoAmI"))).toEqual(["0", "1,200.00"]);
    const refused = await call("WhoAmI");
    expect([refused.status, refused.at("error", "code"), refused.headers.get("retry-after")]).toEqual([
      429,
      "0x80072322",
      "200",
    ]);
    expect(refused.at("error", "message")).toBe(
      "Number of requests exceeded the limit of 3 over time window of 300 seconds.",
    );
    expect((await call("WhoAmI", { host: "contoso-sales.crm4.dynamics.com" })).status).toBe(200);
    time += 200_000;
    expect((await call("WhoAmI")).status).toBe(200);
    expect((await call("WhoAmI")).status).toBe(429);
  });

  it("counts execution time", async () => {
    let time = Date.parse("2026-11-22T10:00:00Z");
    const latency = () => {
      time += 700_000 / 1_000;
      return Promise.resolve();
    };
    const { call } = await start({
      now: () => new Date(time),
      latency,
      limits: { ...realLimits, executionSeconds: 1 },
    });
    expect((await call("WhoAmI")).status).toBe(200);
    expect(facts(await call("WhoAmI"))[1]).toBe("0.30");
    const refused = await call("WhoAmI");
    expect([refused.status, refused.at("error", "code")]).toEqual([429, "0x80072321"]);
  });

  it("counts requests under way", async () => {
    const waiting: (() => void)[] = [];
    const latency = () => new Promise<void>((resolve) => waiting.push(resolve));
    const { call } = await start({ latency, limits: { ...realLimits, concurrent: 2 } });
    const both = [call("WhoAmI"), call("WhoAmI")];
    await expect.poll(() => waiting.length).toBe(2);
    const refused = await call("WhoAmI");
    expect([refused.status, refused.at("error", "code")]).toEqual([429, "0x80072326"]);
    expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
    waiting.forEach((resolve) => resolve());
    expect((await Promise.all(both)).map((answer) => answer.status)).toEqual([200, 200]);
  });
});
