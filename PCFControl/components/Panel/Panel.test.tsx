import React from "react";
import { FluentProvider, webLightTheme } from "@fluentui/react-components";
import { cleanup, render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, test } from "vitest";
import { localeFrom } from "../../fixture/localeFrom.fixture";
import { asOf, sampleSnapshot } from "../../fixture/sampleSnapshot.fixture";
import { Panel } from "./Panel";
import type { PanelService, Reading } from "./Panel.types";

afterEach(cleanup);

const read: Reading = { kind: "read", snapshot: sampleSnapshot };

const service = (change: Partial<PanelService> = {}): PanelService => ({
  now: () => new Date("2026-11-22T20:05:00Z"),
  load: () => Promise.resolve(read),
  hasNewer: () => Promise.resolve(false),
  history: () => Promise.resolve({}),
  refresh: () => Promise.resolve(),
  follow: () => Promise.resolve(),
  ...change,
});

async function show(change: Partial<PanelService> = {}, lcid = 1033) {
  render(
    <FluentProvider theme={webLightTheme}>
      <Panel service={service(change)} locale={localeFrom(lcid)} />
    </FluentProvider>,
  );
  await screen.findByRole("heading", { level: 1, name: /Contoso|No |Kein/ });
  return userEvent.setup();
}

test("the overview says whose figures, how old, how complete, and what to do first", async () => {
  await show();
  expect(screen.getByText(/^As of/).textContent).toContain("(2 hours ago)");
  expect(screen.getByText("7 of 8 environments read")).toBeTruthy();
  const actions = screen.getByRole("region", { name: "What needs action first" });
  expect(
    within(actions)
      .getAllByRole("heading", { level: 3 })
      .map((heading) => heading.textContent),
  ).toEqual([
    "Urgent\u2002Interacted people: over the limit",
    "Urgent\u2002More outbound marketing installations than slots",
    "Warning\u2002Record routes: near the limit",
  ]);
  expect(within(actions).getByText("At least 21,450 of 20,000 people, over by at least 1,450 people.")).toBeTruthy();
  expect(screen.getAllByRole("heading", { level: 2 }).map((heading) => heading.textContent)).toEqual([
    "What needs action first",
    "People",
    "Storage pools",
    "Contact center",
    "Installations",
  ]);
});

test("a meter opens with the focus on its heading, and back returns to its row", async () => {
  const user = await show();
  await user.click(screen.getByRole("button", { name: "Interacted people" }));
  expect(document.activeElement).toBe(screen.getByRole("heading", { level: 2, name: "Interacted people" }));
  await user.click(screen.getByRole("button", { name: "Back to overview" }));
  expect(document.activeElement).toBe(screen.getByRole("button", { name: "Interacted people" }));
});

test("why this number: lines with formula, rule, source and marks that add up; readings of the rule", async () => {
  const user = await show();
  await user.click(screen.getByRole("button", { name: "Interacted people" }));
  const table = screen.getByRole("table", { name: "What Interacted people is made of" });
  const rows = within(table)
    .getAllByRole("row")
    .map((row) => row.textContent);
  expect(rows[2]).toContain("1 in the grace period");
  expect(rows[2]).toContain("inferred: confirm");
  expect(rows[2]).toContain("1 × 10,000 people");
  expect(rows[2]).toContain("Customer Insights license guidance (2024-06-12), “Entitlement details”");
  expect(rows[3]).toBe("Owned20,000 people");
  expect(rows[2]).toContain("10,000 people each, entered by Ada on May 3, 2026");
  expect(screen.getByText(/With “people once per tenant”: 20,000 people/)).toBeTruthy();
  expect(screen.getByText(/With “no longer count”, used: 20,900 people/)).toBeTruthy();
  expect(screen.getByText(/With “Licensing Guide, July 2026”: 15,000 people owned, 21,450 people used/)).toBeTruthy();
});

test("who uses it: ranked, with reasons for what is missing; search and type filter", async () => {
  const user = await show();
  await user.click(screen.getByRole("button", { name: "Interacted people" }));
  const names = () =>
    within(screen.getByRole("table", { name: "Environments using Interacted people" }))
      .getAllByRole("rowheader")
      .map((cell) => cell.textContent);
  expect(names()).toEqual([
    "Contoso Marketing",
    "Contoso Marketing Test",
    "=Developer",
    "Trial",
    "Contoso (default)",
    "Locked away",
  ]);
  expect(screen.getByText("Access was refused.")).toBeTruthy();
  await user.selectOptions(screen.getByRole("combobox", { name: "Type" }), "Production");
  expect(names()).toEqual(["Contoso Marketing", "Locked away"]);
  await user.type(screen.getByRole("searchbox", { name: "Search name, region or ID" }), "locked");
  expect(names()).toEqual(["Locked away"]);
});

test("storage says what is blocked, what is excluded, and what the admin center shows", async () => {
  const user = await show();
  await user.click(screen.getByRole("button", { name: "Database storage" }));
  expect(screen.getByText(/5 GB less than the sum of the licences/)).toBeTruthy();
  expect(screen.getByText(/Environments of this type do not count/)).toBeTruthy();
  expect(screen.getAllByText(/once, whatever the quantity/)).toHaveLength(1);
  await user.click(screen.getByRole("button", { name: "Back to overview" }));
  await user.click(screen.getByRole("button", { name: "File storage" }));
  expect(screen.getByText("2.5 GB covered by spare database storage")).toBeTruthy();
  expect(screen.getByText(/The platform refuses these until it is resolved: create an environment/)).toBeTruthy();
});

test("what neither is owned nor used is folded away by name, and going back unfolds it", async () => {
  const user = await show();
  const idle = screen.getByText("Call intelligence minutes", { selector: "summary *" });
  expect(idle.closest("summary")?.textContent).toBe("1 neither owned nor used Call intelligence minutes");
  expect(idle.closest("details")?.open).toBe(false);
  await user.click(screen.getByRole("button", { name: "Call intelligence minutes" }));
  await user.click(screen.getByRole("button", { name: "Back to overview" }));
  const row = screen.getByRole("button", { name: "Call intelligence minutes" });
  expect(document.activeElement).toBe(row);
  expect(row.closest("details")?.open).toBe(true);
});

test("a speed stands alone: no bar, no share, no users, no chart", async () => {
  const user = await show();
  const row = screen.getByRole("button", { name: "Sending speed" }).closest("li");
  expect(row?.textContent).toContain("140,000 messages an hour");
  expect(row?.querySelector("svg[role=img]")).toBeNull();
  await user.click(screen.getByRole("button", { name: "Sending speed" }));
  expect(screen.getAllByRole("region").map((region) => region.getAttribute("aria-label"))).toEqual([
    "Quota panel",
    "Why this number",
  ]);
});

const facts = () =>
  Object.fromEntries(
    screen.getAllByRole("term").map((term) => [term.textContent, term.nextElementSibling?.textContent]),
  );

test("what is to come: passed and coming levels with their range, growth a day, the jump, and what it rests on", async () => {
  const user = await show();
  expect(screen.getByText("full about Feb 10, 2027")).toBeTruthy();
  await user.click(screen.getByRole("button", { name: "Database storage" }));
  expect(facts()).toMatchObject({
    "Above 85%": "already the case",
    "Above 100%": "about Feb 10, 2027 (between Jan 6, 2027 and Mar 27, 2027)",
    "Growth a day": "about 31.3 MB (between 20 MB and 55 MB)",
    "Since Nov 21, 2026": "250 MB less",
  });
  expect(screen.getByText("Drawn from the trend of 60 daily figures.")).toBeTruthy();
});

test("what is to come: the month's end and its horizon, the highest month, the coming months of people", async () => {
  const user = await show();
  await user.click(screen.getByRole("button", { name: "Record routes" }));
  expect(facts()).toMatchObject({
    "End of the month": "about 6,000 routes (between 5,800 routes and 6,200 routes)",
    "Above 95%": "about Nov 25, 2026, at the earliest Nov 24, 2026; perhaps not this month",
    "Above 100%": "not this month",
    "Highest month":
      "260,000 interactions in Mar 2026; that asks for 26,000 people. Fewer than twelve months are known, so the peak may lie higher.",
  });
  await user.click(screen.getByRole("button", { name: "Back to overview" }));
  await user.click(screen.getByRole("button", { name: "Interacted people" }));
  const table = screen.getByRole("table", { name: "Interacted people: Month by month" });
  expect(within(table).getAllByRole("row").at(-1)?.textContent).toBe(
    "Dec 20261,450 peopleabout 20,400 people (between 20,100 people and 20,600 people)",
  );
  expect(screen.getByText(/Not every environment was read: use may be higher/)).toBeTruthy();
});

test("good to know: cards with their document, linked where its page is known; limits that no licence raises", async () => {
  const user = await show();
  await user.click(screen.getByRole("button", { name: "Interacted people" }));
  const cards = within(screen.getByRole("region", { name: "Good to know" })).getAllByRole("listitem");
  expect(cards[0]?.textContent).toMatch(/^Copying an environment copies its records but not the history/);
  expect(cards.map((card) => within(card).queryByRole("link")?.getAttribute("href"))).toEqual([
    "https://learn.example/copy",
    undefined,
  ]);
  await user.click(screen.getByRole("button", { name: "Back to overview" }));
  await user.click(screen.getByRole("button", { name: "Monthly interactions" }));
  expect(screen.getByText("300,000,000 interactions a month in one environment")).toBeTruthy();
  expect(facts()["Usable in one environment"]).toBe(
    "300,000,000 interactions: the limit of the service lies below what is owned.",
  );
});

test("an acknowledged finding no longer asks for action; it is folded at the end, with who, until when and why", async () => {
  const user = await show();
  const actions = screen.getByRole("region", { name: "What needs action first" });
  expect(within(actions).queryByText(/Voicebot/)).toBeNull();
  await user.click(screen.getByRole("button", { name: "Findings (6)" }));
  const words = screen.getByText("Acknowledged until Dec 31, 2026 by Ada: a test of the bot");
  expect(words.closest("details")?.querySelector("summary")?.textContent).toBe("1 acknowledged finding");
  expect(screen.getByRole("link", { name: "Rule CC.voice.voicebot" }).getAttribute("href")).toBe(
    "https://learn.example/voice",
  );
  await user.selectOptions(screen.getByRole("combobox", { name: "Severity" }), "Warning");
  expect(screen.queryByText(/1 acknowledged finding/)).toBeNull();
});

test("licences and sources: unknown ones with the next step, gaps with the reason", async () => {
  const user = await show({}, 1031);
  await user.click(screen.getByRole("button", { name: "Lizenzen" }));
  expect(screen.getByText(/Nicht im Katalog und daher nicht eingerechnet/)).toBeTruthy();
  await user.click(screen.getByRole("button", { name: "Quellen" }));
  const missing = screen.getByRole("table", { name: "Nicht gelesene Umgebungen" });
  expect(within(missing).getByRole("rowheader", { name: "Locked away" })).toBeTruthy();
  expect(screen.getByText("MarketingContacts")).toBeTruthy();
});

test("nothing to show is said in words with the next step, never as a raw error", async () => {
  await show({
    load: () => Promise.resolve({ kind: "trouble", trouble: { kind: "denied", detail: "0x80040220 SecLib" } }),
  });
  expect(screen.getByRole("alert").textContent).toContain("Ask an administrator for the security role Quota Reader");
  expect(screen.getByText("0x80040220 SecLib").closest("details")?.open).toBe(false);
});

test("a refresh shows phase, count, elapsed time and who asked; its end brings the new figures", async () => {
  const next: Reading = { kind: "read", snapshot: { ...sampleSnapshot, tenant: { id: "t", name: "Contoso GmbH" } } };
  let end: () => void = () => undefined;
  let current: Reading = read;
  const progress = {
    requestedBy: "Ada Admin",
    phase: "details",
    done: 997,
    total: 1000,
    startedAt: "2026-11-22T20:03:00Z",
    message: undefined,
  } as const;
  const user = await show({
    load: () => Promise.resolve(current),
    refresh: (report) => {
      report({
        kind: "following",
        since: new Date(asOf),
        overdue: false,
        progress: { ...progress, status: "running" },
      });
      return new Promise((resolve) => {
        end = () => {
          current = next;
          report({ kind: "ended", progress: { ...progress, status: "succeeded" } });
          resolve();
        };
      });
    },
  });
  await user.click(screen.getByRole("button", { name: "Refresh" }));
  expect(screen.getByRole("progressbar", { name: "Progress of the refresh" }).getAttribute("aria-valuenow")).toBe(
    "0.997",
  );
  expect(
    ["997 of 1,000", "2:00 min", "asked for by Ada Admin"].map((words) => screen.getByText(words).textContent),
  ).toHaveLength(3);
  end();
  await screen.findByRole("heading", { level: 1, name: "Contoso GmbH" });
  expect(screen.getAllByText("The figures are up to date.").length).toBeGreaterThan(0);
});

test("a failed reading keeps the figures and says so", async () => {
  let current: Reading = read;
  const user = await show({
    load: () => Promise.resolve(current),
    refresh: (report) => {
      current = { kind: "trouble", trouble: { kind: "unreachable" } };
      report({
        kind: "ended",
        progress: {
          status: "succeeded",
          requestedBy: undefined,
          phase: undefined,
          done: undefined,
          total: undefined,
          startedAt: undefined,
          message: undefined,
        },
      });
      return Promise.resolve();
    },
  });
  await user.click(screen.getByRole("button", { name: "Refresh" }));
  expect(await screen.findByText("The figures could not be read")).toBeTruthy();
  expect(screen.getByRole("button", { name: "Interacted people" })).toBeTruthy();
});
