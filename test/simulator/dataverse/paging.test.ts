import { afterAll, beforeAll, describe, expect, it } from "vitest";
import fc from "fast-check";
import type { Answer, TestService } from "./startDataverse";
import { home, startDataverse } from "./startDataverse";

interface Item {
  readonly test_itemid: string;
  readonly test_name: string | null;
  readonly test_part: number | null;
  readonly test_open: boolean | null;
}

let service: TestService;
let items: readonly Item[];

const item = fc.record({
  test_itemid: fc.uuid(),
  test_name: fc.option(fc.stringMatching(/^[a-cA-C ']{1,4}$/)),
  test_part: fc.option(fc.integer({ min: -5, max: 5 })),
  test_open: fc.option(fc.boolean()),
});

beforeAll(async () => {
  service = await startDataverse({
    limits: { requests: 1e6, executionSeconds: 1e6, windowSeconds: 300, concurrent: 52 },
  });
  const unique = { selector: (one: Item) => one.test_itemid, minLength: 60, maxLength: 60 };
  [items = []] = fc.sample(fc.uniqueArray(item, unique), { numRuns: 1, seed: 7 });
  const target = { "@odata.type": "Microsoft.Dynamics.CRM.test_item" };
  const body = { Targets: items.map((one) => ({ ...target, ...one })) };
  const made = await service.call("test_items/Microsoft.Dynamics.CRM.CreateMultiple", { method: "POST", body });
  expect(made.status).toBe(200);
});
afterAll(() => service.close());

const list = (answer: Answer): readonly unknown[] => {
  const value = answer.at("value");
  return Array.isArray(value) ? value : [];
};
const ids = (answer: Answer) => list(answer).map((_, index) => answer.at("value", index, "test_itemid"));

async function walk(path: string, size: number): Promise<readonly (readonly unknown[])[]> {
  const pages: (readonly unknown[])[] = [];
  for (let next: unknown = path; typeof next === "string";) {
    const answer = await service.call(next, { headers: { Prefer: `odata.maxpagesize=${size}` } });
    pages.push(ids(answer));
    next = answer.at("@odata.nextLink");
  }
  return pages;
}

describe("paging", () => {
  it("visits every row once, under any page size and order", async () => {
    const terms = ["test_name", "test_name desc", "test_part", "test_part desc", "test_open", "test_open desc"];
    const property = fc.asyncProperty(fc.integer({ min: 1, max: 70 }), fc.subarray(terms), async (size, order) => {
      const orderBy = order.length === 0 ? "" : `&$orderby=${encodeURIComponent(order.join(","))}`;
      const pages = await walk(`test_items?$select=test_name${orderBy}`, size);
      const whole = await walk(`test_items?$select=test_name${orderBy}`, 5_000);
      expect(pages.flat()).toEqual(whole.flat());
      expect(new Set(pages.flat()).size).toBe(items.length);
      expect(pages.slice(0, -1).every((page) => page.length === size)).toBe(true);
    });
    await fc.assert(property, { numRuns: 25 });
  });

  it("links to the production host with an opaque cookie and keeps the query", async () => {
    const answer = await service.call("test_items?$select=test_name&$filter=test_part ge 0", {
      headers: { Prefer: "odata.maxpagesize=2" },
    });
    expect(answer.at("@odata.nextLink")).toMatch(
      new RegExp(
        `^https://${home}/api/data/v9\\.2/test_items\\?\\$select=test_name&\\$filter=test_part%20ge%200&\\$skiptoken=%3Ccookie%20pagenumber`,
      ),
    );
    expect(answer.headers.get("preference-applied")).toBe("odata.maxpagesize=2");
  });

  it("passes over $top where a page size is given, and ends after $top where none is", async () => {
    expect((await walk("test_items?$top=3", 50)).flat()).toHaveLength(60);
    const answer = await service.call("test_items?$top=3");
    expect([ids(answer).length, answer.at("@odata.nextLink")]).toEqual([3, undefined]);
  });

  it("refuses page sizes that are none", async () => {
    for (const size of ["0", "-1", "x", "1.5"]) {
      const answer = await service.call("test_items", { headers: { Prefer: `odata.maxpagesize=${size}` } });
      expect([size, answer.status]).toEqual([size, 400]);
    }
  });

  it("holds 5,000 rows in a page, caps the count there and says so", async () => {
    const large = await startDataverse();
    const insert = large.database.prepare(
      'INSERT INTO "dataverse_test_parent" ("organisation!", test_parentid, test_title, versionnumber) VALUES (?, ?, ?, 1)',
    );
    const add = (n: number) => insert.run([home, `eeeeeeee-0000-4000-8000-${String(n).padStart(12, "0")}`, `t${n}`]);
    for (let n = 0; n < 5_000; n += 1) add(n);
    const wish = { headers: { Prefer: 'odata.include-annotations="Microsoft.Dynamics.CRM.*"' } };
    const facts = (answer: Answer) => [
      list(answer).length,
      answer.at("@odata.count"),
      answer.at("@Microsoft.Dynamics.CRM.totalrecordcount"),
      answer.at("@Microsoft.Dynamics.CRM.totalrecordcountlimitexceeded"),
      typeof answer.at("@odata.nextLink"),
    ];
    expect(facts(await large.call("test_parents?$count=true", wish))).toEqual([
      5_000,
      5_000,
      5_000,
      false,
      "undefined",
    ]);
    add(5_000);
    expect(facts(await large.call("test_parents?$count=true", wish))).toEqual([5_000, 5_000, 5_000, true, "string"]);
    expect(facts(await large.call("test_parents?$top=1", wish))).toEqual([1, undefined, -1, false, "undefined"]);
    expect((await large.call("test_parents/$count")).text).toBe("5000");
    await large.close();
  });
});

/** A filter as text, and the same as a plain function. */
interface Condition {
  readonly text: string;
  readonly test: (one: Item) => boolean;
}

const literal = (text: string) => `'${text.replaceAll("'", "''")}'`;
const lower = (text: string | null) => text?.toLowerCase() ?? null;

const comparisons: Readonly<Record<string, (a: string | number, b: string | number) => boolean>> = {
  gt: (a, b) => a > b,
  ge: (a, b) => a >= b,
  lt: (a, b) => a < b,
  le: (a, b) => a <= b,
};

const compare = <T extends string | number>(operator: string, value: T | null, other: T | null): boolean => {
  if (operator === "eq") return value === other;
  if (operator === "ne") return value !== other;
  return value !== null && other !== null && (comparisons[operator]?.(value, other) ?? false);
};

const operator = fc.constantFrom("eq", "ne", "gt", "ge", "lt", "le");
const equality = fc.constantFrom("eq", "ne");
const words = fc.stringMatching(/^[a-cA-C ']{1,2}$/);

const leaves: fc.Arbitrary<Condition> = fc.oneof(
  fc.tuple(operator, fc.integer({ min: -6, max: 6 })).map(([sign, value]) => ({
    text: `test_part ${sign} ${value}`,
    test: (one: Item) => compare(sign, one.test_part, value),
  })),
  fc.tuple(operator, words).map(([sign, value]) => ({
    text: `test_name ${sign} ${literal(value)}`,
    test: (one: Item) => compare(sign, lower(one.test_name), lower(value)),
  })),
  fc.tuple(equality, fc.boolean()).map(([sign, value]) => ({
    text: `test_open ${sign} ${String(value)}`,
    test: (one: Item) => (sign === "eq") === (one.test_open === value),
  })),
  fc.tuple(equality, fc.constantFrom("test_part", "test_name", "test_open")).map(([sign, name]) => ({
    text: `${name} ${sign} null`,
    test: (one: Item) => (sign === "eq") === (Reflect.get(one, name) === null),
  })),
  fc.tuple(fc.constantFrom("contains", "startswith", "endswith"), words).map(([method, value]) => ({
    text: `${method}(test_name,${literal(value)})`,
    test: ({ test_name: name }: Item) => {
      const [text, part] = [lower(name), value.toLowerCase()];
      if (method === "contains") return text?.includes(part) ?? false;
      return (method === "startswith" ? text?.startsWith(part) : text?.endsWith(part)) ?? false;
    },
  })),
);

const { condition } = fc.letrec<{ condition: Condition; group: Condition }>((tie) => ({
  group: fc.oneof(
    { depthSize: "small" },
    leaves,
    tie("condition").map((one) => ({ ...one, text: `(${one.text})` })),
  ),
  condition: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    leaves,
    tie("group").map((one) => ({ text: `not ${one.text}`, test: (row: Item) => !one.test(row) })),
    fc.tuple(tie("group"), tie("group"), tie("group")).map(([a, b, c]) => ({
      text: `${a.text} and ${b.text} or not ${c.text}`,
      test: (row: Item) => (a.test(row) && b.test(row)) || !c.test(row),
    })),
    fc.tuple(tie("group"), tie("group"), tie("group")).map(([a, b, c]) => ({
      text: `not ${a.text} and ${b.text} or ${c.text}`,
      test: (row: Item) => (!a.test(row) && b.test(row)) || c.test(row),
    })),
  ),
}));

describe("filters", () => {
  it("find what a plain filter over the rows finds", async () => {
    const property = fc.asyncProperty(condition, async ({ text, test }) => {
      const answer = await service.call(`test_items?$select=test_itemid&$filter=${encodeURIComponent(text)}`);
      expect(answer.status, answer.text).toBe(200);
      const expected = items.filter(test).map((one) => one.test_itemid);
      expect([...ids(answer)].sort()).toEqual(expected.sort());
    });
    await fc.assert(property, { numRuns: 300 });
  });
});
