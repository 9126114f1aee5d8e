import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { SourceError } from "../../src/app/errors";
import type { HttpRequest, HttpResponse } from "../../src/adapters/http/send";
import type { AssetFolders } from "../../src/hosts/web/assets";
import { AssetsMissingError } from "../../src/hosts/web/assets";
import { freePortFrom, PortTakenError, startPanelServer, type PanelServer } from "../../src/hosts/web/server";

const home = "https://contoso.crm4.dynamics.com";
const id = "20756df3-cada-4a86-a1b1-9e85a9a31def";
const emptyList = { status: 200, headers: { "content-type": "application/json" }, body: '{"value":[]}' };

let folder: string;
let folders: AssetFolders;
let server: PanelServer;
let passedOn: HttpRequest[];
let answer: () => Promise<HttpResponse>;

const makeFiles = (): AssetFolders => {
  const made = { page: join(folder, "page"), control: join(folder, "control"), platform: join(folder, "platform") };
  for (const path of Object.values(made)) mkdirSync(path);
  writeFileSync(join(folder, "outside.txt"), "not for the page");
  writeFileSync(join(made.page, "index.html"), "<title>Quota Panel</title>");
  writeFileSync(join(made.control, "bundle.js"), "control();");
  for (const file of ["react_16_14_0.js", "fluent_9_4_0.js"]) writeFileSync(join(made.platform, file), file);
  return made;
};

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "page-"));
  folders = makeFiles();
  const send = (sent: HttpRequest): Promise<HttpResponse> => {
    passedOn.push(sent);
    return answer();
  };
  server = await startPanelServer({ home: { url: home, send }, assets: folders, port: 0 });
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});
beforeEach(() => {
  passedOn = [];
  answer = () => Promise.resolve(emptyList);
});

interface Ask {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** Node leaves the length out for methods that seldom have a body. */
const lengthOf = (body: string | undefined) =>
  body === undefined ? {} : { "content-length": Buffer.byteLength(body) };

/** `fetch` does not let a test forge Host and Origin. */
const ask = (path: string, { method = "GET", headers = {}, body }: Ask = {}) =>
  new Promise<{ readonly status: number; readonly headers: object; readonly body: string }>((resolve, reject) => {
    const { port } = new URL(server.address);
    const sent = request(
      { host: "127.0.0.1", port, path, method, headers: { ...headers, ...lengthOf(body) } },
      (response) => {
        let text = "";
        response.on("data", (chunk: Buffer) => (text += chunk.toString()));
        response.on("end", () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text }));
      },
    );
    sent.on("error", reject);
    sent.end(body);
  });

const statusOf = async (path: string, options?: Ask): Promise<number> => (await ask(path, options)).status;

const write = (headers: Readonly<Record<string, string>> = {}): Ask => ({
  method: "POST",
  headers: { origin: server.address, "content-type": "application/json", ...headers },
  body: '{"dqp_name":"x"}',
});

describe("who may ask", () => {
  it.each([
    ["another name for this machine (DNS rebinding)", "rebound.example"],
    ["another port", "127.0.0.1:1"],
    ["an address of the network", "192.168.0.2"],
  ])("refuses %s", async (_name, host) => {
    expect(await statusOf("/", { headers: { host } })).toBe(403);
    expect(await statusOf("/api/data/v9.2/dqp_panels", { headers: { host } })).toBe(403);
    expect(passedOn).toEqual([]);
  });

  it("answers to localhost and 127.0.0.1", async () => {
    const { port } = new URL(server.address);
    expect(await statusOf("/", { headers: { host: `localhost:${port}` } })).toBe(200);
    expect(await statusOf("/", { headers: { host: `127.0.0.1:${port}` } })).toBe(200);
  });

  it("takes a write from its own page only", async () => {
    const path = "/api/data/v9.2/dqp_runs";
    expect(await statusOf(path, write({ origin: "http://evil.example" }))).toBe(403);
    expect(await statusOf(path, { method: "POST", headers: { "content-type": "application/json" }, body: "{}" })).toBe(
      403,
    );
    expect(await statusOf(path, write({ "sec-fetch-site": "cross-site" }))).toBe(403);
    expect(passedOn).toEqual([]);
    expect(await statusOf(path, write({ "sec-fetch-site": "same-origin" }))).toBe(200);
  });

  it("gives data to no other site", async () => {
    expect(await statusOf("/api/data/v9.2/dqp_panels", { headers: { "sec-fetch-site": "cross-site" } })).toBe(403);
    const { headers } = await ask("/api/data/v9.2/dqp_panels");
    expect(headers).not.toHaveProperty("access-control-allow-origin");
  });

  it("lets the page load from nowhere else", async () => {
    const { headers } = await ask("/");
    expect(headers).toHaveProperty(
      "content-security-policy",
      "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    );
  });
});

describe("what is passed on", () => {
  it.each([
    ["/api/data/v9.2/dqp_panels?$select=dqp_name&$top=1"],
    [`/api/data/v9.2/dqp_snapshots(${id})?$select=dqp_parts`],
    ["/api/data/v9.2/dqp_snapshotparts?$filter=dqp_hash%20eq%20%27a%2Fb%27"],
    ["/api/data/v9.2/dqp_meterhistories?$skiptoken=%3Ccookie%20pagenumber=%222%22%20/%3E"],
  ])("reads %s", async (path) => {
    expect(await statusOf(path)).toBe(200);
    expect(passedOn.map(({ method, url }) => ({ method, url }))).toEqual([
      { method: "GET", url: new URL(`${home}${path}`).href },
    ]);
  });

  it.each([
    ["a table that is not the product's", "GET", "/api/data/v9.2/accounts"],
    ["a function", "GET", "/api/data/v9.2/WhoAmI"],
    ["the metadata", "GET", "/api/data/v9.2/$metadata"],
    ["another version", "GET", "/api/data/v9.1/dqp_panels"],
    ["a way out by path", "GET", "/api/data/v9.2/dqp_panels/../accounts"],
    ["a relationship by path", "GET", `/api/data/v9.2/dqp_panels(${id})/createdby`],
    ["a relationship by $expand", "GET", "/api/data/v9.2/dqp_panels?$expand=createdby"],
    ["a relationship in a filter", "GET", "/api/data/v9.2/dqp_panels?$filter=createdby/fullname%20eq%20%27x%27"],
    ["FetchXML", "GET", "/api/data/v9.2/dqp_panels?fetchXml=%3Cfetch/%3E"],
    ["another user's rights", "GET", "/api/data/v9.2/dqp_panels?impersonate=1"],
    ["a batch", "POST", "/api/data/v9.2/$batch"],
    ["a new row of another table", "POST", "/api/data/v9.2/dqp_snapshots"],
    ["a change", "PATCH", `/api/data/v9.2/dqp_runs(${id})`],
    ["a deletion", "DELETE", `/api/data/v9.2/dqp_runs(${id})`],
  ])("refuses %s", async (_name, method, path) => {
    const options = method === "GET" ? {} : { ...write(), method };
    expect(await statusOf(path, options)).toBe(403);
    expect(passedOn).toEqual([]);
  });

  it("refuses a write that is not JSON, or too large", async () => {
    const path = "/api/data/v9.2/dqp_runs";
    expect(await statusOf(path, write({ "content-type": "text/plain" }))).toBe(403);
    expect(await statusOf(path, { ...write(), body: "x".repeat(20_000) })).toBe(413);
    expect(passedOn).toEqual([]);
  });

  it("hands on the preferences that pages need and no header that gives rights", async () => {
    const prefer = 'odata.include-annotations="*",odata.maxpagesize=5000,respond-async';
    const headers = { prefer, mscrmcallerid: id, authorization: "Bearer forged" };
    await ask("/api/data/v9.2/dqp_panels", { headers });
    expect(passedOn[0]?.headers).toEqual({
      accept: "application/json",
      "odata-version": "4.0",
      "odata-maxversion": "4.0",
      prefer: 'odata.include-annotations="*",odata.maxpagesize=5000',
    });
  });

  it("turns next links to this server and leaves texts of rows alone", async () => {
    const row = { dqp_name: `see ${home}/api/data/v9.2/dqp_panels` };
    const next = `${home}/api/data/v9.2/dqp_panels?$skiptoken=2`;
    answer = () => Promise.resolve({ ...emptyList, body: JSON.stringify({ "@odata.nextLink": next, value: [row] }) });
    const { body } = await ask("/api/data/v9.2/dqp_panels");
    expect(JSON.parse(body)).toEqual({
      "@odata.nextLink": `${server.address}/api/data/v9.2/dqp_panels?$skiptoken=2`,
      value: [row],
    });
  });

  it("names the new row", async () => {
    const entity = `${home}/api/data/v9.2/dqp_runs(${id})`;
    answer = () => Promise.resolve({ status: 204, headers: { "odata-entityid": entity }, body: "" });
    const { status, headers } = await ask("/api/data/v9.2/dqp_runs", write());
    expect(status).toBe(204);
    expect(headers).toHaveProperty("odata-entityid", `${server.address}/api/data/v9.2/dqp_runs(${id})`);
  });

  it.each([
    ["forbidden", 403],
    ["unauthenticated", 401],
    ["throttled", 503],
    ["unreachable", 502],
  ] as const)("says that the home environment was %s", async (code, status) => {
    answer = () => Promise.reject(new SourceError(code, "in words"));
    const { status: answered, body } = await ask("/api/data/v9.2/dqp_panels");
    expect(answered).toBe(status);
    expect(JSON.parse(body)).toEqual({ error: { code, message: "in words" } });
  });
});

describe("files", () => {
  it.each([
    ["/", "<title>Quota Panel</title>"],
    ["/control/bundle.js", "control();"],
    ["/platform/react.js", "react_16_14_0.js"],
    ["/platform/fluent.js", "fluent_9_4_0.js"],
  ])("serves %s", async (path, body) => {
    expect(await ask(path)).toMatchObject({ status: 200, body });
  });

  it.each(["/../outside.txt", "/%2e%2e/outside.txt", "/control/..%2f..%2foutside.txt", "/nothing.js"])(
    "does not serve %s",
    async (path) => {
      expect(await statusOf(path)).toBe(404);
    },
  );

  it("says which file was not built", async () => {
    const assets = { ...folders, control: join(folder, "nowhere") };
    const idleHome = { url: home, send: () => Promise.resolve(emptyList) };
    await expect(startPanelServer({ home: idleHome, assets, port: 0 })).rejects.toThrow(AssetsMissingError);
  });
});

describe("ports", () => {
  it("says that a port is taken, and finds the next free one", async () => {
    const port = Number(new URL(server.address).port);
    const idleHome = { url: home, send: () => Promise.resolve(emptyList) };
    await expect(startPanelServer({ home: idleHome, assets: folders, port })).rejects.toThrow(PortTakenError);
    expect(await freePortFrom(port)).toBeGreaterThan(port);
  });
});
