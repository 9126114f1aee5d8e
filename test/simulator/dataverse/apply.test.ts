import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { TestService } from "./startDataverse";
import { home, startDataverse } from "./startDataverse";

let service: TestService;
const parentId = (n: number) => `aaaaaaaa-0000-4000-8000-00000000000${n}`;

const items = [
  {
    test_name: "a",
    test_part: 1,
    test_amount: 10.5,
    test_colour: 1,
    test_tags: "1,2",
    test_on: "2026-11-01T00:00:00Z",
    parent: 1,
  },
  {
    test_name: "b",
    test_part: 2,
    test_amount: 20,
    test_colour: 2,
    test_tags: "3, 2, 3",
    test_on: "2026-11-02T12:00:00Z",
    parent: 1,
  },
  { test_name: "c", test_part: 2, test_colour: 2, parent: 2 },
  { test_name: "it's (d)", test_part: 4, test_amount: 40 },
];

beforeAll(async () => {
  service = await startDataverse();
  for (const n of [1, 2]) {
    await service.call(`test_parents(${parentId(n)})`, { method: "PATCH", body: { test_title: `Parent ${n}` } });
  }
  for (const { parent, ...item } of items) {
    const bound = parent === undefined ? {} : { "test_ParentId@odata.bind": `/test_parents(${parentId(parent)})` };
    expect((await service.call("test_items", { method: "POST", body: { ...item, ...bound } })).status).toBe(204);
  }
});
afterAll(() => service.close());

const apply = (text: string, more = "", headers = {}) =>
  service.call(`test_items?$apply=${encodeURIComponent(text)}${more}`, { headers });

describe("$apply", () => {
  it.each([
    ["aggregate($count as n)", [{ n: 4 }]],
    [
      "aggregate(test_amount with sum as s,test_amount with average as a,test_part with min as lo,test_part with max as hi)",
      [{ s: 70.5, a: 23.5, lo: 1, hi: 4 }],
    ],
    ["filter(test_part eq 2)/aggregate($count as n)", [{ n: 2 }]],
    ["filter(test_name eq 'it''s (d)' or test_part eq 1)/aggregate($count as n)", [{ n: 2 }]],
    ["filter(test_part eq 99)/aggregate($count as n,test_part with sum as s)", [{ n: 0, s: null }]],
    ["filter(test_part ge 2)/filter(test_amount gt 30)/aggregate($count as n)", [{ n: 1 }]],
    [
      "groupby((test_part),aggregate($count as n))",
      [
        { test_part: 1, n: 1 },
        { test_part: 2, n: 2 },
        { test_part: 4, n: 1 },
      ],
    ],
    [
      "groupby((test_colour, test_part))",
      [
        { test_colour: null, test_part: 4 },
        { test_colour: 1, test_part: 1 },
        { test_colour: 2, test_part: 2 },
      ],
    ],
    [
      "filter(test_part lt 4)/groupby((_test_parentid_value),aggregate(test_amount with sum as s))",
      [
        { _test_parentid_value: parentId(1), s: 30.5 },
        { _test_parentid_value: parentId(2), s: null },
      ],
    ],
    [
      "filter(test_part lt 4)/groupby((test_ParentId/test_title),aggregate($count as n))",
      [
        { test_ParentId: { test_title: "Parent 1" }, n: 2 },
        { test_ParentId: { test_title: "Parent 2" }, n: 1 },
      ],
    ],
  ])("%s", async (text, expected) => {
    const answer = await apply(text);
    expect([answer.status, answer.at("value")]).toEqual([200, expected]);
    expect(answer.at("@odata.context")).toBe(`https://${home}/api/data/v9.2/$metadata#test_items`);
  });

  it("tells what a choice is called", async () => {
    const answer = await apply("filter(test_part eq 1)/groupby((test_colour))", "", {
      Prefer: 'odata.include-annotations="*"',
    });
    expect(answer.at("value", 0)).toEqual({
      test_colour: 1,
      "test_colour@OData.Community.Display.V1.FormattedValue": expect.any(String) as unknown,
    });
  });

  it("aggregates no more than 50,000 rows", async () => {
    const large = await startDataverse();
    large.database.exec(
      `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 50001) INSERT INTO "dataverse_test_parent" ("organisation!", test_parentid, test_title, versionnumber) SELECT '${home}', printf('eeeeeeee-0000-4000-8000-%012d', i), 't' || i, 1 FROM n`,
    );
    const refused = await large.call("test_parents?$apply=aggregate($count as n)");
    expect([refused.status, refused.json]).toEqual([
      400,
      { error: { code: "0x8004e023", message: "AggregateQueryRecordLimit exceeded. Cannot perform this operation." } },
    ]);
    const fewer = await large.call("test_parents?$apply=filter(test_title ne 't1')/aggregate($count as n)");
    expect(fewer.at("value")).toEqual([{ n: 50_000 }]);
    await large.close();
  });

  it.each([
    ["aggregate($count as n)", "&$orderby=n", 400, "$orderby"],
    ["aggregate(test_part with countdistinct as n)", "", 400, "countdistinct"],
    ["aggregate(test_name with sum as n)", "", 400, "sum"],
    ["aggregate(nope with sum as n)", "", 400, "'nope'"],
    ["aggregate($count as n,$count as n)", "", 400, "twice"],
    ["groupby((test_on))", "", 400, "test_on"],
    ["groupby(test_part)", "", 400, "groupby"],
    ["groupby((test_part),filter(test_part eq 1))", "", 400, "Only aggregate"],
    ["filter(test_part eq 1)", "", 400, "last transformation"],
    ["", "", 400, "$apply"],
    ["topcount(1,test_part)", "", 501, "topcount"],
    ["groupby((test_part))/aggregate($count as n)", "", 501, "groupby"],
  ])("refuses %s%s with %i", async (text, more, status, words) => {
    const answer = await apply(text, more);
    expect([answer.status, answer.at("error", "message")]).toEqual([status, expect.stringContaining(words)]);
  });
});

describe("query functions in $filter", () => {
  const call = (name: string, inner: string) => `Microsoft.Dynamics.CRM.${name}(${inner})`;
  const tags = (name: string, values: string) => call(name, `PropertyName='test_tags',PropertyValues=[${values}]`);
  const names = async (filter: string) => {
    const answer = await service.call(
      `test_items?$select=test_name&$orderby=test_name&$filter=${encodeURIComponent(filter)}`,
    );
    expect([answer.status, answer.text.slice(0, 300)]).toEqual([200, expect.any(String)]);
    return (answer.at("value") as { test_name: string }[]).map((row) => row.test_name.slice(0, 1)).join("");
  };

  it.each([
    [tags("ContainValues", "'2'"), "ab"],
    [tags("ContainValues", "'1','3'"), "ab"],
    [tags("ContainValues", `"3"`), "b"],
    [tags("DoesNotContainValues", "'1'"), "bci"],
    [`${tags("ContainValues", "'2'")} and test_part eq 2`, "b"],
    [`not ${tags("ContainValues", "'2'")}`, "ci"],
    [`test_part eq 4 or (${tags("ContainValues", "'1'")})`, "ai"],
    [call("In", "PropertyName='test_name',PropertyValues=['A','it''s (d)']"), "ai"],
    [call("NotIn", "PropertyName='test_part',PropertyValues=['1','2']"), "i"],
    [call("Between", "PropertyName='test_part',PropertyValues=['2','4']"), "bci"],
    [call("On", "PropertyName='test_on',PropertyValue='2026-11-02'"), "b"],
    [call("OnOrAfter", "PropertyName='test_on',PropertyValue=2026-11-02"), "b"],
    [call("In", "PropertyName='test_ParentId/test_title',PropertyValues=['Parent 2']"), "c"],
    ["test_name eq 'Microsoft.Dynamics.CRM.In(x)'", ""],
    ["test_tags eq '1,2'", "a"],
  ])("%s", async (filter, expected) => {
    expect(await names(filter)).toBe(expected);
  });

  it.each([
    [tags("ContainValues", ""), 400, "at least one"],
    [call("ContainValues", "PropertyName='test_part',PropertyValues=['1']"), 400, "multi-select"],
    [call("ContainValues", "PropertyValues=['1']"), 400, "parameters"],
    [call("ContainValues", "PropertyName='test_tags',Values=['1']"), 400, "parameters"],
    [call("In", "PropertyName='nope',PropertyValues=['1']"), 400, "'nope'"],
    [call("In", "PropertyName='test_part',PropertyValues=['x']"), 400, "test_part"],
    [call("Above", "PropertyName='test_part',PropertyValue='1'"), 501, "Above"],
    ["Microsoft.Dynamics.CRM.In", 400, "parameters"],
  ])("refuses %s with %i", async (filter, status, words) => {
    const answer = await service.call(`test_items?$filter=${encodeURIComponent(filter)}`);
    expect([answer.status, answer.at("error", "message")]).toEqual([status, expect.stringContaining(words)]);
  });

  it("multi-select choices are kept as numbers in order, named together, and checked", async () => {
    const answer = await service.call("test_items?$select=test_tags&$filter=test_name eq 'b'", {
      headers: { Prefer: 'odata.include-annotations="*"' },
    });
    expect(answer.at("value", 0, "test_tags")).toBe("2,3");
    expect(
      String(answer.at("value", 0, "test_tags@OData.Community.Display.V1.FormattedValue")).split("; "),
    ).toHaveLength(2);
    for (const [tags, code] of [
      ["9", "0x8004431a"],
      ["x", "0x80048d19"],
      [1, "0x80048d19"],
    ] as const) {
      const refused = await service.call("test_items", { method: "POST", body: { test_tags: tags } });
      expect([refused.status, refused.at("error", "code")]).toEqual([400, code]);
    }
  });
});
