import { describe, expect, it } from "vitest";
import { addOnUnits, storagePurchase } from "./storageAddOns";

describe("CC.storage.more", () => {
  it.each([
    [0, 0],
    [1, 1],
    [999, 1],
    [1_000, 1],
    [1_001, 2],
    [5_000, 5],
    [5_001, 6],
  ])("%i MB over take %i add-ons of 1 GB", (over, units) => {
    expect(addOnUnits(over)).toBe(units);
  });

  it.each([
    ["storageDatabase", "dataverseDatabase", "Dataverse Database Capacity (1 GB)"],
    ["storageFile", "dataverseFile", "Dataverse File Capacity (1 GB)"],
    ["storageLog", "dataverseLog", "Dataverse Log Capacity (1 GB)"],
  ] as const)("%s is bought as %s", (meter, product, productName) => {
    expect(storagePurchase(meter, 2_500)).toEqual({ product, productName, units: 3 });
  });
});
