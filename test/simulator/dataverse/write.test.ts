import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Answer, TestService } from "./startDataverse";
import { aText, home, sales, startDataverse } from "./startDataverse";

let service: TestService;
let time: Date;

beforeEach(async () => {
  time = new Date("2026-11-22T10:00:00Z");
  service = await startDataverse({ now: () => time });
});
afterEach(() => service.close());

const id = "cccccccc-0000-4000-8000-000000000001";
const other = "cccccccc-0000-4000-8000-000000000002";
const root = `https://${home}/api/data/v9.2/`;
const post = (body: unknown, headers = {}, set = "test_items") => service.call(set, { method: "POST", body, headers });
const patch = (path: string, body: unknown, headers = {}) => service.call(path, { method: "PATCH", body, headers });
const outcome = (answer: Answer) => [answer.status, answer.at("error", "code")];
const count = async () => Number((await service.call("test_items/$count")).text);

describe("POST", () => {
  it("makes a row and says where it is", async () => {
    const answer = await post({ test_itemid: id, test_name: "One" });
    expect([answer.status, answer.text]).toEqual([204, ""]);
    expect(answer.headers.get("odata-entityid")).toBe(`${root}test_items(${id})`);
    expect((await service.call(`test_items(${id})`)).at("test_name")).toBe("One");
  });

  it("gives the row back when that is preferred", async () => {
    const answer = await service.call("test_items?$select=test_name", {
      method: "POST",
      body: { test_name: "One", test_open: true },
      headers: { Prefer: "return=representation" },
    });
    expect(answer.status).toBe(201);
    expect(answer.headers.get("preference-applied")).toBe("return=representation");
    expect(answer.json).toEqual({
      "@odata.context": `${root}$metadata#test_items(test_name)/$entity`,
      "@odata.etag": aText,
      test_name: "One",
      test_itemid: aText,
    });
  });

  it("refuses an id that is taken and an alternate key that is taken, each with its code", async () => {
    await post({ test_itemid: id, test_code: "a", test_part: 1 });
    expect(outcome(await post({ test_itemid: id }))).toEqual([412, "0x80040237"]);
    expect(outcome(await post({ test_code: "A", test_part: 1 }))).toEqual([412, "0x80060892"]);
    expect(await count()).toBe(1);
  });

  it("keeps createdon to itself", async () => {
    const answer = await post({ test_itemid: id, createdon: "2020-01-01T00:00:00Z" });
    expect(answer.status).toBe(204);
    expect((await service.call(`test_items(${id})`)).at("createdon")).toBe("2026-11-22T10:00:00Z");
  });
});

describe("PATCH", () => {
  it("makes the row by alternate key and then updates it", async () => {
    const path = "test_items(test_code='it''s%20%2F%20%C3%A4',test_part=7)";
    const made = await patch(path, { test_name: "First" });
    expect(made.status).toBe(204);
    time = new Date("2026-11-22T11:00:00Z");
    const updated = await patch(path, { test_notes: "Second" });
    expect(updated.headers.get("odata-entityid")).toBe(made.headers.get("odata-entityid"));
    expect((await service.call(path)).json).toMatchObject({
      test_code: "it's / ä",
      test_part: 7,
      test_name: "First",
      test_notes: "Second",
      createdon: "2026-11-22T10:00:00Z",
      modifiedon: "2026-11-22T11:00:00Z",
    });
    expect(await count()).toBe(1);
  });

  it("makes the row by id", async () => {
    expect((await patch(`test_items(${id})`, { test_name: "New" })).status).toBe(204);
    expect((await service.call(`test_items(${id})`)).at("test_itemid")).toBe(id);
  });

  it("obeys If-Match: * and If-None-Match: *", async () => {
    expect(outcome(await patch(`test_items(${id})`, {}, { "If-Match": "*" }))).toEqual([404, "0x80040217"]);
    expect((await patch(`test_items(${id})`, {}, { "If-None-Match": "*" })).status).toBe(204);
    expect(outcome(await patch(`test_items(${id})`, {}, { "If-None-Match": "*" }))).toEqual([412, "0x80040237"]);
    expect((await patch(`test_items(${id})`, {}, { "If-Match": "*" })).status).toBe(204);
  });

  it("lets only the first of two writers with the same version through", async () => {
    await patch(`test_items(${id})`, { test_name: "0" });
    const etag = String((await service.call(`test_items(${id})`)).at("@odata.etag"));
    const answers = await Promise.all(
      ["1", "2"].map((name) => patch(`test_items(${id})`, { test_name: name }, { "If-Match": etag })),
    );
    expect(answers.map((answer) => answer.status).sort()).toEqual([204, 412]);
    expect(answers.flatMap((answer) => answer.at("error", "code") ?? [])).toEqual(["0x80060882"]);
  });

  it("gives the row back when that is preferred: 201 for a new one, 200 for an old one", async () => {
    const wish = { Prefer: "return=representation" };
    expect((await patch(`test_items(${id})`, { test_name: "a" }, wish)).status).toBe(201);
    const again = await patch(`test_items(${id})`, { test_name: "b" }, wish);
    expect([again.status, again.at("test_name")]).toEqual([200, "b"]);
  });
});

describe("lookups", () => {
  it("are bound by id, by key, by full address, and cleared by null", async () => {
    await post({ test_parentid: other, test_title: "P" }, {}, "test_parents");
    for (const target of [`/test_parents(${other})`, "test_parents(test_title='P')", `${root}test_parents(${other})`]) {
      await patch(`test_items(${id})`, { "test_ParentId@odata.bind": null });
      expect((await service.call(`test_items(${id})`)).at("_test_parentid_value")).toBeNull();
      expect((await patch(`test_items(${id})`, { "test_ParentId@odata.bind": target })).status).toBe(204);
      expect((await service.call(`test_items(${id})`)).at("_test_parentid_value")).toBe(other);
    }
  });

  it("need a target that exists and a property that exists", async () => {
    const bind = (name: string, to: string) => patch(`test_items(${id})`, { [`${name}@odata.bind`]: to });
    expect(outcome(await bind("test_ParentId", `/test_parents(${other})`))).toEqual([404, "0x80040217"]);
    expect(outcome(await bind("test_ParentId", `/test_items(${other})`))).toEqual([400, "0x80048d19"]);
    expect(outcome(await bind("test_parentid", `/test_parents(${other})`))).toEqual([400, "0x80048d19"]);
    expect(outcome(await patch(`test_items(${id})`, { _test_parentid_value: other }))).toEqual([400, "0x80060888"]);
    expect(await count()).toBe(0);
  });

  it("keep the row they point to", async () => {
    await post({ test_parentid: other, test_title: "P" }, {}, "test_parents");
    await patch(`test_items(${id})`, { "test_ParentId@odata.bind": `/test_parents(${other})` });
    const path = `test_parents(${other})`;
    expect(outcome(await service.call(path, { method: "DELETE" }))).toEqual([405, "0x80040227"]);
    expect((await service.call(`test_items(${id})`, { method: "DELETE" })).status).toBe(204);
    expect((await service.call(path, { method: "DELETE" })).status).toBe(204);
    expect(outcome(await service.call(path, { method: "DELETE" }))).toEqual([404, "0x80040217"]);
  });
});

describe("values", () => {
  it.each([
    [
      { test_name: "x".repeat(21) },
      "0x80044331",
      "The length of the 'test_name' attribute of the 'test_item' entity exceeded the maximum allowed length of '20'.",
    ],
    [{ test_name: 5 }, "0x80048d19", "'Edm.String'"],
    [{ test_part: "5" }, "0x80048d19", "'Edm.Int32'"],
    [{ test_part: 1.5 }, "0x80048d19", "'Edm.Int32'"],
    [{ test_part: 2_147_483_648 }, "0x80048d19", "'Edm.Int32'"],
    [{ test_part: 101 }, "0x8004432f", "test_part"],
    [{ test_amount: -0.01 }, "0x80044330", "test_amount"],
    [{ test_open: 1 }, "0x80048d19", "'Edm.Boolean'"],
    [{ test_colour: 9 }, "0x8004431a", "1,2,3"],
    [{ test_colour: "Red" }, "0x80048d19", "'Edm.Int32'"],
    [{ test_on: "yesterday" }, "0x80048d19", "'Edm.DateTimeOffset'"],
    [{ test_on: "2026-02-30T00:00:00Z" }, "0x80048d19", "'Edm.DateTimeOffset'"],
    [{ test_on: "1700-01-01T00:00:00Z" }, "0x80040239", "1753"],
    [{ test_day: "2026-01-01T00:00:00Z" }, "0x80048d19", "'Edm.Date'"],
    [{ test_itemid: "x" }, "0x80048d19", "'Edm.Guid'"],
    [
      { test_nope: 1 },
      "0x80048d19",
      "Invalid property 'test_nope' was found in entity 'Microsoft.Dynamics.CRM.test_item'.",
    ],
    [[], "0x80048d19", "not a JSON object"],
    ["{", "0x80048d19", "not a JSON object"],
  ])("%j is refused with %s", async (body, code, words) => {
    const answer = await post(body);
    expect(outcome(answer)).toEqual([400, code]);
    expect(answer.at("error", "message")).toContain(words);
    expect(await count()).toBe(0);
  });

  it("come back as the service keeps them", async () => {
    await patch(`test_items(${id})`, {
      test_amount: 1.005e3,
      test_on: "2026-05-05T12:00:00.789+02:00",
      test_day: "2024-02-29",
      test_notes: "",
      test_name: "Grüße 😀 \"';--",
    });
    expect((await service.call(`test_items(${id})`)).json).toMatchObject({
      test_amount: 1005,
      test_on: "2026-05-05T10:00:00Z",
      test_day: "2024-02-29",
      test_notes: null,
      test_name: "Grüße 😀 \"';--",
    });
  });
});

describe("writes are refused", () => {
  it("to standard tables", async () => {
    expect(outcome(await post({ uniquename: "x" }, {}, "solutions"))).toEqual([403, "0x80040220"]);
    expect(outcome(await patch(`solutions(${id})`, {}))).toEqual([403, "0x80040220"]);
    expect(outcome(await post({}, {}, "EntityDefinitions"))).toEqual([403, "0x80040220"]);
  });

  it("away from home", async () => {
    const answer = await service.call(`test_items(${id})`, { method: "PATCH", body: {}, host: sales });
    expect(outcome(answer)).toEqual([404, "0x80060888"]);
  });

  it("with a method that has no meaning there", async () => {
    expect((await service.call(`test_items(${id})`, { method: "POST", body: {} })).status).toBe(405);
    expect((await service.call("test_items", { method: "DELETE" })).status).toBe(405);
    expect((await service.call("WhoAmI", { method: "POST", body: {} })).status).toBe(405);
  });
});

describe("many at once", () => {
  const type = { "@odata.type": "Microsoft.Dynamics.CRM.test_item" };
  const many = (action: string, targets: unknown) =>
    service.call(`test_items/Microsoft.Dynamics.CRM.${action}`, { method: "POST", body: { Targets: targets } });

  it("UpsertMultiple makes and updates by id and by alternate key", async () => {
    const target = { ...type, "@odata.id": "test_items(test_code='k',test_part=1)" };
    const first = await many("UpsertMultiple", [
      { ...target, test_name: "a" },
      { ...type, test_itemid: id },
    ]);
    expect([first.status, first.text]).toEqual([204, ""]);
    await many("UpsertMultiple", [{ ...target, test_name: "b" }]);
    expect((await service.call("test_items(test_code='k',test_part=1)")).at("test_name")).toBe("b");
    expect(await count()).toBe(2);
  });

  it("UpsertMultiple is all or nothing", async () => {
    const answer = await many("UpsertMultiple", [
      { ...type, test_itemid: id },
      { ...type, test_part: 999 },
    ]);
    expect(outcome(answer)).toEqual([400, "0x8004432f"]);
    expect(await count()).toBe(0);
  });

  it("needs the type of each target", async () => {
    expect(outcome(await many("UpsertMultiple", [{ test_name: "a" }]))).toEqual([400, "0x80048d19"]);
    expect(outcome(await many("UpsertMultiple", undefined))).toEqual([400, "0x80048d19"]);
  });

  it("CreateMultiple gives the ids, UpdateMultiple needs rows that exist", async () => {
    const made = await many("CreateMultiple", [
      { ...type, test_itemid: id },
      { ...type, test_itemid: other },
    ]);
    expect(made.at("Ids")).toEqual([id, other]);
    const missing = { ...type, test_itemid: "cccccccc-0000-4000-8000-000000000003" };
    expect(outcome(await many("UpdateMultiple", [{ ...type, test_itemid: id, test_name: "x" }, missing]))).toEqual([
      404,
      "0x80040217",
    ]);
    expect((await service.call(`test_items(${id})`)).at("test_name")).toBeNull();
  });
});
