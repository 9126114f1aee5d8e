import React from "react";
import { cleanup, render, screen } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { localeFrom } from "../../fixture/localeFrom.fixture";
import { sampleSnapshot } from "../../fixture/sampleSnapshot.fixture";
import { LocaleProvider } from "../Locale/Locale";
import { QuotaBar } from "./QuotaBar";
import { barShape } from "./useQuotaBar";

afterEach(cleanup);

/** A speed has no bar. */
const drawn = sampleSnapshot.meters.filter(({ status }) => status !== "rate");

test("every kind of figure has a shape of its own", () => {
  expect(Object.fromEntries(drawn.map((report) => [report.meter, barShape(report).kind]))).toEqual({
    interactedPeople: "beyond",
    monthlyInteractions: "unknown",
    unifiedPeople: "within",
    storageDatabase: "within",
    storageFile: "beyond",
    storageLog: "beyond",
    recordRoutes: "within",
    voicebotMinutes: "bare",
    callIntelligenceMinutes: "empty",
    installOutbound: "beyond",
    installJourneys: "unlimited",
    installData: "unknown",
    trialEnvironments: "within",
  });
});

test("the bar says everything that it draws", () => {
  render(
    <LocaleProvider value={localeFrom(1033)}>
      {drawn.map((report) => (
        <QuotaBar key={report.meter} report={report} />
      ))}
    </LocaleProvider>,
  );
  const names = screen.getAllByRole("img").map((bar) => bar.getAttribute("aria-label"));
  expect(names).toEqual([
    "Interacted people: at least 21,450 of 20,000 people, at least 107.2%, Over limit, over by at least 1,450 people",
    "Monthly interactions: Use not known · 400,000,000 interactions owned, Not known",
    "Unified people: 41,200 of 100,000 people, 41.2%, Within limit",
    "Database storage: 77.5 of 80 GB, 96.8%, Almost full",
    "File storage: 131.25 of 110 GB, 119.3%, Over limit, over by 18.75 GB",
    "Log storage: 5.5 of 4 GB, 137.5%, Covered, 1.5 GB covered by spare database storage",
    "Record routes: 4,400 of 5,000 routes, 88%, Near limit",
    "Voicebot minutes: 120 of 0 minutes, Over limit, over by 120 minutes",
    "Call intelligence minutes: 0 of 0 minutes, Not used",
    "Outbound marketing installations: 5 of 4 environments, 125%, Over limit, over by 1 environment",
    "Journeys installations: 6 environments, no limit, Unlimited",
    "Data installations: 2 environments, limit not known, Not known",
    "Trial environments: 1 of 1 environment, 100%, Within limit",
  ]);
});
