import { describe, expect, it } from "vitest";
import { lowerBound, overLimit } from "./lowerBound";

const limits = { identity: 10, graph: 1, bap: 1, powerPlatform: 20, dataverse: 2, total: 50 };
const home = "home.crm.dynamics.com";

const tallyOf = (requests: Readonly<Record<string, number>>, highestConcurrency: Record<string, number> = {}) => ({
  total: 0,
  requests,
  statuses: {},
  highestConcurrency,
});

const bound = (requests: Readonly<Record<string, number>>) => lowerBound(tallyOf(requests), 100, home, limits);

describe("the lower bound of a run", () => {
  it("adds what must follow each other: four steps, the pages, the longest queue, the rows, six steps", () => {
    const found = bound({
      "api.bap.microsoft.com/list": 2,
      "api.powerplatform.com/licensing/environments/{id}/entitlements": 200,
      [`${home}/api/data/v9.2/dqp_snapshotparts()`]: 3,
      [`${home}/api/data/v9.2/dqp_meterhistories/Microsoft.Dynamics.CRM.UpsertMultiple`]: 3,
    });
    expect(found.longest).toEqual({ name: "api.powerplatform.com", requests: 200, limit: 20 });
    expect(found.milliseconds).toBe((4 + 2 + 200 / 20 + 6 / 2 + 6) * 100);
  });

  it("names sign-in when the tokens of the organisations take longest, with the question behind the last of them", () => {
    const found = bound({ "login.microsoftonline.com/{id}/oauth2/v2.0/token": 104 });
    expect(found.milliseconds).toBe((4 + 100 / 10 + 1 + 6) * 100);
  });

  it("names the limit over all when no single service is the narrow place", () => {
    const found = bound({
      "api.powerplatform.com/licensing/environments/{id}/entitlements": 100,
      "one.crm4.dynamics.com/api/data/v9.2/solutions": 500,
    });
    expect(found.longest).toEqual({ name: "all of them", requests: 600, limit: 50 });
  });

  it("does not grow by the progress that a slow run writes, nor by requests about the tenant", () => {
    const idle = bound({});
    const busy = bound({
      [`${home}/api/data/v9.2/dqp_runs()`]: 500,
      "api.powerplatform.com/licensing/tenantCapacity": 90,
      "graph.microsoft.com/v1.0/subscribedSkus": 90,
    });
    expect(busy.milliseconds).toBe(idle.milliseconds);
  });

  it("is refused where a host had more requests under way than its limit", () => {
    const highest = { "api.powerplatform.com": 20, "login.microsoftonline.com": 11, [home]: 3 };
    expect(overLimit(tallyOf({}, highest), limits)).toEqual(["login.microsoftonline.com: 11", `${home}: 3`]);
  });
});
