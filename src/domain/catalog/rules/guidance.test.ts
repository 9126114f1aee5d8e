import { describe, expect, it } from "vitest";
import { linkOf } from "../documentLinks";
import { guidance, rules, type RuleId } from "../rules";

const journeysPages = "https://learn.microsoft.com/dynamics365/customer-insights/journeys";
const seats = ["seatsDigital", "seatsVoice"];
const plans = [
  "contactCenter",
  "contactCenterDigital",
  "contactCenterVoice",
  "contactCenterAddOn",
  "contactCenterDigitalAddOn",
  "contactCenterVoiceAddOn",
  "customerServicePremium",
];

/** What a reader of the card gets: its words, where it stands and what it leads to. */
const card = (id: RuleId) => {
  const rule = rules[id];
  if (rule.kind !== "guidance") throw new Error(`${id} is no guidance`);
  return {
    text: rule.text,
    at: rule.guides.meters,
    for: rule.guides.products,
    section: rule.section,
    link: linkOf(id),
  };
};

describe("cards of general and Customer Insights rules", () => {
  it("GEN.licence.where: Billing > Your Products, at both kinds of people", () => {
    expect(card("GEN.licence.where")).toMatchObject({
      text: expect.stringContaining("Billing > Your Products") as string,
      at: ["interactedPeople", "unifiedPeople"],
      section: "Check current license ownership",
      link: `${journeysPages}/license-setup`,
    });
  });

  it("GEN.capacity.change: up at any time, down on the anniversary", () => {
    expect(card("GEN.capacity.change")).toMatchObject({
      text: expect.stringMatching(/raised at any time and lowered only on the anniversary/) as string,
      at: ["interactedPeople", "unifiedPeople"],
      link: `${journeysPages}/ci-faq`,
    });
  });

  it("CI-J.quota-page: the path to the page, and what Other orgs means", () => {
    expect(card("CI-J.quota-page")).toMatchObject({
      text: expect.stringMatching(
        /Settings > Advanced settings > Other settings > Quota limits.*org means environment/,
      ) as string,
      at: ["interactedPeople", "monthlyInteractions"],
      link: `${journeysPages}/quota-management`,
    });
  });

  it("CI-J.table-licence: tables of another app need its licence, also from an app of your own", () => {
    expect(card("CI-J.table-licence")).toMatchObject({
      text: expect.stringMatching(/Sales or Service.*app of your own/) as string,
      at: ["interactedPeople"],
      section: "Customer Insights licensing key points",
    });
  });

  it("CI-J.install.decoupled: since September 2023 a licence belongs to no installation", () => {
    expect(card("CI-J.install.decoupled")).toMatchObject({
      text: expect.stringMatching(/Since September 2023.*no reason to uninstall/) as string,
      at: ["installOutbound", "installJourneys", "installData"],
      section: "Licenses vs. applications",
    });
  });

  it("CI-J.install.copy: a copy starts at 0, and a copy onto an environment erases its history", () => {
    expect(card("CI-J.install.copy")).toMatchObject({
      text: expect.stringMatching(/starts at 0 interacted people.*erases/) as string,
      at: ["interactedPeople", "installJourneys"],
      link: `${journeysPages}/copy-or-restore`,
    });
  });

  it("CI-D.unified.definition: one profile after merging, no visitors known by a cookie alone", () => {
    expect(card("CI-D.unified.definition")).toMatchObject({
      text: expect.stringMatching(/one profile after all records.*cookie alone do not count/) as string,
      at: ["unifiedPeople"],
    });
  });

  it("CI-D.limits: 4 refreshes a day, 1,000 segments and measures, 10,000,000 rows of a measure", () => {
    expect(card("CI-D.limits")).toMatchObject({
      text: expect.stringMatching(/4 times a day.*1,000 active segments and measures.*10,000,000 rows/) as string,
      at: ["unifiedPeople"],
      link: "https://learn.microsoft.com/dynamics365/customer-insights/data/service-limits",
    });
  });
});

describe("cards of Contact Center, cases and storage", () => {
  it("CC.dual-use: the floors of older servers and the end with the subscription, for Customer Service too", () => {
    const { text, at, for: holders } = card("CC.dual-use");
    expect(text).toMatch(/as long as the subscription runs.*AX 2012 R3, CRM 2016 or two versions of Business Central/);
    expect(at).toEqual([...seats, "addOnDigital", "addOnVoice", "addOnBoth"]);
    expect(holders).toEqual([...plans, "customerServiceEnterprise", "customerServiceEnterpriseAttach"]);
  });

  it("CC.power-bi: looking is free, changing is not", () => {
    expect(card("CC.power-bi")).toMatchObject({
      text: expect.stringMatching(/needs no Power BI licence; changing it needs Power BI Pro/) as string,
      at: seats,
      for: plans,
    });
  });

  it("CC.devices: any device, five where something is installed", () => {
    expect(card("CC.devices")).toMatchObject({
      text: expect.stringMatching(/any device.*five of them/) as string,
      at: seats,
      for: plans,
      section: "User Subscription Licenses",
    });
  });

  it("CC.copilot.not-included: messages are bought apart; shown at messages and seats to holders of a plan", () => {
    expect(card("CC.copilot.not-included")).toMatchObject({
      text: expect.stringMatching(/no part of Contact Center.*bought apart/) as string,
      at: ["copilotMessages", ...seats],
      for: plans,
    });
  });

  it("CC.outsourcing: dedicated servers, and the Flexible Virtualization Benefit for shared ones", () => {
    expect(card("CC.outsourcing")).toMatchObject({
      text: expect.stringMatching(
        /Authorized Outsourcer who is no Listed Provider.*Flexible Virtualization Benefit/,
      ) as string,
      at: seats,
      for: plans,
    });
  });

  it("CC.custom-tables: included, within appendices D and E", () => {
    expect(card("CC.custom-tables")).toMatchObject({
      text: expect.stringMatching(/custom tables and own security roles; appendices D and E/) as string,
      section: "Custom tables and security roles",
    });
  });

  it("CC.same-function: the same whatever CRM", () => {
    expect(card("CC.same-function")).toMatchObject({
      text: expect.stringContaining("whatever CRM") as string,
      at: seats,
      for: plans,
      section: "Integration with other products",
    });
  });

  it("CSI.addons.organisation: add-ons serve the organisation, at the cases", () => {
    expect(card("CSI.addons.organisation")).toMatchObject({
      text: expect.stringMatching(/whole organisation and no single user.*one environment/) as string,
      at: ["cases"],
    });
  });

  it("STO.report.delta: which pool takes index, attachments, audit and elastic tables, and three months of days", () => {
    expect(card("STO.report.delta")).toMatchObject({
      text: expect.stringMatching(
        /search index counts as database, attachments as file, audit.*elastic tables as log.*three months/,
      ) as string,
      at: ["storageDatabase", "storageFile", "storageLog"],
      link: "https://learn.microsoft.com/power-platform/admin/capacity-storage",
    });
  });
});

describe("every card", () => {
  it("stands at a meter and is told by this file", () => {
    expect(guidance.filter(({ guides }) => guides.meters.length === 0)).toEqual([]);
    expect(guidance.map(({ id }) => id)).toEqual([
      "GEN.licence.where",
      "GEN.capacity.change",
      "CI-J.quota-page",
      "CI-J.table-licence",
      "CI-J.install.decoupled",
      "CI-J.install.copy",
      "CI-D.unified.definition",
      "CI-D.limits",
      "CC.dual-use",
      "CC.power-bi",
      "CC.devices",
      "CC.copilot.not-included",
      "CC.outsourcing",
      "CC.custom-tables",
      "CC.same-function",
      "CSI.addons.organisation",
      "STO.report.delta",
    ]);
  });
});
