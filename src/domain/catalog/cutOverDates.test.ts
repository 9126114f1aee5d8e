import { describe, expect, it } from "vitest";
import {
  homeGeoOnlyUntil,
  installsUnlimitedFrom,
  legacyOffers,
  outboundUntil,
  storageExtensionDays,
} from "./cutOverDates";
import { grantsOf } from "./grants";

describe("days on which a rule changed", () => {
  it("CI-J.legacy.renewal: contracted before 2025-09-01, ending by 2027-09-01, for the four old base offers", () => {
    expect(legacyOffers).toEqual({
      products: ["marketingBase", "marketingAttach", "legacyInsightsBase", "legacyInsightsAttach"],
      contractedBefore: "2025-09-01",
      endingBy: "2027-09-01",
    });
  });

  it("CI-J.install.limit: every installation of Journeys and Data is unlimited from 2024-06-30, outbound never", () => {
    const ways = grantsOf("seed").filter(({ meter }) => meter === "installJourneys" || meter === "installData");
    expect(ways.filter(({ way }) => way.kind !== "unlimited" || way.from !== installsUnlimitedFrom)).toEqual([]);
    expect(installsUnlimitedFrom).toBe("2024-06-30");
    expect(grantsOf("seed").filter(({ meter, way }) => meter === "installOutbound" && way.kind !== "each")).toEqual([]);
  });

  it("CI-J.geo.visibility: the home geography alone up to and including 2024-06-14", () => {
    expect(homeGeoOnlyUntil).toBe("2024-06-14");
  });

  it("CI-J.install.outbound: in full up to and including 2025-06-30", () => {
    expect(outboundUntil).toBe("2025-06-30");
  });

  it("STO.extension: 30 days", () => {
    expect(storageExtensionDays).toBe(30);
  });
});
