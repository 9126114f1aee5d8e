import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { RunningTenant } from "../../../src/simulator/contracts";
import { startTenant } from "../../../src/simulator/server";
import { allPages, get, rowsOf, tokenFor } from "../client";

/** Production has every application; UAT has Customer Insights alone; the team's environment has none. */
const production = "contoso.crm4.dynamics.com";
const uat = "contoso-uat.crm4.dynamics.com";
const team = "contoso-teams.crm4.dynamics.com";

let tenant: RunningTenant;
beforeAll(async () => {
  tenant = await startTenant({ profile: "contoso", now: () => new Date("2026-11-22T20:00:00Z") });
});
afterAll(() => tenant.close());

const url = (host: string, path: string) => `https://${host}/api/data/v9.2/${path}`;
const ask = async (path: string, host = production) =>
  get(tenant, url(host, path), await tokenFor(tenant, `https://${host}/.default`));
const fetchXml = async (set: string, xml: string, host = production) => {
  const answer = await ask(`${set}?fetchXml=${encodeURIComponent(xml)}`, host);
  expect([answer.status, answer.status === 200 ? "" : answer.text]).toEqual([200, ""]);
  return rowsOf(answer);
};
const counted = (path: string, host?: string) => ask(path, host).then((answer) => rowsOf(answer)[0]?.["n"]);

const contactCenter = [
  "msdyn_ocliveworkitems",
  "msdyn_ocsessions",
  "msdyn_botsessions",
  "msdyn_transcripts",
  "incidents",
];

describe("tables of applications", () => {
  test.each([
    [contactCenter, production, 200],
    [contactCenter, uat, 404],
    [contactCenter, team, 404],
    [["msdynci_customerprofiles", "msdyncrm_quotainfoentities"], production, 200],
    [["msdynci_customerprofiles", "msdyncrm_quotainfoentities"], uat, 200],
    [["msdynci_customerprofiles", "msdyncrm_quotainfoentities"], team, 404],
    [["bots", "conversationtranscripts"], team, 200],
  ])("%j at %s: %i", async (sets, host, status) => {
    for (const set of sets) {
      const answer = await ask(`${set}?$top=1`, host);
      expect([set, answer.status]).toEqual([set, status]);
      if (status === 404) {
        expect(answer.body).toEqual({
          error: { code: "0x80060888", message: `Resource not found for the segment '${set}'.` },
        });
      }
    }
  });

  test("their definitions are there where they are, and nowhere else", async () => {
    const definition = (name: string, host: string) =>
      ask(`EntityDefinitions(LogicalName='${name}')?$select=LogicalName,EntitySetName,ChangeTrackingEnabled`, host);
    expect((await definition("incident", production)).body).toMatchObject({
      LogicalName: "incident",
      EntitySetName: "incidents",
      ChangeTrackingEnabled: true,
    });
    expect((await definition("msdyncrm_quotainfoentity", uat)).body).toMatchObject({
      EntitySetName: "msdyncrm_quotainfoentities",
      ChangeTrackingEnabled: false,
    });
    const absent = await definition("incident", uat);
    expect([absent.status, (absent.body["error"] as { code: string }).code]).toEqual([404, "0x80041102"]);
    expect((await definition("dqp_panel", uat)).status).toBe(404);
    expect((await definition("dqp_panel", production)).status).toBe(200);
  });

  test("are counted without being filled, and the same afterwards", async () => {
    const names = [
      "msdynci_customerprofile",
      "incident",
      "msdyn_ocliveworkitem",
      "msdyn_transcript",
      "msdyncrm_quotainfoentity",
    ];
    const count = async () => {
      const list = names.map((name) => `'${name}'`).join(",");
      const answer = await ask(`RetrieveTotalRecordCount(EntityNames=[${list}])`);
      return (answer.body["EntityRecordCountCollection"] as { Values: number[] }).Values;
    };
    const before = await count();
    expect(before).toEqual([88_000, 3_600, 2_400, expect.any(Number), 2]);
    const transcripts = await allPages(
      tenant,
      url(production, "msdyn_transcripts?$select=msdyn_name"),
      await tokenFor(tenant, `https://${production}/.default`),
    );
    expect(transcripts.rows).toHaveLength(before[3] ?? 0);
    await ask("incidents?$top=1");
    expect(await count()).toEqual(before);
    const refused = await ask("RetrieveTotalRecordCount(EntityNames=['incident'])", uat);
    expect(refused.status).toBe(404);
  });
});

describe("the history of the contact center", () => {
  const month = "createdon ge 2026-11-01T00:00:00Z and createdon lt 2026-12-01T00:00:00Z";
  const holds = (channel: number) =>
    `Microsoft.Dynamics.CRM.ContainValues(PropertyName='msdyn_channel',PropertyValues=['${channel}'])`;
  const conversations = (filter: string) =>
    counted(`msdyn_ocliveworkitems?$apply=filter(${encodeURIComponent(filter)})/aggregate($count as n)`);

  test("has routed records every month, found by channel in either language", async () => {
    const routed = await conversations(`${holds(192350000)} and ${month}`);
    const [row] = await fetchXml(
      "msdyn_ocliveworkitems",
      '<fetch aggregate="true"><entity name="msdyn_ocliveworkitem"><attribute name="activityid" alias="n" aggregate="count"/><filter><condition attribute="msdyn_channel" operator="contain-values"><value>192350000</value></condition><condition attribute="createdon" operator="this-month"/></filter></entity></fetch>',
    );
    expect(row).toEqual({ n: routed });
    expect(Number(routed)).toBeGreaterThan(50);
    expect(await conversations(`${holds(192360000)} and ${holds(192390000)}`)).toBeGreaterThan(50);
  });

  test("happened before today, in working hours, each conversation in its order", async () => {
    const answer = await ask(
      "msdyn_ocliveworkitems?$select=createdon,msdyn_startedon,msdyn_closedon,msdyn_channel&$orderby=createdon desc&$top=5000",
    );
    const rows = rowsOf(answer);
    const at = (row: Record<string, unknown>, name: string) => Date.parse(String(row[name]));
    expect(rows).toHaveLength(2_400);
    expect(
      rows.every(
        (row) =>
          at(row, "createdon") <= at(row, "msdyn_startedon") && at(row, "msdyn_startedon") < at(row, "msdyn_closedon"),
      ),
    ).toBe(true);
    expect(rows.some((row) => [0, 6].includes(new Date(at(row, "createdon")).getUTCDay()))).toBe(false);
    expect([String(rows.at(-1)?.["createdon"]).slice(0, 7), String(rows[0]?.["createdon"]).slice(0, 10)]).toEqual([
      "2026-07",
      "2026-11-20",
    ]);
    expect(new Set(rows.map((row) => row["msdyn_channel"])).size).toBe(5);
  });

  test("joins bot sessions to calls, and transcripts to conversations", async () => {
    const [calls] = await fetchXml(
      "msdyn_botsessions",
      '<fetch aggregate="true"><entity name="msdyn_botsession"><attribute name="msdyn_botsessionid" alias="n" aggregate="count"/><attribute name="msdyn_endedon" alias="last" aggregate="max"/><link-entity name="msdyn_ocsession" from="activityid" to="msdyn_sessionid"><filter><condition attribute="msdyn_channel" operator="eq" value="192440000"/></filter></link-entity></entity></fetch>',
    );
    expect(Number(calls?.["n"])).toBeGreaterThan(300);
    const [transcribed] = await fetchXml(
      "msdyn_ocliveworkitems",
      '<fetch aggregate="true"><entity name="msdyn_ocliveworkitem"><attribute name="activityid" alias="n" aggregate="countcolumn" distinct="true"/><link-entity name="msdyn_transcript" from="msdyn_liveworkitemidid" to="activityid"/></entity></fetch>',
    );
    expect(Number(transcribed?.["n"])).toBeGreaterThan(1_000);
    const [orphans] = await fetchXml(
      "msdyn_botsessions",
      '<fetch aggregate="true"><entity name="msdyn_botsession"><attribute name="msdyn_botsessionid" alias="n" aggregate="count"/><link-entity name="msdyn_ocsession" from="activityid" to="msdyn_sessionid" link-type="outer" alias="s"/><filter><condition entityname="s" attribute="activityid" operator="null"/></filter></entity></fetch>',
    );
    expect(orphans).toEqual({ n: 0 });
  });

  test("is the same on the next start, and another one in another tenant", async () => {
    const ids = async (seed: number) => {
      const other = await startTenant({ profile: "contoso", seed, now: () => new Date("2026-11-22T03:00:00Z") });
      const token = await tokenFor(other, `https://${production}/.default`);
      const { text } = await get(
        other,
        url(production, "msdyn_ocsessions?$select=createdon&$orderby=createdon&$top=20"),
        token,
      );
      await other.close();
      return text;
    };
    const { text } = await ask("msdyn_ocsessions?$select=createdon&$orderby=createdon&$top=20");
    expect(await ids(1)).toBe(text);
    expect(await ids(2)).not.toBe(text);
  });
});

test("88,000 unified people are more than the service aggregates", async () => {
  const refused = await ask("msdynci_customerprofiles?$apply=aggregate($count as n)");
  expect([refused.status, (refused.body["error"] as { code: string }).code]).toEqual([400, "0x8004e023"]);
  expect((await ask("msdynci_customerprofiles/$count")).text).toBe("5000");
});

test("cases belong to people, and a new one can be made", async () => {
  const byOwner = await fetchXml(
    "incidents",
    '<fetch aggregate="true"><entity name="incident"><attribute name="incidentid" alias="n" aggregate="count"/><filter><condition attribute="createdon" operator="last-x-days" value="60"/></filter><link-entity name="systemuser" from="systemuserid" to="ownerid"><attribute name="fullname" alias="owner" groupby="true"/></link-entity></entity></fetch>',
  );
  expect(byOwner).toHaveLength(5);
  expect(byOwner.reduce((sum, row) => sum + Number(row["n"]), 0)).toBeGreaterThan(1_700);
  const token = await tokenFor(tenant, `https://${production}/.default`);
  const made = await fetch(`${tenant.base}/${production}/api/data/v9.2/incidents`, {
    method: "POST",
    headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
    body: JSON.stringify({ title: "New" }),
  });
  expect(made.status).toBe(204);
  expect((await ask("RetrieveTotalRecordCount(EntityNames=['incident'])")).text).toContain('"Values":[3601]');
});

test("an environment of the large tenant has more cases than can be aggregated, day by day they can", async () => {
  const large = await startTenant({ profile: "large", environments: 60, now: () => new Date("2026-11-22T20:00:00Z") });
  const crowded = large.profile.environments.find((one) => (one.activity?.cases ?? 0) > 50_000);
  const host = crowded?.host ?? "";
  const token = await tokenFor(large, `https://${host}/.default`);
  const count = async (filter: string) =>
    get(large, url(host, `incidents?$apply=${filter}aggregate($count as n)`), token);
  expect((await count("")).status).toBe(400);
  expect(rowsOf(await count("filter(createdon ge 2026-11-01T00:00:00Z)/"))[0]?.["n"]).toBeGreaterThan(5_000);
  await large.close();
});
