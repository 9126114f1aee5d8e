import { expect, it } from "vitest";
import { editionIds } from "./editions";
import { grantsOf } from "./grants";
import { relatedMeters } from "./relatedMeters";
import { allSkus, relatedNames } from "./skus";

const storage = ["storageDatabase", "storageFile", "storageLog"];
const insights = [
  ...["interactedPeople", "monthlyInteractions", "unifiedPeople", "throughput"],
  ...["installOutbound", "installJourneys", "installData", "trialEnvironments", ...storage],
];
const service = [
  ...["recordRoutes", "voicebotMinutes", "callIntelligenceMinutes", "seatsDigital", "seatsVoice"],
  ...["addOnDigital", "addOnVoice", "addOnBoth", "cases", "copilotSessions", ...storage],
];

it.each([
  ["Dynamics_365_Customer_Insights_Next", insights],
  ["d365_marketing_events", insights],
  ["CONTACT_CENTER_NEXT", service],
  ["D365_CUSTOMER_SERVICE_NEXT", service],
  ["DYN365_CS_NEXT", service],
  ["CS_NEXT", service],
  ["UNIFIED_ROUTING", ["recordRoutes"]],
  ["VIRTUAL_AGENT_NEXT", ["copilotMessages", "copilotSessions"]],
  ["CDS_FILE_NEXT", storage],
  ["DYNAMICS_365_FOR_TALENT", []],
  ["POWER_BI_STATISTICS_PRO", []],
  ["ENTERPRISEPACK", []],
])("DATA.sku.unknown: %s may give to the meters of its name", (name, meters) => {
  expect([...relatedMeters(name, [])]).toEqual(meters);
});

it("takes plans too, but not the small ones that every Office licence carries", () => {
  expect([...relatedMeters("PACK", ["EXCHANGE", "DYN365_CC_NEXT"])]).toEqual(service);
  expect([...relatedMeters("PACK", ["CDS_O365_P2", "VIRTUAL_AGENT_BASE"])]).toEqual([]);
});

it("names each meter once", () => {
  expect([...relatedMeters("D365_MARKETING_CUSTOMER_SERVICE", [])]).toEqual([
    ...insights,
    ...service.filter((meter) => !insights.includes(meter)),
  ]);
});

it("finds by its name every meter that a known licence gives to", () => {
  const grants = editionIds.flatMap(grantsOf);
  const missed = allSkus().flatMap(({ skuPartNumber = "", product }) => {
    if (!relatedNames.test(skuPartNumber)) return [];
    const given = grants.filter((grant) => grant.product === product).map(({ meter }) => meter);
    return given.filter((meter) => !relatedMeters(skuPartNumber, []).has(meter)).map((meter) => [skuPartNumber, meter]);
  });
  expect(missed).toEqual([]);
});
