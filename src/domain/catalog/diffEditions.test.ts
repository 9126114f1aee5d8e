import { describe, expect, it } from "vitest";
import { channelPlans } from "./channelPlans";
import { diffEditions } from "./diffEditions";
import { editionIds, editions } from "./editions";
import { grantsOf } from "./grants";
import { defaultSettings } from "../settings";

const brief = ({ product, meter, way, before, after, kind }: ReturnType<typeof diffEditions>[number]) =>
  [meter, product, way, kind, before, after] as const;
const ofDigital = (rows: ReturnType<typeof diffEditions>) =>
  rows.filter(({ product }) => product === "contactCenterDigital").map(brief);

describe("GEN.catalog.edition", () => {
  it("GEN.catalog.edition: dates both editions and names their documents", () => {
    expect(editionIds.map((id) => editions[id].dated)).toEqual(["2025-02", "2026-07"]);
    expect(editions["lg-2026-07"].documents[0]).toBe(
      "Dynamics 365 Licensing Guide, July 2026 (read through a public digest)",
    );
    expect(editions.seed.documents).toHaveLength(3);
  });

  it("GEN.catalog.edition: finds nothing between an edition and itself", () => {
    expect(editionIds.map((id) => diffEditions(id, id))).toEqual([[], []]);
  });

  it("GEN.catalog.edition: the licensing guide of July 2026 gives Contact Center 30 GB database, 40 GB file and 2 GB log once", () => {
    expect(ofDigital(diffEditions("seed", "lg-2026-07"))).toEqual([
      ["storageDatabase", "contactCenterDigital", "largest", "changed", 10_000, 30_000],
      ["storageFile", "contactCenterDigital", "largest", "changed", 20_000, 40_000],
      ["storageLog", "contactCenterDigital", "each", "removed", 2_000, undefined],
      ["storageLog", "contactCenterDigital", "largest", "added", undefined, 2_000],
    ]);
  });

  it("differs for the seven plans and nothing else, and turned round it is the same in reverse", () => {
    const there = diffEditions("seed", "lg-2026-07");
    const back = diffEditions("lg-2026-07", "seed");
    expect([...new Set(there.map(({ product }) => product))]).toEqual(channelPlans.map(({ product }) => product));
    expect(back).toHaveLength(there.length);
    expect(back.filter(({ kind }) => kind === "changed").map(({ before, after }) => [after, before])).toEqual(
      there.filter(({ kind }) => kind === "changed").map(({ before, after }) => [before, after]),
    );
  });

  it("says both sources of a changed figure, by name", () => {
    const [first] = diffEditions("seed", "lg-2026-07");
    expect(first).toEqual({
      product: "contactCenter",
      productName: "Dynamics 365 Contact Center",
      meter: "storageDatabase",
      way: "largest",
      before: 10_000,
      after: 30_000,
      kind: "changed",
      sources: [
        {
          document: "Dynamics 365 Contact Center: Licensing guidance (February 2025)",
          section: "Dataverse allotments",
        },
        {
          document: "Dynamics 365 Licensing Guide, July 2026 (read through a public digest)",
          section: "p. 20 and p. 63",
        },
      ],
    });
  });

  it("CC.storage.log: with the same reading on both sides the log does not differ", () => {
    const policy = { ...defaultSettings.policy, contactCenterLog: "once" } as const;
    const meters = diffEditions("seed", "lg-2026-07", policy).map(({ meter }) => meter);
    expect([...new Set(meters)]).toEqual(["storageDatabase", "storageFile"]);
  });
});

describe("rows of both editions", () => {
  it("CC.addon.max: one add-on of each row for a Customer Service Enterprise licence, none for Premium", () => {
    const rows = grantsOf("seed").filter(({ rule }) => rule === "CC.addon.max");
    expect(rows.map(({ product, meter, amount }) => [product, meter, amount])).toEqual([
      ["customerServiceEnterprise", "addOnDigital", 1],
      ["customerServiceEnterprise", "addOnVoice", 1],
      ["customerServiceEnterprise", "addOnBoth", 1],
      ["customerServiceEnterpriseAttach", "addOnDigital", 1],
      ["customerServiceEnterpriseAttach", "addOnVoice", 1],
      ["customerServiceEnterpriseAttach", "addOnBoth", 1],
    ]);
  });

  it("CC.routes: routes of Customer Service Enterprise itself only by the switch, never for Premium", () => {
    const rows = grantsOf("seed").filter(({ when }) => when?.customerServiceRoutes !== undefined);
    expect(rows.map(({ product, amount, when }) => [product, amount, when])).toEqual([
      ["customerServiceEnterprise", 50, { customerServiceRoutes: "true" }],
      ["customerServiceEnterpriseAttach", 50, { customerServiceRoutes: "true" }],
    ]);
  });

  it("CSI.entitlement: 100,000 cases for each user licence; the add-on has no known size", () => {
    const rows = grantsOf("seed").filter(({ meter }) => meter === "cases");
    expect(rows.map(({ product, amount, way }) => [product, amount, way.kind])).toEqual([
      ["serviceInsights", 100_000, "each"],
      ["customerServiceEnterprise", 100_000, "each"],
      ["customerServiceEnterpriseAttach", 100_000, "each"],
      ["customerServicePremium", 100_000, "each"],
      ["customerEngagementPlan", 100_000, "each"],
      ["serviceInsightsCases", 0, "unsized"],
    ]);
  });

  it("CC.routes.copilot-studio and CC.pva.exclusive: 25,000 messages a pack; 1,000 sessions with the old voice add-in, none with Contact Center Voice", () => {
    const rows = grantsOf("lg-2026-07").filter(
      ({ meter }) => meter === "copilotMessages" || meter === "copilotSessions",
    );
    expect(rows.map(({ product, meter, amount, way }) => [product, meter, amount, way.kind])).toEqual([
      ["copilotStudio", "copilotMessages", 25_000, "each"],
      ["omnichannelVoice", "copilotSessions", 1_000, "each"],
      ["powerVirtualAgents", "copilotSessions", 0, "unsized"],
    ]);
  });
});
