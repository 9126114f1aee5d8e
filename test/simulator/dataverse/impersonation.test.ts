import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { RunningTenant } from "../../../src/simulator/contracts";
import { startTenant } from "../../../src/simulator/server";
import { answerOf, audiences, get, rowsOf, tokenFor, type Answer } from "../client";

const production = "contoso.crm4.dynamics.com";
let tenant: RunningTenant;
let token: string;
beforeAll(async () => {
  tenant = await startTenant({ profile: "contoso", now: () => new Date("2026-11-22T20:00:00Z") });
  token = await tokenFor(tenant, `https://${production}/.default`);
});
afterAll(() => tenant.close());

const people = () => tenant.profile.environments.find((one) => one.host === production)?.people ?? [];
const [lead, agent] = [() => people()[0]?.objectId ?? "", () => people()[1]?.objectId ?? ""];
const errorCode = (answer: Answer) => (answer.body["error"] as { code: string } | undefined)?.code;

const as = (headers: Record<string, string>, path: string) =>
  get(tenant, `https://${production}/api/data/v9.2/${path}`, token, headers);
const asObject = (objectId: string, path: string) => as({ CallerObjectId: objectId }, path);
const counted = async (answer: Promise<Answer>) => rowsOf(await answer)[0]?.["n"];

const total = "incidents?$apply=aggregate($count as n)";
const byFetch = `incidents?fetchXml=${encodeURIComponent('<fetch aggregate="true"><entity name="incident"><attribute name="incidentid" alias="n" aggregate="count"/></entity></fetch>')}`;

describe("acting for somebody else", () => {
  test("sees what that person may read: a lead all cases, an agent the own ones, in every way of asking", async () => {
    expect(await counted(as({}, total))).toBe(3_600);
    expect(await counted(asObject(lead(), total))).toBe(3_600);
    expect(await counted(asObject(agent(), total))).toBe(720);
    expect(await counted(asObject(agent(), byFetch))).toBe(720);
    expect(rowsOf(await asObject(agent(), "incidents?$select=title"))).toHaveLength(720);
    expect((await asObject(agent(), "incidents/$count")).text).toBe("720");
    const joined =
      '<fetch aggregate="true"><entity name="systemuser"><attribute name="systemuserid" alias="n" aggregate="count"/><link-entity name="incident" from="ownerid" to="systemuserid"/></entity></fetch>';
    expect(await counted(asObject(agent(), `systemusers?fetchXml=${encodeURIComponent(joined)}`))).toBe(720);
  });

  test("is that person: by the object id of Graph or by the id of the user", async () => {
    const users = await get(
      tenant,
      "https://graph.microsoft.com/v1.0/users?$select=id,displayName&$top=999",
      await tokenFor(tenant, audiences.graph),
    );
    const user = rowsOf(users).find((one) => one["id"] === agent());
    const who = await asObject(agent().toUpperCase(), "WhoAmI");
    const row = await as(
      {},
      `systemusers(${String(who.body["UserId"])})?$select=fullname,azureactivedirectoryobjectid`,
    );
    expect(row.body).toMatchObject({ fullname: user?.["displayName"], azureactivedirectoryobjectid: agent() });
    expect(await counted(as({ MSCRMCallerID: String(who.body["UserId"]) }, total))).toBe(720);
  });

  test("does not open a case of somebody else, and opens an own one", async () => {
    const [own] = rowsOf(await asObject(agent(), "incidents?$select=title&$top=1"));
    const me = String((await asObject(agent(), "WhoAmI")).body["UserId"]);
    const [foreign] = rowsOf(await as({}, `incidents?$select=title&$top=1&$filter=_ownerid_value ne ${me}`));
    expect((await asObject(agent(), `incidents(${String(own?.["incidentid"])})`)).status).toBe(200);
    const refused = await asObject(agent(), `incidents(${String(foreign?.["incidentid"])})`);
    expect([refused.status, errorCode(refused)]).toEqual([403, "0x80040220"]);
  });

  test("tracks changes only for a person who may read all rows", async () => {
    const tracked = (objectId: string) =>
      as({ CallerObjectId: objectId, Prefer: "odata.track-changes" }, "incidents?$select=title");
    const whole = await tracked(lead());
    expect([rowsOf(whole).length, typeof whole.body["@odata.deltaLink"]]).toEqual([3_600, "string"]);
    const refused = await tracked(agent());
    expect([refused.status, errorCode(refused)]).toEqual([403, "0x80040220"]);
  });

  test("for a whole batch, or for one request of it", async () => {
    const part = (header: string) =>
      `--b\r\nContent-Type: application/http\r\nContent-Transfer-Encoding: binary\r\n\r\nGET /api/data/v9.2/incidents/$count HTTP/1.1\r\n${header}\r\n\r\n\r\n`;
    const send = async (header: string, headers: Record<string, string>) => {
      const answer = await answerOf(
        await fetch(`${tenant.base}/${production}/api/data/v9.2/$batch`, {
          method: "POST",
          headers: { authorization: `Bearer ${token}`, "content-type": "multipart/mixed; boundary=b", ...headers },
          body: `${part(header)}${part("Accept: */*")}--b--\r\n`,
        }),
      );
      return [...answer.text.matchAll(/\r\n\r\n(\d+)\r\n/g)].map(([, count]) => count);
    };
    expect(await send(`CallerObjectId: ${agent()}`, {})).toEqual(["720", "3600"]);
    expect(await send("Accept: */*", { CallerObjectId: agent() })).toEqual(["720", "720"]);
  });

  test("is refused for a person without a user here", async () => {
    const answer = await asObject("99999999-0000-4000-8000-000000000001", total);
    expect([answer.status, errorCode(answer)]).toEqual([403, "0x80072560"]);
  });

  test("is refused where the application user has no such privilege", async () => {
    const uat = "contoso-uat.crm4.dynamics.com";
    const answer = await get(
      tenant,
      `https://${uat}/api/data/v9.2/WhoAmI`,
      await tokenFor(tenant, `https://${uat}/.default`),
      {
        CallerObjectId: lead(),
      },
    );
    expect([answer.status, answer.body]).toEqual([
      403,
      { error: { code: "0x80040220", message: "Principal user is missing prvActOnBehalfOfAnotherUser privilege." } },
    ]);
  });
});
