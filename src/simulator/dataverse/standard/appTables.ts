/** Tables that come with applications (apis.md 5.1 to 5.8), and those of Copilot Studio, which are everywhere. */
import type { TableDefinition } from "../definitions";
import type { Outline } from "./outline";
import { choice, lookup, outlined } from "./outline";

/** Packages that bring tables, by the names that they are installed under. */
const contactCenter = ["msdyn_TransformContactCenterAnchor", "OmnichannelPrimeAnchor"];
const customerInsightsData = ["msdyn_CustomerInsightsAnchor"];
const outboundMarketing = ["MicrosoftDynamics_MktCompleteAnchorSolution"];

/** Global choice `msdyn_streamsource` (apis.md 5.5). */
const channels = new Map([
  [19241000, "Microsoft Teams"],
  [192300000, "WhatsApp"],
  [192310000, "LINE"],
  [192320000, "WeChat"],
  [192330000, "Facebook"],
  [192340000, "SMS"],
  [192350000, "Entity Records"],
  [192350001, "Twitter"],
  [192350002, "Custom"],
  [192360000, "Live chat"],
  [192370000, "Voice"],
  [192380000, "Video"],
  [192390000, "Co-browse"],
  [192400000, "Screen sharing"],
  [192440000, "Voice call"],
  [192450000, "Apple Messages for Business"],
  [192450001, "Google's Business Messages"],
]);

const outcomes = new Map([
  [419550000, "None"],
  [419550001, "Resolved"],
  [419550002, "Escalated"],
  [419550003, "Abandoned"],
]);

const caseOrigins = new Map([
  [1, "Phone"],
  [2, "Email"],
  [3, "Web"],
]);
const priorities = new Map([
  [1, "High"],
  [2, "Normal"],
  [3, "Low"],
]);

const conversations: Outline = {
  logicalName: "msdyn_ocliveworkitem",
  entitySetName: "msdyn_ocliveworkitems",
  primaryId: "activityid",
  primaryName: "subject",
  presentIn: contactCenter,
  ownership: "UserOwned",
  isWritable: true,
  tracksChanges: true,
  columns: {
    activityid: "guid",
    subject: "text",
    msdyn_createdon: "datetime",
    msdyn_initiatedon: "datetime",
    msdyn_startedon: "datetime",
    msdyn_closedon: "datetime",
    msdyn_routableobjectlogicalname: "text",
    msdyn_routableobjectid: "text",
    msdyn_isoutbound: "boolean",
    msdyn_transfercount: "integer",
    msdyn_conversationtalktimeinseconds: "integer",
    msdyn_conversationhandletimeinseconds: "integer",
    msdyn_conversationholdtimeinseconds: "integer",
    msdyn_conversationwrapuptimeinseconds: "integer",
    msdyn_thirdpartyconversation: "boolean",
  },
  further: [choice("msdyn_channel", channels, "choices")],
};

const sessions: Outline = {
  logicalName: "msdyn_ocsession",
  entitySetName: "msdyn_ocsessions",
  primaryId: "activityid",
  primaryName: "subject",
  presentIn: contactCenter,
  ownership: "UserOwned",
  isWritable: true,
  tracksChanges: true,
  columns: {
    activityid: "guid",
    subject: "text",
    msdyn_sessioncreatedon: "datetime",
    msdyn_agentacceptedon: "datetime",
    msdyn_sessionclosedon: "datetime",
  },
  further: [
    choice("msdyn_channel", channels),
    lookup("msdyn_liveworkitemid", "msdyn_ocliveworkitem", "msdyn_LiveWorkItemId"),
  ],
};

const botSessions: Outline = {
  logicalName: "msdyn_botsession",
  entitySetName: "msdyn_botsessions",
  primaryName: "msdyn_name",
  presentIn: contactCenter,
  ownership: "UserOwned",
  isWritable: true,
  tracksChanges: true,
  columns: {
    msdyn_botsessionid: "guid",
    msdyn_name: "text",
    msdyn_botid: "text",
    msdyn_startedon: "datetime",
    msdyn_endedon: "datetime",
    msdyn_isengaged: "boolean",
  },
  further: [choice("msdyn_outcome", outcomes), lookup("msdyn_sessionid", "msdyn_ocsession", "msdyn_SessionId")],
};

const transcripts: Outline = {
  logicalName: "msdyn_transcript",
  entitySetName: "msdyn_transcripts",
  primaryName: "msdyn_name",
  presentIn: contactCenter,
  ownership: "UserOwned",
  isWritable: true,
  tracksChanges: true,
  columns: { msdyn_transcriptid: "guid", msdyn_name: "text" },
  further: [lookup("msdyn_liveworkitemidid", "msdyn_ocliveworkitem", "msdyn_LiveWorkItemIdId")],
};

const cases: Outline = {
  logicalName: "incident",
  entitySetName: "incidents",
  primaryName: "title",
  presentIn: contactCenter,
  ownership: "UserOwned",
  isWritable: true,
  tracksChanges: true,
  columns: { incidentid: "guid", title: "text", ticketnumber: "text" },
  further: [choice("caseorigincode", caseOrigins), choice("prioritycode", priorities)],
};

const customerProfiles: Outline = {
  logicalName: "msdynci_customerprofile",
  entitySetName: "msdynci_customerprofiles",
  primaryName: "msdynci_fullname",
  presentIn: customerInsightsData,
  ownership: "OrganizationOwned",
  columns: { msdynci_customerprofileid: "guid", msdynci_customerid: "text", msdynci_fullname: "text" },
};

const quotaInfo: Outline = {
  logicalName: "msdyncrm_quotainfoentity",
  entitySetName: "msdyncrm_quotainfoentities",
  primaryName: "msdyncrm_quotainfoentityname",
  presentIn: outboundMarketing,
  ownership: "OrganizationOwned",
  columns: {
    msdyncrm_quotainfoentityid: "guid",
    msdyncrm_quotainfoentityname: "text",
    msdyncrm_quotainfo_quota_amount: "text",
    msdyncrm_quotainfo_last_refreshed: "datetime",
  },
};

const bots: Outline = {
  logicalName: "bot",
  entitySetName: "bots",
  primaryName: "name",
  ownership: "UserOwned",
  columns: { botid: "guid", name: "text", schemaname: "text", publishedon: "datetime" },
};

const botTranscripts: Outline = {
  logicalName: "conversationtranscript",
  entitySetName: "conversationtranscripts",
  primaryName: "name",
  ownership: "UserOwned",
  columns: { conversationtranscriptid: "guid", name: "text", conversationstarttime: "datetime", content: "memo" },
  further: [lookup("bot_conversationtranscriptid", "bot", "bot_ConversationTranscriptId")],
};

export const appTables: readonly TableDefinition[] = [
  conversations,
  sessions,
  botSessions,
  transcripts,
  cases,
  customerProfiles,
  quotaInfo,
  bots,
  botTranscripts,
].map((outline) => ({ ...outlined(outline), isRefilled: true }));
