import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Answer, TestService } from "./startDataverse";
import { aNumber, anId, aText, home, sales, startDataverse } from "./startDataverse";

let service: TestService;
const parentId = "aaaaaaaa-0000-4000-8000-000000000001";
const itemId = (n: number) => `bbbbbbbb-0000-4000-8000-${String(n).padStart(12, "0")}`;

beforeAll(async () => {
  service = await startDataverse();
  await service.call(`test_parents(${parentId})`, { method: "PATCH", body: { test_title: "Parent" } });
  for (let n = 1; n <= 5; n += 1) {
    await service.call(`test_items(${itemId(n)})`, {
      method: "PATCH",
      body: {
        test_name: `Item ${n}`,
        test_code: "code",
        test_part: n,
        test_colour: (n % 3) + 1,
        test_open: n > 2,
        test_on: `2026-0${n}-01T00:00:00Z`,
        test_day: `2026-0${n}-02`,
        ...(n === 1 ? { "test_ParentId@odata.bind": `/test_parents(${parentId})` } : {}),
      },
    });
  }
});
afterAll(() => service.close());

const rows = (answer: Answer): readonly unknown[] => {
  const value = answer.at("value");
  return Array.isArray(value) ? value : [];
};
const names = (answer: Answer) => rows(answer).map((_, index) => answer.at("value", index, "test_name"));

describe("the simulated Dataverse answers", () => {
  it("who asks", async () => {
    const { json, headers, at } = await service.call("WhoAmI");
    expect(json).toEqual({
      "@odata.context": `https://${home}/api/data/v9.2/$metadata#Microsoft.Dynamics.CRM.WhoAmIResponse`,
      BusinessUnitId: anId,
      UserId: anId,
      OrganizationId: "0a000000-0000-4000-8000-00000000000a",
    });
    expect(headers.get("odata-version")).toBe("4.0");
    expect(headers.get("content-type")).toContain("application/json; odata.metadata=minimal");
    const user = await service.call(`systemusers(${String(at("UserId"))})?$select=applicationid`);
    expect(user.at("applicationid")).toBe("11111111-2222-4333-8444-555555555555");
  });

  it("a row by id, with its columns as they go over the wire", async () => {
    const { json, headers, at } = await service.call(`test_items(${itemId(1)})`);
    expect(json).toEqual({
      "@odata.context": `https://${home}/api/data/v9.2/$metadata#test_items/$entity`,
      "@odata.etag": headers.get("etag"),
      test_itemid: itemId(1),
      test_name: "Item 1",
      test_code: "code",
      test_part: 1,
      test_amount: null,
      test_notes: null,
      test_on: "2026-01-01T00:00:00Z",
      test_day: "2026-01-02",
      test_open: false,
      test_colour: 2,
      test_tags: null,
      _test_parentid_value: parentId,
      createdon: "2026-11-22T10:20:30Z",
      modifiedon: "2026-11-22T10:20:30Z",
      _createdby_value: aText,
      _modifiedby_value: aText,
      versionnumber: aNumber,
      statecode: 0,
      statuscode: 1,
    });
    expect(headers.get("etag")).toBe(`W/"${String(at("versionnumber"))}"`);
  });

  it("a row by alternate key, in any order and letter case", async () => {
    const { json } = await service.call("test_items(test_part=2,test_code='CODE')?$select=test_name");
    expect(json).toMatchObject({ test_name: "Item 2", test_itemid: itemId(2) });
  });

  it("304 to a caller who has the version already", async () => {
    const first = await service.call(`test_items(${itemId(1)})`);
    const again = await service.call(`test_items(${itemId(1)})`, {
      headers: { "If-None-Match": first.headers.get("etag") ?? "" },
    });
    expect(again.status).toBe(304);
  });

  it("$select with the primary id added, and nothing else", async () => {
    const { at } = await service.call("test_items?$select=test_name,_test_parentid_value&$top=1");
    expect(Object.keys(Object(at("value", 0)) as object)).toEqual([
      "@odata.etag",
      "test_name",
      "_test_parentid_value",
      "test_itemid",
    ]);
    expect(at("@odata.context")).toBe(
      `https://${home}/api/data/v9.2/$metadata#test_items(test_name,_test_parentid_value)`,
    );
  });

  it.each([
    ["test_part gt 3", ["Item 4", "Item 5"]],
    ["test_part gt 3 and not contains(test_name,'5')", ["Item 4"]],
    ["not test_part gt 2 and test_open eq false", ["Item 1", "Item 2"]],
    ["test_part eq 1 or test_part eq 2 and test_open eq true", ["Item 1"]],
    ["(test_part eq 1 or test_part eq 3) and test_open eq true", ["Item 3"]],
    ["startswith(test_name,'item') and endswith(test_name,' 2')", ["Item 2"]],
    ["test_name eq 'ITEM 3'", ["Item 3"]],
    ["contains(test_name,'_tem 3')", ["Item 3"]],
    ["contains(test_name,'[_]tem 3')", []],
    ["test_on ge 2026-04-01T02:00:00+02:00", ["Item 4", "Item 5"]],
    ["test_on lt 2026-02-01", ["Item 1"]],
    ["test_day eq 2026-03-02", ["Item 3"]],
    ["test_open eq true and test_colour eq 3", ["Item 5"]],
    [`_test_parentid_value eq ${parentId}`, ["Item 1"]],
    ["_test_parentid_value ne null", ["Item 1"]],
    ["test_ParentId/test_title eq 'parent'", ["Item 1"]],
    ["test_amount eq null and test_part lt 99999999999 and test_part lt 2", ["Item 1"]],
    ["test_part eq test_colour", []],
    ["test_part ge test_colour and test_part lt 4", ["Item 3"]],
    [`test_itemid eq ${itemId(2)}`, ["Item 2"]],
  ])("$filter %s", async (filter, expected) => {
    const answer = await service.call(`test_items?$filter=${encodeURIComponent(filter)}&$orderby=test_part`);
    expect(answer.status).toBe(200);
    expect(names(answer)).toEqual(expected);
  });

  it("$orderby over several columns and over a lookup", async () => {
    expect(names(await service.call("test_items?$orderby=test_open desc,test_part desc&$select=test_name"))).toEqual([
      "Item 5",
      "Item 4",
      "Item 3",
      "Item 2",
      "Item 1",
    ]);
    const byParent = await service.call(
      "test_items?$orderby=test_ParentId/test_title desc,test_part&$select=test_name",
    );
    expect(names(byParent)[0]).toBe("Item 1");
  });

  it("$expand of a lookup with its own $select, and null where there is none", async () => {
    const path = "test_items?$select=test_name&$expand=test_ParentId($select=test_title)&$orderby=test_part&$top=2";
    const { at } = await service.call(path);
    expect(at("value", 0, "test_ParentId")).toEqual({
      "@odata.etag": aText,
      test_title: "Parent",
      test_parentid: parentId,
    });
    expect(at("value", 1, "test_ParentId")).toBeNull();
  });

  it("annotations when they are asked for", async () => {
    const { json, headers, at } = await service.call(
      `test_items(${itemId(1)})?$select=test_colour,_test_parentid_value`,
      {
        headers: { Prefer: 'odata.include-annotations="*"' },
      },
    );
    expect(json).toMatchObject({
      "test_colour@OData.Community.Display.V1.FormattedValue": "Green",
      "_test_parentid_value@Microsoft.Dynamics.CRM.lookuplogicalname": "test_parent",
      "_test_parentid_value@Microsoft.Dynamics.CRM.associatednavigationproperty": "test_ParentId",
    });
    expect(headers.get("etag")).toBe(at("@odata.etag"));
  });

  it("$count and /$count", async () => {
    const answer = await service.call("test_items?$count=true&$top=2&$filter=test_part gt 1");
    expect(answer.at("@odata.count")).toBe(4);
    expect(rows(answer)).toHaveLength(2);
    expect(answer.at("@odata.nextLink")).toBeUndefined();
    expect((await service.call("test_items/$count?$filter=test_part gt 1")).text).toBe("4");
  });

  it("RetrieveTotalRecordCount in parallel arrays, its list inline or behind an alias", async () => {
    const inline = await service.call("RetrieveTotalRecordCount(EntityNames=['test_item','test_parent'])");
    expect(inline.at("EntityRecordCountCollection")).toEqual({
      Count: 2,
      IsReadOnly: false,
      Keys: ["test_item", "test_parent"],
      Values: [5, 1],
    });
    const alias = await service.call(
      `RetrieveTotalRecordCount(EntityNames=@p)?@p=${encodeURIComponent('["test_item"]')}`,
    );
    expect(alias.at("EntityRecordCountCollection", "Values")).toEqual([5]);
  });

  it("EntityDefinitions by name, as a collection, and 404 for a table that is not there", async () => {
    const one = await service.call("EntityDefinitions(LogicalName='test_item')?$select=LogicalName,EntitySetName");
    expect(one.json).toEqual({
      "@odata.context": aText,
      LogicalName: "test_item",
      EntitySetName: "test_items",
      MetadataId: aText,
    });
    const some = await service.call("EntityDefinitions?$select=LogicalName&$filter=LogicalName eq 'solution'");
    expect(some.at("value")).toEqual([{ LogicalName: "solution", MetadataId: aText }]);
    const absent = await service.call("EntityDefinitions(LogicalName='test_item')", { host: sales });
    expect([absent.status, absent.at("error", "code")]).toEqual([404, "0x80041102"]);
  });

  it("installed solutions of each environment from its profile", async () => {
    const path =
      "solutions?$select=uniquename,version,ismanaged,installedon&$filter=uniquename eq 'MicrosoftDynamics_Marketing' or uniquename eq 'x'";
    const { at } = await service.call(path, { host: sales });
    expect(at("value")).toEqual([
      {
        "@odata.etag": aText,
        uniquename: "MicrosoftDynamics_Marketing",
        version: "1.0.0.1",
        ismanaged: true,
        installedon: "2025-01-31T08:00:00Z",
        solutionid: aText,
      },
    ]);
    expect((await service.call("solutions")).at("value")).toEqual([]);
  });
});

describe("the simulated Dataverse refuses", () => {
  it.each([
    ["test_items?$skip=1", 400, "0x80060888", "Skip Clause is not supported in CRM"],
    ["test_items?$foo=1", 400, "0x80060888", "The query parameter '$foo' is not supported."],
    ["test_items?foo=1", 400, "0x80060888", "The query parameter 'foo' is not supported."],
    ["test_items?$top=-1", 400, "0x80060888", "$top"],
    ["test_items?$count=maybe", 400, "0x80060888", "$count"],
    ["test_items?$top=1&$top=2", 400, "0x80060888", "more than once"],
    [
      "test_items?$select=nope",
      400,
      "0x80060888",
      "Could not find a property named 'nope' on type 'Microsoft.Dynamics.CRM.test_item'.",
    ],
    ["test_items?$select=test_parentid", 400, "0x80060888", "'test_parentid'"],
    ["test_items?$filter=nope eq 1", 400, "0x80060888", "'nope'"],
    ["test_items?$filter=test_part eq 'x'", 400, "0x80060888", "incompatible types"],
    ["test_items?$filter=test_itemid eq 'x'", 400, "0x80060888", "incompatible types"],
    ["test_items?$filter=test_part eq", 400, "0x80060888", "Syntax error"],
    ["test_items?$filter=test_on eq 2026-02-30T00:00:00Z", 400, "0x80060888", "2026-02-30"],
    ["test_items?$orderby=nope", 400, "0x80060888", "'nope'"],
    ["test_items?$orderby=test_part up", 400, "0x80060888", "$orderby"],
    ["test_items?$expand=nope", 400, "0x80060888", "'nope'"],
    ["test_items?$expand=test_ParentId($top=1)", 501, "0x80040800", "$expand"],
    ["test_items?$skiptoken=abc", 400, "0x80060888", "cookie"],
    [
      "test_items?$filter=Microsoft.Dynamics.CRM.LastXDays(PropertyName='test_on',PropertyValue=1)",
      501,
      "0x80040800",
      "LastXDays",
    ],
    ["test_items(12)", 400, "0x80060888", "key"],
    ["test_items(test_name='x')", 400, "0x80060888", "key"],
    ["test_items(99999999-0000-4000-8000-000000000001)", 404, "0x80040217", "Does Not Exist"],
    ["test_items(test_code='none',test_part=1)", 404, "0x80060891", "specified key values"],
    ["nothing", 404, "0x80060888", "Resource not found for the segment 'nothing'."],
    ["RetrieveTotalRecordCount(EntityNames=['nope'])", 404, "0x80041102", "'nope'"],
    ["RetrieveTotalRecordCount(EntityNames='a')", 400, "0x80060888", "EntityNames"],
    ["$metadata", 501, "0x80040800", "$metadata"],
  ])("%s with %i %s", async (path, status, code, words) => {
    const answer = await service.call(path);
    expect([answer.status, answer.at("error", "code")]).toEqual([status, code]);
    expect(answer.at("error", "message")).toContain(words);
  });

  it("the product's tables anywhere but at home", async () => {
    const { status, json } = await service.call("test_items", { host: sales });
    expect(status).toBe(404);
    expect(json).toEqual({
      error: { code: "0x80060888", message: "Resource not found for the segment 'test_items'." },
    });
  });

  it("impersonation, and change tracking of a table without it", async () => {
    const asOther = await service.call("test_items", { headers: { CallerObjectId: parentId } });
    expect([asOther.status, asOther.at("error", "code")]).toEqual([403, "0x80040220"]);
    const tracked = await service.call("test_items", { headers: { Prefer: "odata.track-changes" } });
    expect([tracked.status, tracked.at("error", "message")]).toEqual([
      400,
      "Change tracking is not enabled for the entity 'test_item'.",
    ]);
  });
});
