import { expect, test } from "vitest";
import { toCsv } from "./csv";

test("text that a spreadsheet would run is made plain; numbers stay numbers", () => {
  const cells = ["=1+1", "+1", "-1", "@a", "\ta", "\ra", "plain", -5, undefined];
  expect(toCsv([cells])).toBe(`'=1+1,'+1,'-1,'@a,'\ta,"'\ra",plain,-5,`);
});

test("separators, quotes and line ends are quoted", () => {
  expect(toCsv([["a,b", 'say "x"'], ["two\nlines"]])).toBe('"a,b","say ""x"""\r\n"two\nlines"');
});
