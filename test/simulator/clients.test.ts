/** Programs that we did not write talk to the tenant as they talk to the real services. */
import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { Client, PageIterator, type Context, type PageCollection } from "@microsoft/microsoft-graph-client";
import { DynamicsWebApi } from "dynamics-web-api";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { RunningTenant } from "../../src/simulator/contracts";
import { startTenant } from "../../src/simulator/server";
import { audiences, local, tokenFor } from "./client";

let tenant: RunningTenant;
beforeAll(async () => {
  tenant = await startTenant({ profile: "contoso", now: () => new Date("2026-11-22T20:00:00Z") });
});
afterAll(() => tenant.close());

/** Stands at the address of one organisation: what name resolution and TLS do for a real client. */
interface Front {
  readonly url: string;
  readonly close: () => void;
}

const forwarded = [
  "authorization",
  "content-type",
  "prefer",
  "accept",
  "if-match",
  "if-none-match",
  "mscrmcallerid",
  "callerobjectid",
];

const headersOf = (request: IncomingMessage): Record<string, string> =>
  Object.fromEntries(
    forwarded.flatMap((name) => {
      const value = request.headers[name];
      return typeof value === "string" ? [[name, value]] : [];
    }),
  );

const frontOf = async (host: string): Promise<Front> => {
  const server: Server = createServer((request, response) => {
    const answer = async () => {
      const body = (await text(request)).replaceAll(url, `https://${host}`);
      const real = await fetch(`${tenant.base}/${host}${request.url ?? ""}`, {
        method: request.method ?? "GET",
        headers: headersOf(request),
        ...(body === "" ? {} : { body }),
      });
      const headers = [...real.headers].filter(
        ([name]) => !["content-length", "connection", "transfer-encoding"].includes(name),
      );
      response.writeHead(
        real.status,
        Object.fromEntries(headers.map(([name, value]) => [name, value.replaceAll(`https://${host}`, url)])),
      );
      response.end((await real.text()).replaceAll(`https://${host}`, url));
    };
    void answer();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { url, close: () => server.close() };
};

describe("dynamics-web-api", () => {
  let front: Front;
  let client: DynamicsWebApi;
  beforeAll(async () => {
    front = await frontOf(tenant.homeHost);
    const token = await tokenFor(tenant, `https://${tenant.homeHost}/.default`);
    client = new DynamicsWebApi({
      serverUrl: front.url,
      dataApi: { version: "9.2" },
      onTokenRefresh: () => Promise.resolve(token),
    });
  });
  afterAll(() => front.close());

  const cases = "incidents";

  test("creates, reads, updates, upserts and deletes a row", async () => {
    const made: unknown = await client.create({ collection: cases, data: { title: "First" } });
    const key = String(made);
    expect(key).toMatch(/^[0-9a-f-]{36}$/);
    const read = () =>
      client.retrieve<{ title: string; ticketnumber: string | null }>({
        collection: cases,
        key,
        select: ["title", "ticketnumber"],
      });
    expect(await read()).toMatchObject({ title: "First", ticketnumber: null });
    await client.update({ collection: cases, key, data: { title: "Second" } });
    expect(await read()).toMatchObject({ title: "Second" });
    const whole = await client.update({
      collection: cases,
      key,
      data: { ticketnumber: "CAS-1" },
      returnRepresentation: true,
      select: ["title", "ticketnumber"],
    });
    expect(whole).toMatchObject({ title: "Second", ticketnumber: "CAS-1" });
    const other = "99999999-0000-4000-8000-000000000001";
    await client.upsert({ collection: cases, key: other, data: { title: "Upserted" } });
    expect(await client.retrieve({ collection: cases, key: other, select: ["title"] })).toMatchObject({
      title: "Upserted",
    });
    await client.deleteRecord({ collection: cases, key });
    await client.deleteRecord({ collection: cases, key: other });
    await expect(read()).rejects.toMatchObject({ status: 404, code: "0x80040217" });
  });

  test("knows a row that changed meanwhile by its version", async () => {
    const made: unknown = await client.create({ collection: cases, data: { title: "Versioned" } });
    const key = String(made);
    const seen = await client.retrieve<Record<string, string>>({ collection: cases, key, select: ["title"] });
    const ifmatch = seen["@odata.etag"] ?? "";
    expect(await client.update({ collection: cases, key, data: { title: "Changed" }, ifmatch })).toBe(true);
    expect(await client.update({ collection: cases, key, data: { title: "Late" }, ifmatch })).toBe(false);
    await client.deleteRecord({ collection: cases, key });
  });

  test("reads all pages of a table, with a filter, and counts", async () => {
    const request = {
      collection: cases,
      select: ["title"],
      filter: "createdon ge 2026-09-01T00:00:00Z",
      maxPageSize: 400,
    };
    const first = await client.retrieveMultiple({ ...request, count: true });
    expect([first.value.length, typeof first.oDataNextLink]).toEqual([400, "string"]);
    const all = await client.retrieveAll<{ incidentid: string }>(request);
    expect(all.value).toHaveLength(first.oDataCount ?? 0);
    expect(new Set(all.value.map((row) => row.incidentid)).size).toBe(first.oDataCount);
    expect(await client.count({ collection: cases })).toBe(3_600);
  });

  test("pages FetchXML by the cookie of the service", async () => {
    const fetchXml =
      '<fetch count="500"><entity name="incident"><attribute name="title"/><attribute name="prioritycode"/><order attribute="prioritycode"/><filter><condition attribute="createdon" operator="last-x-days" value="60"/></filter></entity></fetch>';
    const first = await client.fetch({ collection: cases, fetchXml, includeAnnotations: "*" });
    expect(first.PagingInfo).toMatchObject({
      page: 1,
      nextPage: 2,
      cookie: expect.stringContaining("&lt;cookie page=") as unknown,
    });
    const all = await client.fetchAll<{ incidentid: string }>({ collection: cases, fetchXml, includeAnnotations: "*" });
    const [counted] = (
      await client.fetch<{ n: number }>({
        collection: cases,
        fetchXml:
          '<fetch aggregate="true"><entity name="incident"><attribute name="incidentid" alias="n" aggregate="count"/><filter><condition attribute="createdon" operator="last-x-days" value="60"/></filter></entity></fetch>',
      })
    ).value;
    expect(all.value.length).toBe(counted?.n);
    expect(new Set(all.value.map((row) => row.incidentid)).size).toBe(counted?.n);
    expect(counted?.n).toBeGreaterThan(1_500);
  });

  test("sends a batch: reads beside a change set whose later part refers to an earlier one", async () => {
    client.startBatch();
    void client.create({ collection: "msdyn_ocliveworkitems", data: { subject: "From a batch" }, contentId: "1" });
    void client.create({
      collection: "msdyn_transcripts",
      data: { msdyn_name: "Of it", "msdyn_LiveWorkItemIdId@odata.bind": "$1" },
    });
    const made = (await client.executeBatch()) as string[];
    expect(made).toEqual([expect.stringMatching(/^[0-9a-f-]{36}$/), expect.stringMatching(/^[0-9a-f-]{36}$/)]);
    client.startBatch();
    void client.retrieveMultiple({
      collection: "msdyn_transcripts",
      select: ["_msdyn_liveworkitemidid_value"],
      filter: "msdyn_name eq 'Of it'",
    });
    void client.fetch({
      collection: cases,
      fetchXml: '<fetch top="3"><entity name="incident"><attribute name="title"/></entity></fetch>',
    });
    const [transcripts, some] = (await client.executeBatch()) as { value: Record<string, unknown>[] }[];
    expect(transcripts?.value).toMatchObject([{ _msdyn_liveworkitemidid_value: made[0] }]);
    expect(some?.value).toHaveLength(3);
    client.startBatch();
    void client.create({ collection: cases, data: { title: "Undone" } });
    void client.create({ collection: cases, data: { prioritycode: 99 } });
    await expect(client.executeBatch()).rejects.toBeDefined();
    expect(await client.retrieveMultiple({ collection: cases, filter: "title eq 'Undone'" })).toMatchObject({
      value: [],
    });
  });

  test("calls functions and actions", async () => {
    expect(await client.callFunction({ name: "WhoAmI" })).toMatchObject({
      UserId: expect.any(String) as unknown,
    });
    const counts: unknown = await client.callFunction({
      name: "RetrieveTotalRecordCount",
      parameters: { EntityNames: ["incident"] },
    });
    expect(counts).toMatchObject({ EntityRecordCountCollection: { Keys: ["incident"], Values: [3_600] } });
    const many = await client.callAction<{ Ids: string[] }>({
      collection: cases,
      actionName: "Microsoft.Dynamics.CRM.CreateMultiple",
      action: {
        Targets: [1, 2].map((n) => ({ "@odata.type": "Microsoft.Dynamics.CRM.incident", title: `Many ${n}` })),
      },
    });
    expect(many.Ids).toHaveLength(2);
    await Promise.all(many.Ids.map((key) => client.deleteRecord({ collection: cases, key })));
  });
});

describe("the Graph client's PageIterator", () => {
  /** Sends requests for the production address to the tenant. */
  const graphClient = async () => {
    const token = await tokenFor(tenant, audiences.graph);
    return Client.initWithMiddleware({
      middleware: {
        execute: async (context: Context) => {
          const request: unknown = context.request;
          if (typeof request !== "string") {
            throw new TypeError("The client sends requests by their address.");
          }
          context.response = await fetch(local(tenant, request), {
            ...context.options,
            headers: { authorization: `Bearer ${token}` },
          });
        },
      },
    });
  };

  const readAll = async (path: string): Promise<{ ids: string[]; pages: number }> => {
    const client = await graphClient();
    const first = (await client.api(path).get()) as PageCollection;
    const ids: string[] = [];
    const iterator = new PageIterator(client, first, (one: { id: string }) => ids.push(one.id) > 0);
    await iterator.iterate();
    expect(iterator.isComplete()).toBe(true);
    return { ids, pages: first.value.length };
  };

  test.each([
    ["/users?$select=id", 260],
    ["/subscribedSkus", 0],
  ])("reads %s in small pages, each item once", async (path, expected) => {
    tenant.knobs.pageSize = 7;
    const { ids, pages } = await readAll(path);
    delete tenant.knobs.pageSize;
    const whole = await readAll(path);
    expect(pages).toBeLessThanOrEqual(7);
    expect(ids).toEqual(whole.ids);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.length).toBe(expected === 0 ? tenant.profile.skus.length : expected);
  });
});
