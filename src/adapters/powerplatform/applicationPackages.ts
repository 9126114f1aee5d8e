/**
 * `GET appmanagement/environments/{id}/applicationPackages` (apis.md 3.3). Asked without the state filter: a failed
 * install still holds a slot, and the values that the filter takes are not published.
 */
import * as v from "valibot";
import type { ApplicationPackage, PackageState } from "../../domain";
import { getJson } from "../http/readJson";
import { allItems, pageOf } from "../http/pages";
import { powerPlatformApiVersion, type Service } from "./connect";

const states: Readonly<Record<string, PackageState>> = {
  Installed: "Installed",
  InstallFailed: "InstallFailed",
  Installing: "Installing",
  InstallRequested: "InstallRequested",
  InstallScheduled: "InstallScheduled",
  InstallRetrying: "InstallRetrying",
  None: "None",
};

const applicationPackage = v.pipe(
  v.object({
    uniqueName: v.string(),
    localizedName: v.nullish(v.string()),
    applicationName: v.nullish(v.string()),
    state: v.string(),
    lastError: v.nullish(v.object({ errorName: v.nullish(v.string()), message: v.nullish(v.string()) })),
  }),
  v.transform(({ uniqueName, localizedName, applicationName, state, lastError }): ApplicationPackage => ({
    uniqueName,
    name: localizedName ?? applicationName ?? uniqueName,
    state: states[state] ?? "other",
    ...errorOf(lastError?.message ?? lastError?.errorName),
  })),
);

function errorOf(text: string | null | undefined): { readonly lastError?: string } {
  return text ? { lastError: text } : {};
}

const page = pageOf(applicationPackage);

export function readApplicationPackages(
  powerPlatform: Service,
  environmentId: string,
  signal: AbortSignal,
): Promise<readonly ApplicationPackage[]> {
  const path = `/appmanagement/environments/${environmentId}/applicationPackages`;
  const first = `${powerPlatform.origin}${path}?api-version=${powerPlatformApiVersion}`;
  return allItems(first, (url) => getJson(powerPlatform.send, { url, schema: page, signal }));
}
