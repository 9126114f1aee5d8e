import type { Browser } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { Measured, MeterId, MeterReport } from "../../src/domain";
import { launch } from "./browser";
import { startPanelHost, type PanelHost } from "./panelHost";
import { PanelPage, type PageChoice } from "./panelPage";

let host: PanelHost;
let browser: Browser;
let panel: PanelPage;

beforeAll(async () => {
  [host, browser] = await Promise.all([startPanelHost("contoso"), launch()]);
});
afterAll(async () => {
  await browser.close();
  await host.close();
});
afterEach(() => panel.close());

const open = async (choice?: PageChoice): Promise<void> => {
  panel = await PanelPage.open(browser, host.address, choice);
};

const reportOf = (meter: MeterId): MeterReport => {
  const report = host.snapshot.meters.find((candidate) => candidate.meter === meter);
  if (report === undefined) throw new Error(`The snapshot has no meter ${meter}.`);
  return report;
};

const known = (measured: Measured): number => {
  if (measured.kind !== "known") throw new Error("The story of this tenant has a figure here.");
  return measured.value;
};

const people = new Intl.NumberFormat("en-US");

describe("overview", () => {
  it("says whose figures these are, how old and how complete", async () => {
    await open();
    const { coverage, tenant } = host.snapshot;
    expect(await panel.tenantName.innerText()).toBe(tenant.name);
    const header = await panel.page.locator("#form header").innerText();
    expect(header).toMatch(/As of .+\(.+\)/);
    expect(header).toContain(`${coverage.read} of ${coverage.total} environments`);
    expect(header).toMatch(/Rules: /);
  });

  it("shows what is used and owned of every meter, with its status in words", async () => {
    await open();
    const { used, owned } = reportOf("interactedPeople");
    expect(await panel.meter("Interacted people").innerText()).toContain(
      `${people.format(known(used))} of ${people.format(known(owned))} people`,
    );
    const log = reportOf("storageLog");
    expect(await panel.meter("Log storage").innerText()).toMatch(
      new RegExp(`${known(log.used) / 1000} of ${known(log.owned) / 1000} GB[\\s\\S]*Covered`),
    );
    const outbound = reportOf("installOutbound");
    expect(await panel.meter("Outbound marketing installations").innerText()).toMatch(
      new RegExp(`${known(outbound.used)} of ${known(outbound.owned)} environments[\\s\\S]*Over limit`),
    );
    expect(await panel.meter("Record routes").innerText()).toMatch(/not known[\s\S]*[\d,]+ routes/);
  });

  it("puts first what needs action", async () => {
    await open();
    const actions = panel.section("What needs action first");
    const items = await actions.getByRole("listitem").allInnerTexts();
    expect(items[0]).toMatch(/^Urgent/);
    expect(items.join("\n")).toContain("At least 10,500 of 10,000 people, over by at least 500 people");
  });
});

describe("a meter", () => {
  it("says why the number is what it is, line by line, and the lines add up", async () => {
    await open();
    await panel.openMeter("Database storage");
    const { owned, contributions } = reportOf("storageDatabase");
    const why = panel.section("Why this number");
    const rows = why.locator("tbody tr");
    expect(await rows.count()).toBe(contributions.length);
    for (const [index, { productName, rule, source }] of contributions.entries()) {
      const text = await rows.nth(index).innerText();
      expect(text).toContain(productName);
      expect(text).toContain(rule);
      expect(text).toContain(source.section);
    }
    expect(await why.locator("tfoot").innerText()).toContain(`${known(owned) / 1000} GB`);
  });

  it("ranks who uses it and says what is left out and why", async () => {
    await open();
    await panel.openMeter("Interacted people");
    const rows = panel.section("Who uses it").locator("tbody tr");
    const used = host.snapshot.environments
      .flatMap(({ name, usage }) => {
        const entry = usage.find(({ meter }) => meter === "interactedPeople");
        return entry?.counted.kind === "known" ? [{ name, value: entry.counted.value }] : [];
      })
      .sort((first, second) => second.value - first.value);
    const text = await rows.first().innerText();
    expect(text).toContain(used[0]?.name);
    expect(text).toContain(people.format(used[0]?.value ?? 0));
    expect(await panel.section("Who uses it").innerText()).toContain(
      "No service gives this figure, and none was imported.",
    );
  });
});

describe("Refresh", () => {
  it("asks for a sync, shows that it goes on, and brings the new snapshot without a reload", async () => {
    await open();
    await panel.page.evaluate("window.notReloaded = true");
    host.tenant.knobs.latencyMs = 100;
    const header = panel.page.locator("#form header");
    const before = await panel.page.request.get(`${host.address}/api/data/v9.2/dqp_panels`).then((r) => r.text());
    await panel.refresh.click();
    await panel.page.getByRole("progressbar", { name: "Progress of the refresh" }).waitFor();
    await panel.page
      .getByText(/The figures are up to date/)
      .first()
      .waitFor({ timeout: 90_000 });
    host.tenant.knobs.latencyMs = 0;
    const after = await panel.page.request.get(`${host.address}/api/data/v9.2/dqp_panels`).then((r) => r.text());
    const pointer = (text: string) => /"_dqp_currentsnapshotid_value":"([^"]+)"/.exec(text)?.[1];
    expect(pointer(after)).not.toBe(pointer(before));
    expect(await header.innerText()).toMatch(/As of /);
    expect(await panel.page.evaluate("window.notReloaded")).toBe(true);
    expect(panel.errors).toEqual([]);
  });
});

const looks: readonly (readonly [string, PageChoice])[] = [
  ["light", {}],
  ["dark", { theme: "dark" }],
  ["German, right to left", { lang: 1031, dir: "rtl" }],
  ["320 pixels", { width: 320 }],
  ["320 pixels, dark, right to left", { width: 320, theme: "dark", dir: "rtl" }],
  ["1,920 pixels", { width: 1920 }],
  ["forced colours", { forcedColors: "active" }],
];

describe.each(looks)("%s", (_name, choice) => {
  it("is accessible, fits its width, has no errors and asks nobody but this machine", async () => {
    await open(choice);
    expect(await panel.accessibilityFaults()).toEqual([]);
    expect(await panel.overhang()).toBe(0);
    await panel.page.locator("[data-meter=storageDatabase]").click();
    await panel.page.getByRole("heading", { level: 2 }).waitFor();
    expect(await panel.accessibilityFaults()).toEqual([]);
    expect(await panel.overhang()).toBe(0);
    expect(panel.errors).toEqual([]);
    expect([...panel.hosts]).toEqual(["127.0.0.1"]);
  });
});

describe("theme", () => {
  it("follows the page while it is shown", async () => {
    await open();
    const shown = "document.querySelector('#form .fui-FluentProvider')";
    const background = () => panel.page.evaluate(`getComputedStyle(${shown}).backgroundColor`);
    const light: unknown = await background();
    await panel.page.getByLabel("Theme").selectOption("dark");
    await expect.poll(background).not.toBe(light);
  });

  it("speaks the language that is picked", async () => {
    await open();
    await panel.page.getByLabel("Language").selectOption("1031");
    await panel.page.getByRole("button", { name: "Aktualisieren" }).waitFor();
    expect(await panel.page.locator("html").getAttribute("lang")).toBe("de");
  });
});

describe("by keyboard alone", () => {
  it("opens a meter, lands on its heading, and goes back to where it came from", async () => {
    await open();
    await panel.tabTo("Interacted people");
    await panel.page.keyboard.press("Enter");
    const heading = panel.page.getByRole("heading", { level: 2, name: "Interacted people" });
    await expect.poll(() => panel.hasFocus(heading)).toBe(true);
    await panel.tabTo("Back to overview", "Shift+Tab");
    await panel.page.keyboard.press("Enter");
    const row = panel.page.getByRole("button", { name: "Interacted people", exact: true });
    await expect.poll(() => panel.hasFocus(row)).toBe(true);
  });
});
