/** The panel as a person meets it: by its headings, its rows and its buttons. */
import axe from "axe-core";
import type { Browser, BrowserContextOptions, Locator, Page } from "playwright-core";
import { expect } from "vitest";

export interface PageChoice {
  readonly theme?: "light" | "dark";
  readonly lang?: 1033 | 1031;
  readonly dir?: "ltr" | "rtl";
  readonly width?: number;
  readonly forcedColors?: "active";
}

const contextOf = ({ width = 1280, forcedColors }: PageChoice): BrowserContextOptions => ({
  viewport: { width, height: 900 },
  locale: "en-US",
  ...(forcedColors === undefined ? {} : { forcedColors }),
});

export class PanelPage {
  private constructor(
    readonly page: Page,
    /** Where the page and its scripts have sent requests. */
    readonly hosts: ReadonlySet<string>,
    /** Errors of scripts and of the console. */
    readonly errors: readonly string[],
  ) {}

  static async open(browser: Browser, address: string, choice: PageChoice = {}): Promise<PanelPage> {
    const { theme = "light", lang = 1033, dir = "ltr" } = choice;
    const context = await browser.newContext(contextOf(choice));
    const page = await context.newPage();
    const hosts = new Set<string>();
    const errors: string[] = [];
    page.on("request", (request) => {
      if (!request.url().startsWith("data:")) hosts.add(new URL(request.url()).hostname);
    });
    page.on("pageerror", (error) => errors.push(error.message));
    page.on("console", (message) => {
      if (message.type() === "error") errors.push(message.text());
    });
    await page.goto(`${address}/?theme=${theme}&lang=${lang}&dir=${dir}`);
    await page.locator("#form h1").waitFor();
    return new PanelPage(page, hosts, errors);
  }

  get tenantName(): Locator {
    return this.page.getByRole("heading", { level: 1 });
  }

  /** The row of a meter on the overview. */
  meter(name: string): Locator {
    return this.page.getByRole("listitem").filter({ has: this.page.getByRole("button", { name, exact: true }) });
  }

  async openMeter(name: string): Promise<void> {
    await this.page.getByRole("button", { name, exact: true }).click();
    await this.page.getByRole("heading", { level: 2, name }).waitFor();
  }

  section(name: string): Locator {
    return this.page.getByRole("region", { name, exact: true });
  }

  get refresh(): Locator {
    return this.page.getByRole("button", { name: /^Refresh(ing)?$/ });
  }

  /** Rules of WCAG 2.2 A and AA and the good practices that axe knows, each with what breaks it. */
  async accessibilityFaults(): Promise<readonly string[]> {
    // The page's own policy lets no script in; evaluation by the debugger is no part of the page.
    await this.page.evaluate(axe.source);
    const faults: unknown = await this.page.evaluate(
      "axe.run().then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html).join(' | ')))",
    );
    return Array.isArray(faults) ? faults.map(String) : [String(faults)];
  }

  /** Pixels by which the page is wider than its window. */
  async overhang(): Promise<number> {
    return Number(
      await this.page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"),
    );
  }

  async hasFocus(element: Locator): Promise<boolean> {
    return (await element.and(this.page.locator(":focus")).count()) === 1;
  }

  /** Presses the key until the named button has the focus; fails when it is not reached. */
  async tabTo(name: string, key: "Tab" | "Shift+Tab" = "Tab"): Promise<void> {
    const button = this.page.getByRole("button", { name, exact: true });
    for (let presses = 0; presses < 60; presses++) {
      if (await this.hasFocus(button)) return;
      await this.page.keyboard.press(key);
    }
    expect.fail(`${key} does not lead to ${name}.`);
  }

  close(): Promise<void> {
    return this.page.context().close();
  }
}
