import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Answer, TestService } from "./startDataverse";
import { home, startDataverse } from "./startDataverse";

let service: TestService;
beforeEach(async () => {
  service = await startDataverse();
});
afterEach(() => service.close());

const root = `https://${home}/api/data/v9.2/`;
const id = (n: number) => `dddddddd-0000-4000-8000-${String(n).padStart(12, "0")}`;

interface Inner {
  readonly line: string;
  readonly body?: unknown;
  readonly contentId?: string;
}

const inner = ({ line, body, contentId }: Inner): string =>
  [
    "Content-Type: application/http",
    "Content-Transfer-Encoding: binary",
    ...(contentId === undefined ? [] : [`Content-ID: ${contentId}`]),
    "",
    `${line} HTTP/1.1`,
    "Content-Type: application/json",
    "",
    body === undefined ? "" : JSON.stringify(body, null, 1),
  ].join("\r\n");

const parts = (boundary: string, contents: readonly string[]): string =>
  [...contents.map((content) => `--${boundary}\r\n${content}\r\n`), `--${boundary}--\r\n`].join("");

const changeSet = (...requests: readonly Inner[]): string =>
  `Content-Type: multipart/mixed; boundary="set_1"\r\n\r\n${parts("set_1", requests.map(inner))}`;

const send = (contents: readonly string[], headers: Readonly<Record<string, string>> = {}): Promise<Answer> =>
  service.call("$batch", {
    method: "POST",
    body: parts("batch_1", contents),
    headers: { "Content-Type": "multipart/mixed; boundary=batch_1", ...headers },
  });

const statuses = (answer: Answer) => [...answer.text.matchAll(/^HTTP\/1\.1 (\d+)/gm)].map((found) => Number(found[1]));
const count = async () => Number((await service.call("test_items/$count")).text);
const make = (n: number, more = {}): Inner => ({
  line: `PATCH /api/data/v9.2/test_items(${id(n)})`,
  body: { test_name: `n${n}`, ...more },
});

describe("$batch", () => {
  it("answers reads and writes in order", async () => {
    const get = inner({ line: `GET ${root}test_items?$select=test_name` });
    const answer = await send([inner(make(1)), get, inner({ line: "POST test_items", body: { test_name: "n2" } })]);
    expect(answer.status).toBe(200);
    expect(answer.headers.get("content-type")).toMatch(/^multipart\/mixed; boundary=batchresponse_/);
    expect(statuses(answer)).toEqual([204, 200, 204]);
    expect(answer.text).toContain(`OData-EntityId: ${root}test_items(${id(1)})\r\n`);
    expect(answer.text).toContain('"test_name":"n1"');
  });

  it("stops at the first failure and answers with its status", async () => {
    const answer = await send([inner(make(1)), inner(make(2, { test_part: 999 })), inner(make(3))]);
    expect([answer.status, statuses(answer), await count()]).toEqual([400, [204, 400], 1]);
    expect(answer.text).toContain("0x8004432f");
  });

  it("goes on when told to", async () => {
    const contents = [inner(make(1)), inner(make(2, { test_part: 999 })), inner(make(3))];
    const answer = await send(contents, { Prefer: "odata.continue-on-error" });
    expect([answer.status, statuses(answer), await count()]).toEqual([200, [204, 400, 204], 2]);
  });

  it("does all of a change set", async () => {
    const set = changeSet({ ...make(1), contentId: "1" }, { ...make(2), contentId: "2" });
    const answer = await send([set, inner({ line: "GET test_items" })]);
    expect([answer.status, statuses(answer), await count()]).toEqual([200, [204, 204, 200], 2]);
    expect(answer.text).toMatch(/changesetresponse_/);
    expect(answer.text).toContain("Content-ID: 2\r\n");
  });

  it("does nothing of a change set with a failure in it, and one error stands for the set", async () => {
    const set = changeSet({ ...make(1), contentId: "1" }, { ...make(2, { test_part: 999 }), contentId: "2" });
    const answer = await send([set, inner(make(3))], { Prefer: "odata.continue-on-error" });
    expect([statuses(answer), await count()]).toEqual([[400, 204], 1]);
    expect((await service.call(`test_items(${id(1)})`)).status).toBe(404);
  });

  it("rolls back an inner all-or-nothing action with its change set", async () => {
    const target = { "@odata.type": "Microsoft.Dynamics.CRM.test_item", test_name: "m" };
    const many = {
      line: "POST test_items/Microsoft.Dynamics.CRM.UpsertMultiple",
      body: { Targets: [target] },
      contentId: "1",
    };
    await send([changeSet(many, { ...make(2, { test_part: 999 }), contentId: "2" })]);
    expect(await count()).toBe(0);
    await send([changeSet(many, { ...make(2), contentId: "2" })]);
    expect(await count()).toBe(2);
  });

  it("resolves references to rows made earlier in the set", async () => {
    const parent = { line: "POST test_parents", body: { test_title: "P" }, contentId: "1" };
    const item = { ...make(1, { "test_ParentId@odata.bind": "$1" }), contentId: "2" };
    const rename = { line: "PATCH $2", body: { test_notes: "later" }, contentId: "3" };
    const answer = await send([changeSet(parent, item, rename)]);
    expect(statuses(answer)).toEqual([204, 204, 204]);
    const row = await service.call(`test_items(${id(1)})?$expand=test_ParentId($select=test_title)`);
    expect([row.at("test_notes"), row.at("test_ParentId", "test_title")]).toEqual(["later", "P"]);
  });

  it("refuses a reference to what has not been made", async () => {
    const answer = await send([changeSet({ ...make(1, { "test_ParentId@odata.bind": "$9" }), contentId: "1" })]);
    expect(answer.text).toContain("Content-ID Reference: '$9' does not exist in the batch context.");
    expect(answer.status).toBe(400);
  });

  it("takes 1,000 requests and no more", async () => {
    const many = (total: number) => Array.from({ length: total }, (_, n) => inner(make(n)));
    expect(statuses(await send(many(1_000)))).toHaveLength(1_000);
    const answer = await send(many(1_001));
    expect([answer.status, answer.at("error", "code")]).toEqual([400, "0x80060888"]);
  });

  it.each([
    ["a GET in a change set", () => [changeSet({ line: "GET test_items", contentId: "1" })], "GET"],
    ["a change set without Content-ID", () => [changeSet(make(1))], "Content-ID header not present"],
    ["a part of another type", () => ["Content-Type: text/plain\r\n\r\nx"], "neither a request nor a change set"],
    ["a broken request line", () => [inner({ line: "PATCHtest_items" })], "request line"],
  ])("refuses %s", async (_, contents, words) => {
    const answer = await send(contents());
    expect(answer.status).toBe(400);
    expect(answer.at("error", "message")).toContain(words);
  });

  it("refuses a batch within a batch, and another organization's address, as that request's failure", async () => {
    expect((await send([inner({ line: "POST $batch" })])).text).toContain("may not hold another batch");
    expect((await send([inner({ line: "GET https://else.crm.dynamics.com/x" })])).text).toContain("not an address");
  });

  it("refuses lines without CR, a missing boundary and a missing end", async () => {
    const body = parts("batch_1", [inner(make(1))]);
    const type = "multipart/mixed; boundary=batch_1";
    for (const [text, contentType] of [
      [body.replaceAll("\r\n", "\n"), type],
      [body, "application/json"],
      [body.replace("--batch_1--", ""), type],
    ] as const) {
      const answer = await service.call("$batch", {
        method: "POST",
        body: text,
        headers: { "Content-Type": contentType },
      });
      expect([answer.status, answer.at("error", "code")]).toEqual([400, "0x80048d19"]);
    }
    expect(await count()).toBe(0);
  });
});
