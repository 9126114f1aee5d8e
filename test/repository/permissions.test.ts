/** docs/permissions.md says what the product asks of each service; it and `quota-panel doctor` have one source. */
import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { format, resolveConfig } from "prettier";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { endpoints, type ServiceId } from "../../src/app/doctor/endpoints";
import { steps } from "../../src/app/doctor/steps";
import { sync } from "../../src/app/sync";
import { simulatorRoute } from "../../src/adapters/http/routes";
import { compose } from "../../src/hosts/compose";
import { demoConfig } from "../../src/hosts/demo/demoConfig";
import type { RunningTenant } from "../../src/simulator/contracts";
import { startTenant } from "../../src/simulator/server";
import { withGenerated } from "./permissionsPage";

const path = fileURLToPath(new URL("../../docs/permissions.md", import.meta.url));

describe("docs/permissions.md", () => {
  it("says what the table of calls says; after a change of the table: npm run docs", async () => {
    const config = await resolveConfig(path);
    const page = await format(withGenerated(readFileSync(path, "utf8")), { ...config, parser: "markdown" });
    await expect(page).toMatchFileSnapshot("../../docs/permissions.md");
  });
});

describe("the table of calls", () => {
  let tenant: RunningTenant;
  beforeAll(async () => {
    tenant = await startTenant({ profile: "contoso" });
  });
  afterAll(() => tenant.close());

  it("has each call and each step once", () => {
    const ids = [...endpoints, ...steps].map(({ id }) => id);
    expect(ids).toEqual([...new Set(ids)]);
  });

  const servicesAt = (host: string): readonly ServiceId[] => {
    if (host === "graph.microsoft.com") return ["graph"];
    if (host === "api.bap.microsoft.com") return ["bap"];
    if (host === "api.powerplatform.com") return ["powerPlatform"];
    return host === tenant.homeHost ? ["home", "dataverse"] : ["dataverse"];
  };

  const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");
  const patternOf = (template: string): RegExp =>
    new RegExp(
      `^${escaped(template)
        .replaceAll(/\\\{\w+\\\}/g, "[^/]+")
        .replace(/\\\*$/, ".*")}$`,
    );

  const isKnown = (url: string): boolean => {
    const { host, pathname } = new URL(url);
    const services = servicesAt(host);
    return endpoints.some(
      ({ service, path: template }) => services.includes(service) && patternOf(template).test(pathname),
    );
  };

  it("has every call of a run; a new one belongs into src/app/doctor/endpoints.ts", async () => {
    const asked = new Set<string>();
    const route = simulatorRoute(tenant.base);
    const watched = (url: string): string => {
      if (new URL(url).host !== "login.microsoftonline.com") asked.add(url);
      return route(url);
    };
    const composition = compose(demoConfig(tenant), watched);
    const { signal } = new AbortController();
    const { settings, tenant: named } = await composition.settled(signal);
    const run = { id: randomUUID(), trigger: "commandLine" } as const;
    await sync(composition.ports, { tenant: named, run, settings, signal, onProgress: () => undefined });
    await composition.ports.store.requests(signal);
    expect([...asked].filter((url) => !isKnown(url))).toEqual([]);
  });
});
