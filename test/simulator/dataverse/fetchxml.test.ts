import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Answer, Call, TestService } from "./startDataverse";
import { home, startDataverse } from "./startDataverse";

let service: TestService;
const parentId = (n: number) => `aaaaaaaa-0000-4000-8000-00000000000${n}`;
const itemId = (n: number) => `bbbbbbbb-0000-4000-8000-00000000000${n}`;

/** Now is 2026-11-22 (a Sunday) 10:20:30. */
const items = [
  {
    test_name: "Anna",
    test_part: 1,
    test_amount: 10.5,
    test_colour: 1,
    test_open: true,
    test_on: "2026-11-22T00:00:00Z",
    test_tags: "1,2",
    parent: 1,
  },
  {
    test_name: "Ben",
    test_part: 2,
    test_amount: 20,
    test_colour: 2,
    test_open: false,
    test_on: "2026-11-21T23:59:59Z",
    test_tags: "2",
    parent: 1,
  },
  { test_name: "Carl", test_part: 2, test_colour: 2, test_on: "2026-11-01T00:00:00Z", test_tags: "3", parent: 2 },
  { test_name: "50% off", test_part: 4, test_amount: 40, test_on: "2026-10-31T23:59:59Z" },
  { test_name: "O'Brien & <Söhne>", test_on: "2025-12-31T12:00:00Z", test_day: "2026-11-22" },
];

beforeAll(async () => {
  service = await startDataverse();
  for (const n of [1, 2, 3]) {
    await service.call(`test_parents(${parentId(n)})`, { method: "PATCH", body: { test_title: `Parent ${n}` } });
  }
  for (const [index, { parent, ...item }] of items.entries()) {
    const bound = parent === undefined ? {} : { "test_ParentId@odata.bind": `/test_parents(${parentId(parent)})` };
    const made = await service.call(`test_items(${itemId(index + 1)})`, {
      method: "PATCH",
      body: { ...item, ...bound },
    });
    expect(made.status).toBe(204);
  }
});
afterAll(() => service.close());

const fetch = (xml: string, options: Call = {}, set = "test_items") =>
  service.call(`${set}?fetchXml=${encodeURIComponent(xml)}`, options);
const everything = { headers: { Prefer: 'odata.include-annotations="*"' } };
const rows = (answer: Answer): readonly Record<string, unknown>[] => {
  expect([answer.status, answer.status === 200 ? "" : answer.text]).toEqual([200, ""]);
  return answer.at("value") as Record<string, unknown>[];
};
const names = (answer: Answer) => rows(answer).map((row) => row["test_name"]);
const found = async (condition: string) =>
  names(
    await fetch(
      `<fetch><entity name="test_item"><attribute name="test_name"/><order attribute="test_itemid"/><filter>${condition}</filter></entity></fetch>`,
    ),
  ).map((name) => items.findIndex((item) => item.test_name === name) + 1);

describe("FetchXML", () => {
  it("gives the columns that are asked for, the primary id with them, and no empty ones", async () => {
    const answer = await fetch(
      '<fetch version="1.0" mapping="logical" no-lock="true"><entity name="test_item"><attribute name="test_name" /><attribute name="test_amount" /><attribute name="test_parentid" /><order attribute="test_name" descending="true" /></entity></fetch>',
      everything,
    );
    expect(answer.at("@odata.context")).toBe(
      `https://${home}/api/data/v9.2/$metadata#test_items(test_name,test_amount,_test_parentid_value,test_itemid)`,
    );
    expect(rows(answer).map((row) => row["test_name"])).toEqual([
      "O'Brien & <Söhne>",
      "Carl",
      "Ben",
      "Anna",
      "50% off",
    ]);
    expect(rows(answer)[3]).toEqual({
      "@odata.etag": expect.stringMatching(/^W\/"\d+"$/) as unknown,
      test_name: "Anna",
      test_amount: 10.5,
      "test_amount@OData.Community.Display.V1.FormattedValue": "10.5",
      _test_parentid_value: parentId(1),
      "_test_parentid_value@Microsoft.Dynamics.CRM.associatednavigationproperty": "test_ParentId",
      "_test_parentid_value@Microsoft.Dynamics.CRM.lookuplogicalname": "test_parent",
      test_itemid: itemId(1),
    });
    expect(Object.keys(rows(answer)[0] ?? {})).toEqual(["@odata.etag", "test_name", "test_itemid"]);
  });

  it("gives all columns when none is named", async () => {
    const [row] = rows(
      await fetch('<fetch top="1"><entity name="test_item"><order attribute="test_itemid"/></entity></fetch>'),
    );
    expect(row).toMatchObject({
      test_name: "Anna",
      test_open: true,
      test_on: "2026-11-22T00:00:00Z",
      statecode: 0,
      test_tags: "1,2",
    });
    const [same] = rows(await fetch('<fetch top="1"><entity name="test_item"><all-attributes/></entity></fetch>'));
    expect(same).toEqual(row);
    const [bare] = rows(await fetch('<fetch top="1"><entity name="test_item"><no-attrs/></entity></fetch>'));
    expect(Object.keys(bare ?? {})).toEqual(["@odata.etag", "test_itemid"]);
  });

  it.each([
    ['<condition attribute="test_part" operator="eq" value="2"/>', [2, 3]],
    ['<condition attribute="test_part" operator="ne" value="2"/>', [1, 4, 5]],
    ['<condition attribute="test_part" operator="gt" value="2"/>', [4]],
    ['<condition attribute="test_part" operator="ge" value="2"/>', [2, 3, 4]],
    ['<condition attribute="test_part" operator="lt" value="2"/>', [1]],
    ['<condition attribute="test_part" operator="le" value="2"/>', [1, 2, 3]],
    ['<condition attribute="test_part" operator="between"><value>2</value><value>4</value></condition>', [2, 3, 4]],
    ['<condition attribute="test_part" operator="in"><value>1</value><value>4</value></condition>', [1, 4]],
    ['<condition attribute="test_part" operator="not-in"><value>1</value><value>4</value></condition>', [2, 3, 5]],
    ['<condition attribute="test_part" operator="null"/>', [5]],
    ['<condition attribute="test_part" operator="not-null"/>', [1, 2, 3, 4]],
    ['<condition attribute="test_amount" operator="eq" value="10.5"/>', [1]],
    ['<condition attribute="test_open" operator="eq" value="1"/>', [1]],
    ['<condition attribute="test_open" operator="eq" value="false"/>', [2]],
    ['<condition attribute="test_name" operator="eq" value="anna"/>', [1]],
    ['<condition attribute="test_name" operator="eq" value="O&apos;Brien &amp; &lt;S&#246;hne&gt;"/>', [5]],
    ['<condition attribute="test_name" operator="like" value="%n%"/>', [1, 2, 5]],
    ['<condition attribute="test_name" operator="like" value="_en"/>', [2]],
    ['<condition attribute="test_name" operator="like" value="%[%]%"/>', [4]],
    ['<condition attribute="test_name" operator="not-like" value="%n%"/>', [3, 4]],
    ['<condition attribute="test_name" operator="begins-with" value="c"/>', [3]],
    ['<condition attribute="test_name" operator="ends-with" value="f"/>', [4]],
    [`<condition attribute="test_itemid" operator="eq" value="{${itemId(2).toUpperCase()}}"/>`, [2]],
    [`<condition attribute="test_parentid" operator="eq" value="${parentId(2)}"/>`, [3]],
    ['<condition attribute="createdby" operator="eq-userid"/>', [1, 2, 3, 4, 5]],
    ['<condition attribute="createdby" operator="ne-userid"/>', []],
    ['<condition attribute="test_tags" operator="contain-values"><value>2</value></condition>', [1, 2]],
    ['<condition attribute="test_tags" operator="contain-values"><value>1</value><value>3</value></condition>', [1, 3]],
    ['<condition attribute="test_tags" operator="not-contain-values"><value>2</value></condition>', [3, 4, 5]],
    ['<condition attribute="test_tags" operator="eq" value="2,1"/>', [1]],
    ['<condition attribute="test_on" operator="on-or-after" value="2026-11-21"/>', [1, 2]],
    ['<condition attribute="test_on" operator="on-or-before" value="2026-10-31"/>', [4, 5]],
    ['<condition attribute="test_on" operator="on" value="2026-11-21T12:00:00Z"/>', [2]],
    ['<condition attribute="test_on" operator="ge" value="2026-11-21T23:59:59Z"/>', [1, 2]],
    ['<condition attribute="test_on" operator="today"/>', [1]],
    ['<condition attribute="test_on" operator="yesterday"/>', [2]],
    ['<condition attribute="test_on" operator="this-week"/>', [1]],
    ['<condition attribute="test_on" operator="last-week"/>', [2]],
    ['<condition attribute="test_on" operator="this-month"/>', [1, 2, 3]],
    ['<condition attribute="test_on" operator="last-month"/>', [4]],
    ['<condition attribute="test_on" operator="this-year"/>', [1, 2, 3, 4]],
    ['<condition attribute="test_on" operator="last-year"/>', [5]],
    ['<condition attribute="test_on" operator="last-x-days" value="1"/>', [1, 2]],
    ['<condition attribute="test_on" operator="last-x-days" value="21"/>', [1, 2, 3]],
    ['<condition attribute="test_on" operator="last-x-days" value="22"/>', [1, 2, 3, 4]],
    ['<condition attribute="test_on" operator="last-x-hours" value="10"/>', [1]],
    ['<condition attribute="test_on" operator="last-x-hours" value="11"/>', [1, 2]],
    ['<condition attribute="test_on" operator="last-x-months" value="1"/>', [1, 2, 3, 4]],
    ['<condition attribute="test_on" operator="older-than-x-days" value="21"/>', [4, 5]],
    ['<condition attribute="test_on" operator="next-x-days" value="1"/>', []],
    ['<condition attribute="test_day" operator="today"/>', [5]],
    ['<condition attribute="test_day" operator="last-x-days" value="3"/>', [5]],
  ])("finds %s", async (condition, expected) => {
    expect(await found(condition)).toEqual(expected);
  });

  it("combines conditions and filters with and and or", async () => {
    const open = '<condition attribute="test_open" operator="eq" value="1"/>';
    const two = '<condition attribute="test_part" operator="eq" value="2"/>';
    const red = '<condition attribute="test_colour" operator="eq" value="2"/>';
    expect(await found(`<filter type="or">${open}${two}</filter>`)).toEqual([1, 2, 3]);
    expect(await found(`<filter type="or">${open}<filter type="and">${two}${red}</filter></filter>`)).toEqual([
      1, 2, 3,
    ]);
    expect(
      await found(
        `${two}<filter type="or">${open}<condition attribute="test_name" operator="eq" value="Ben"/></filter>`,
      ),
    ).toEqual([2]);
    expect(await found("<filter/>")).toEqual([1, 2, 3, 4, 5]);
  });

  it("joins: inner leaves rows without a match out, outer keeps them, conditions of the join decide what matches", async () => {
    const query = (type: string, inner: string, more = "") =>
      `<fetch><entity name="test_item"><attribute name="test_name"/><order attribute="test_itemid"/>${more}<link-entity name="test_parent" from="test_parentid" to="test_parentid" link-type="${type}" alias="p"><attribute name="test_title"/><attribute name="test_parentid" alias="theId"/>${inner}</link-entity></entity></fetch>`;
    const shown = async (xml: string) => rows(await fetch(xml)).map((row) => [row["test_name"], row["p.test_title"]]);
    const first = '<filter><condition attribute="test_title" operator="eq" value="Parent 1"/></filter>';
    expect(await shown(query("inner", ""))).toEqual([
      ["Anna", "Parent 1"],
      ["Ben", "Parent 1"],
      ["Carl", "Parent 2"],
    ]);
    expect(await shown(query("inner", first))).toEqual([
      ["Anna", "Parent 1"],
      ["Ben", "Parent 1"],
    ]);
    const outer = await shown(query("outer", first));
    expect(outer.map(([, title]) => title)).toEqual(["Parent 1", "Parent 1", undefined, undefined, undefined]);
    const none = '<filter><condition entityname="p" attribute="test_parentid" operator="null"/></filter>';
    expect((await shown(query("outer", "", none))).map(([name]) => name)).toEqual(["50% off", "O'Brien & <Söhne>"]);
    expect(rows(await fetch(query("inner", "")))[0]).toMatchObject({ theId: parentId(1) });
  });

  it("joins from the one to the many, over several tables, and orders by a joined column", async () => {
    const xml =
      '<fetch distinct="true"><entity name="test_parent"><attribute name="test_title"/><order attribute="test_title" descending="true"/><link-entity name="test_item" from="test_parentid" to="test_parentid"><link-entity name="systemuser" from="systemuserid" to="createdby" alias="u"><filter><condition attribute="isdisabled" operator="eq" value="0"/></filter></link-entity></link-entity></entity></fetch>';
    expect(rows(await fetch(xml, {}, "test_parents"))).toEqual([
      { test_title: "Parent 2" },
      { test_title: "Parent 1" },
    ]);
    const ordered =
      '<fetch><entity name="test_item"><attribute name="test_name"/><link-entity name="test_parent" from="test_parentid" to="test_parentid"><attribute name="test_title"/><order attribute="test_title" descending="true"/></link-entity></entity></fetch>';
    expect(rows(await fetch(ordered)).map((row) => row["test_parent1.test_title"])).toEqual([
      "Parent 2",
      "Parent 1",
      "Parent 1",
    ]);
  });

  it("answers within a batch", async () => {
    const xml = encodeURIComponent(
      '<fetch aggregate="true"><entity name="test_item"><attribute name="test_itemid" alias="n" aggregate="count"/></entity></fetch>',
    );
    const body = `--b\r\nContent-Type: application/http\r\nContent-Transfer-Encoding: binary\r\n\r\nGET /api/data/v9.2/test_items?fetchXml=${xml} HTTP/1.1\r\nAccept: application/json\r\n\r\n\r\n--b--\r\n`;
    const answer = await service.call("$batch", {
      method: "POST",
      body,
      headers: { "Content-Type": "multipart/mixed; boundary=b" },
    });
    expect(answer.text).toContain('"value":[{"n":5}]');
  });
});

describe("FetchXML pages", () => {
  const page = (count: number, more: string, order = '<order attribute="test_part"/>') =>
    `<fetch count="${count}" ${more}><entity name="test_item"><attribute name="test_name"/><attribute name="test_part"/>${order}</entity></fetch>`;
  const cookieOf = (answer: Answer): string => {
    const text = String(answer.at("@Microsoft.Dynamics.CRM.fetchxmlpagingcookie"));
    const [, inner = ""] = /pagingcookie="([^"]*)"/.exec(text) ?? [];
    return decodeURIComponent(decodeURIComponent(inner));
  };
  const escaped = (text: string) =>
    text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

  it("with the cookie of the service: encoded twice, names the ends of the page, empty values too", async () => {
    const answer = await fetch(page(2, 'page="1"'), everything);
    expect(answer.at("@Microsoft.Dynamics.CRM.morerecords")).toBe(true);
    expect(answer.at("@Microsoft.Dynamics.CRM.fetchxmlpagingcookie")).toMatch(
      /^<cookie pagenumber="2" pagingcookie="%253ccookie%2520page%253d%25221%2522%253e%253ctest_part%2520last%253d.*%253c%252fcookie%253e" istracking="False" \/>$/,
    );
    expect(cookieOf(answer)).toBe(
      `<cookie page="1"><test_part last="1" firstnull="1" /><test_itemid last="{${itemId(1).toUpperCase()}}" first="{${itemId(5).toUpperCase()}}" /></cookie>`,
    );
  });

  it.each([
    '<order attribute="test_part"/>',
    '<order attribute="test_part" descending="true"/>',
    '<order attribute="test_name"/>',
    '<order attribute="test_on"/><order attribute="test_open"/>',
    "",
  ])("behind the cookie of the page before, each row once: %s", async (order) => {
    const whole = names(await fetch(page(50, "", order)));
    const seen: unknown[] = [];
    let cookie = "";
    for (let number = 1, isMore = true; isMore; number += 1) {
      const answer = await fetch(page(2, `page="${number}" paging-cookie="${escaped(cookie)}"`, order), everything);
      seen.push(...names(answer));
      isMore = answer.at("@Microsoft.Dynamics.CRM.morerecords") === true;
      cookie = isMore ? cookieOf(answer) : "";
    }
    expect(seen).toEqual(whole);
    expect(seen).toHaveLength(5);
  });

  it("by number alone, and says when there is no more", async () => {
    const answer = await fetch(page(2, 'page="3" returntotalrecordcount="true"'), everything);
    expect(names(answer)).toEqual(["50% off"]);
    expect([
      answer.at("@Microsoft.Dynamics.CRM.morerecords"),
      answer.at("@Microsoft.Dynamics.CRM.fetchxmlpagingcookie"),
      answer.at("@Microsoft.Dynamics.CRM.totalrecordcount"),
      answer.at("@odata.count"),
    ]).toEqual([false, undefined, 5, 5]);
  });

  it("without a cookie where rows cannot be continued: distinct, or ordered by a joined column", async () => {
    const answer = await fetch(
      '<fetch distinct="true" count="1"><entity name="test_item"><attribute name="test_part"/></entity></fetch>',
      everything,
    );
    expect(answer.at("@Microsoft.Dynamics.CRM.fetchxmlpagingcookie")).toBe(
      '<cookie pagenumber="2" pagingcookie="" istracking="False" />',
    );
    expect(
      (
        await fetch('<fetch distinct="true"><entity name="test_item"><attribute name="test_part"/></entity></fetch>')
      ).at("value"),
    ).toHaveLength(4);
  });

  it("as large as preferred, and annotations only when asked for", async () => {
    const answer = await fetch('<fetch><entity name="test_item"/></fetch>', {
      headers: { Prefer: "odata.maxpagesize=3" },
    });
    expect(answer.at("value")).toHaveLength(3);
    expect(Object.keys(answer.json as object)).toEqual(["@odata.context", "value"]);
  });
});

describe("FetchXML aggregates", () => {
  const aggregate = (attributes: string, more = "", rest = "") =>
    fetch(`<fetch aggregate="true" ${more}><entity name="test_item">${attributes}${rest}</entity></fetch>`);

  it("counts, adds and compares; empty values do not count", async () => {
    const answer = await aggregate(
      [
        ["test_amount", "rows", "count"],
        ["test_amount", "given", "countcolumn"],
        ["test_amount", "total", "sum"],
        ["test_amount", "mean", "avg"],
        ["test_part", "wholeMean", "avg"],
        ["test_part", "least", "min"],
        ["test_on", "latest", "max"],
      ]
        .map(([name, alias, how]) => `<attribute name="${name}" alias="${alias}" aggregate="${how}"/>`)
        .join("") + '<attribute name="test_part" alias="parts" aggregate="countcolumn" distinct="true"/>',
    );
    expect(answer.json).toEqual({
      "@odata.context": `https://${home}/api/data/v9.2/$metadata#test_items`,
      value: [
        {
          rows: 5,
          given: 3,
          total: 70.5,
          mean: 23.5,
          wholeMean: 2,
          least: 1,
          latest: "2026-11-22T00:00:00Z",
          parts: 3,
        },
      ],
    });
  });

  it("gives one row with empty sums for no rows", async () => {
    const none = '<filter><condition attribute="test_part" operator="eq" value="99"/></filter>';
    const answer = await aggregate(
      '<attribute name="test_part" alias="n" aggregate="count"/><attribute name="test_part" alias="s" aggregate="sum"/>',
      "",
      none,
    );
    expect(answer.at("value")).toEqual([{ n: 0, s: null }]);
  });

  it("groups by values, by parts of dates, and over joins, ordered by alias", async () => {
    const counted = '<attribute name="test_itemid" alias="n" aggregate="count"/>';
    const byPart = await aggregate(
      `${counted}<attribute name="test_part" alias="part" groupby="true"/>`,
      "",
      '<order alias="n" descending="true"/>',
    );
    expect(byPart.at("value")).toEqual([
      { n: 2, part: 2 },
      { n: 1, part: null },
      { n: 1, part: 1 },
      { n: 1, part: 4 },
    ]);
    const dated = ["day", "week", "month", "quarter", "year"].map(
      (one) => `<attribute name="test_on" alias="${one}" groupby="true" dategrouping="${one}"/>`,
    );
    const byDate = await aggregate(
      `${counted}${dated.join("")}`,
      "",
      '<order alias="year"/><order alias="month"/><order alias="day"/>',
    );
    expect(byDate.at("value")).toEqual([
      { n: 1, day: 31, week: 53, month: 12, quarter: 4, year: 2025 },
      { n: 1, day: 31, week: 44, month: 10, quarter: 4, year: 2026 },
      { n: 1, day: 1, week: 45, month: 11, quarter: 4, year: 2026 },
      { n: 1, day: 21, week: 47, month: 11, quarter: 4, year: 2026 },
      { n: 1, day: 22, week: 48, month: 11, quarter: 4, year: 2026 },
    ]);
    const joined = await aggregate(
      counted,
      "",
      '<link-entity name="test_parent" from="test_parentid" to="test_parentid"><attribute name="test_title" alias="title" groupby="true"/><order alias="title"/></link-entity>',
    );
    expect(joined.at("value")).toEqual([
      { n: 2, title: "Parent 1" },
      { n: 1, title: "Parent 2" },
    ]);
  });

  it("pages through groups by number", async () => {
    const answer = await fetch(
      '<fetch aggregate="true" count="3" page="2"><entity name="test_item"><attribute name="test_itemid" alias="n" aggregate="count"/><attribute name="test_part" alias="part" groupby="true"/></entity></fetch>',
      everything,
    );
    expect([answer.at("value", 0, "part"), answer.at("@Microsoft.Dynamics.CRM.morerecords")]).toEqual([4, false]);
  });

  it("refuses more than 50,000 rows, or than a lower limit of the caller, whatever comes out", async () => {
    const large = await startDataverse();
    const add = large.database.prepare(
      `WITH RECURSIVE n(i) AS (SELECT ? UNION ALL SELECT i + 1 FROM n WHERE i < ?) INSERT INTO "dataverse_test_parent" ("organisation!", test_parentid, test_title, versionnumber) SELECT ?, printf('eeeeeeee-0000-4000-8000-%012d', i), 't' || i, 1 FROM n`,
    );
    add.run([1, 50_000, home]);
    const count = (more = "") =>
      large.call(
        `test_parents?fetchXml=${encodeURIComponent(`<fetch aggregate="true" ${more}><entity name="test_parent"><attribute name="test_parentid" alias="n" aggregate="count"/></entity></fetch>`)}`,
      );
    expect((await count()).at("value")).toEqual([{ n: 50_000 }]);
    add.run([50_001, 50_001, home]);
    const refused = await count();
    expect([refused.status, refused.json]).toEqual([
      400,
      { error: { code: "0x8004e023", message: "AggregateQueryRecordLimit exceeded. Cannot perform this operation." } },
    ]);
    expect((await count('aggregatelimit="10"')).at("error", "code")).toBe("0x8004e023");
    expect((await count('aggregatelimit="99999"')).at("error", "code")).toBe("0x8004e023");
    const far = await large.call(
      `test_parents?fetchXml=${encodeURIComponent('<fetch page="11" count="5000"><entity name="test_parent"/></fetch>')}`,
    );
    expect([far.status, far.at("error", "message")]).toEqual([
      400,
      "Paging cookie is required when trying to retrieve a set of records on any high pages.",
    ]);
    await large.close();
  });
});

describe("FetchXML is refused", () => {
  const inEntity = (inner: string, more = "") => `<fetch ${more}><entity name="test_item">${inner}</entity></fetch>`;
  const filter = (condition: string) => inEntity(`<filter>${condition}</filter>`);
  it.each([
    ["<fetch", 400, "0x80040201", "Invalid XML."],
    ["", 400, "0x80040201", "Invalid XML."],
    ["<other/>", 400, "0x80040201", "Invalid XML."],
    ["<fetch/>", 400, "0x80040201", "exactly one entity"],
    [
      '<fetch><entity name="nope"/></fetch>',
      400,
      "0x80041102",
      "The entity with a name = 'nope' with namemapping = 'Logical'",
    ],
    ['<fetch><entity name="EntityMetadata"/></fetch>', 400, "0x80041102", "EntityMetadata"],
    ['<fetch><entity name="test_parent"/></fetch>', 400, "0x80041128", "does not match the entity set"],
    ["<fetch><entity/></fetch>", 400, "0x8004111e", "'name' is missing"],
    [
      inEntity('<attribute name="nope"/>'),
      400,
      "0x80041103",
      "'test_item' entity doesn't contain attribute with Name = 'nope' and NameMapping = 'Logical'",
    ],
    [inEntity('<attribute name="_test_parentid_value"/>'), 400, "0x80041103", "_test_parentid_value"],
    [
      inEntity('<column name="test_name"/>'),
      400,
      "0x8004111c",
      "Invalid Child Node, valid nodes are attribute, all-attributes",
    ],
    [inEntity("", 'pagesize="3"'), 400, "0x8004111c", "pagesize"],
    [
      inEntity("", 'top="3" page="1"'),
      400,
      "0x80041127",
      "top attribute can't be specified with paging attribute page",
    ],
    [inEntity("", 'top="0"'), 400, "0x80041127", "greater than zero"],
    [inEntity("", 'distinct="yes"'), 400, "0x80041115", "'true', 'false'"],
    [inEntity("", 'utc-offset="60"'), 501, "0x80040800", "utc-offset"],
    [inEntity('<order attribute="nope"/>'), 400, "0x80041103", "nope"],
    [inEntity('<order alias="n"/>'), 400, "0x80041126", "attribute"],
    [filter('<condition attribute="nope" operator="null"/>'), 400, "0x80041103", "nope"],
    [
      filter('<condition attribute="test_part" operator="equals" value="1"/>'),
      400,
      "0x80041120",
      "The condition operator 'equals' is not valid.",
    ],
    [filter('<condition attribute="test_part" operator="toString" value="1"/>'), 400, "0x80041120", "toString"],
    [filter('<condition attribute="test_part" operator="under" value="1"/>'), 501, "0x80040800", "under"],
    [
      filter('<condition attribute="test_on" operator="last-x-fiscal-periods" value="1"/>'),
      501,
      "0x80040800",
      "fiscal",
    ],
    [filter('<condition attribute="test_part" operator="eq"/>'), 400, "0x80040203", "one argument(s)"],
    [filter('<condition attribute="test_part" operator="eq" value="x"/>'), 400, "0x80040203", "test_item.test_part"],
    [filter('<condition attribute="test_part" operator="in"/>'), 400, "0x80040203", "at least one"],
    [filter('<condition attribute="test_part" operator="null" value="1"/>'), 400, "0x80040203", "no argument(s)"],
    [filter('<condition attribute="test_part" operator="today"/>'), 400, "0x80040203", "datetime"],
    [
      filter('<condition attribute="test_part" operator="contain-values"><value>1</value></condition>'),
      400,
      "0x80040203",
      "multi-select",
    ],
    [filter('<condition attribute="test_on" operator="on" value="2026-02-30"/>'), 400, "0x80040203", "2026-02-30"],
    [filter('<condition attribute="test_on" operator="last-x-days" value="0"/>'), 400, "0x80040203", "positive whole"],
    [filter('<condition attribute="test_itemid" operator="eq" value="12"/>'), 400, "0x80040203", "'12'"],
    [filter('<condition entityname="x" attribute="test_part" operator="null"/>'), 400, "0x8004110a", "x"],
    [filter('<condition attribute="test_part" operator="eq" valueof="test_part"/>'), 501, "0x80040800", "valueof"],
    [inEntity('<filter type="xor"/>'), 400, "0x80041122", "xor"],
    [inEntity('<link-entity name="nope" from="a" to="b"/>'), 400, "0x80041102", "nope"],
    [inEntity('<link-entity name="test_parent" to="test_parentid"/>'), 400, "0x80041118", "from and to"],
    [
      inEntity('<link-entity name="test_parent" from="nope" to="test_parentid"/>'),
      400,
      "0x80041103",
      "'test_parent' entity doesn't contain",
    ],
    [
      inEntity('<link-entity name="test_parent" from="test_parentid" to="nope"/>'),
      400,
      "0x80041103",
      "'test_item' entity doesn't contain",
    ],
    [
      inEntity('<link-entity name="test_parent" from="test_parentid" to="test_parentid" link-type="cross"/>'),
      400,
      "0x80041117",
      "cross",
    ],
    [
      inEntity('<link-entity name="test_parent" from="test_parentid" to="test_parentid" link-type="any"/>'),
      501,
      "0x80040800",
      "any",
    ],
    [
      inEntity('<link-entity name="test_parent" from="test_parentid" to="test_parentid" alias="a b"/>'),
      400,
      "0x8004111b",
      "alias",
    ],
    [inEntity('<attribute name="test_part" alias="n" aggregate="count"/>'), 400, "0x8004111a", "aggregate"],
    [inEntity('<attribute name="test_part"/>', 'aggregate="true"'), 400, "0x8004111a", "neither groupby nor aggregate"],
    [
      inEntity('<attribute name="test_part" aggregate="count"/>', 'aggregate="true"'),
      400,
      "0x8004111b",
      "alias is required",
    ],
    [
      inEntity('<attribute name="test_part" aggregate="median" alias="m"/>', 'aggregate="true"'),
      400,
      "0x8004111a",
      "median",
    ],
    [
      inEntity('<attribute name="test_name" aggregate="sum" alias="s"/>', 'aggregate="true"'),
      400,
      "0x8004111a",
      "test_name",
    ],
    [
      inEntity(
        '<attribute name="test_part" aggregate="sum" alias="s"/><order attribute="test_part"/>',
        'aggregate="true"',
      ),
      400,
      "0x80041126",
      "Use alias",
    ],
    [
      inEntity('<attribute name="test_part" aggregate="sum" alias="s"/><order alias="t"/>', 'aggregate="true"'),
      400,
      "0x80041126",
      "'t'",
    ],
    [
      inEntity(
        '<attribute name="test_part" aggregate="sum" alias="s"/><attribute name="test_part" aggregate="min" alias="s"/>',
        'aggregate="true"',
      ),
      400,
      "0x8004111b",
      "twice",
    ],
    [
      inEntity('<attribute name="test_name" groupby="true" dategrouping="day" alias="d"/>', 'aggregate="true"'),
      400,
      "0x8004111a",
      "Dategrouping",
    ],
    [
      inEntity('<attribute name="test_on" groupby="true" dategrouping="fiscal-year" alias="d"/>', 'aggregate="true"'),
      501,
      "0x80040800",
      "fiscal-year",
    ],
    [
      inEntity("", 'page="2" paging-cookie="&lt;cookie page=&quot;1&quot;&gt;&lt;/cookie&gt;"'),
      400,
      "0x80040201",
      "cookie",
    ],
  ])("%s with %i %s", async (xml, status, code, words) => {
    const answer = await fetch(xml);
    expect([answer.status, answer.at("error", "code")]).toEqual([status, code]);
    expect(answer.at("error", "message")).toContain(words);
  });

  it("beside other options, and for a table that is not there", async () => {
    const xml = encodeURIComponent('<fetch><entity name="test_item"/></fetch>');
    expect((await service.call(`test_items?fetchXml=${xml}&$top=1`)).status).toBe(400);
    expect((await service.call(`nothings?fetchXml=${xml}`)).status).toBe(404);
  });
});
