/** Add-ons beyond what Customer Service Enterprise allows, row by row. */
import { channelPlans } from "../../catalog/channelPlans";
import { overrunKind } from "../../catalog/findings";
import type { FindingKind, MeterReport } from "../../snapshot/snapshot";
import { productFacts } from "./bought";
import type { Found, QuotaInput } from "./check";
import { meterFinding } from "./meterFinding";

const factsOf = ({ meter }: MeterReport): Found["facts"] =>
  channelPlans.reduce((facts, { maximum, product }) => (maximum === meter ? productFacts(product) : facts), {});

/** Findings of the rows that are over: those without any Customer Service Enterprise, or the others. */
export const addOnOverruns = (
  kind: Extract<FindingKind, "addOnMaximum" | "prerequisiteMissing">,
  { meters }: QuotaInput,
): readonly Found[] =>
  meters
    .filter(({ meter, status }) => status === "over" && overrunKind[meter] === "addOnMaximum")
    .map((report) => ({
      ...meterFinding(kind, report),
      facts: { ...meterFinding(kind, report).facts, ...factsOf(report) },
    }))
    .filter(({ facts }) => (facts["owned"] === 0) === (kind === "prerequisiteMissing"));
