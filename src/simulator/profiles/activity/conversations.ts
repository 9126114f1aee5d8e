/**
 * The contact center (apis.md 5.5, 5.6): conversations of the last 120 days over several channels, a session for each,
 * bots before most calls and chats, transcripts of all chats and most calls.
 */
import { momentAt, stored } from "./dice";
import { ownerOf, type RowInput, type SourceRow } from "./row";

const days = 120;

const record = "192350000";
const chat = "192360000";
const chatWithCoBrowse = "192360000,192390000";
const call = "192440000";
const whatsApp = "192300000";

/** Shares of a hundred. */
const channels: readonly (readonly [until: number, channel: string])[] = [
  [35, record],
  [60, chat],
  [65, chatWithCoBrowse],
  [90, call],
  [100, whatsApp],
];

const channelAt = (share: number): string => channels.find(([until]) => share * 100 < until)?.[1] ?? whatsApp;

interface Conversation {
  readonly id: string;
  readonly channel: string;
  readonly createdAt: number;
  readonly startedAt: number;
  readonly closedAt: number;
  readonly botSeconds: number;
  readonly hasBot: boolean;
  readonly hasTranscript: boolean;
  readonly outcome: number;
}

const conversationAt = ({ now, activity, dice }: RowInput, index: number): Conversation => {
  const { id, draw } = dice("msdyn_ocliveworkitem");
  const next = draw(index);
  const channel = channelAt(next());
  const createdAt = momentAt(now, days, index, activity.conversations ?? 1, next);
  const startedAt = createdAt + Math.floor(next() * 120) * 1_000;
  const isRecord = channel === record;
  return {
    id: id(index),
    channel,
    createdAt,
    startedAt,
    closedAt: startedAt + (180 + Math.floor(next() * 540)) * 1_000,
    botSeconds: 30 + Math.floor(next() * 150),
    hasBot: !isRecord && next() < 0.7,
    hasTranscript: !isRecord && (channel !== call || next() < 0.8),
    outcome: 419550000 + Math.floor(next() * 4),
  };
};

const seconds = (from: number, to: number): number => Math.round((to - from) / 1_000);

export const conversationRow = (input: RowInput, index: number): SourceRow => {
  const one = conversationAt(input, index);
  const handled = seconds(one.startedAt, one.closedAt);
  const created = stored(one.createdAt);
  return {
    activityid: one.id,
    subject: `Conversation ${index + 1}`,
    createdon: created,
    msdyn_createdon: created,
    msdyn_initiatedon: created,
    msdyn_startedon: stored(one.startedAt),
    msdyn_closedon: stored(one.closedAt),
    msdyn_channel: one.channel,
    msdyn_routableobjectlogicalname: one.channel === record ? "incident" : "msdyn_ocliveworkitem",
    msdyn_routableobjectid: one.channel === record ? input.dice("incident").id(index) : one.id,
    msdyn_isoutbound: 0,
    msdyn_transfercount: index % 7 === 0 ? 1 : 0,
    msdyn_conversationtalktimeinseconds: one.channel === call ? Math.round(handled * 0.8) : null,
    msdyn_conversationhandletimeinseconds: handled,
    msdyn_conversationholdtimeinseconds: one.channel === call ? Math.round(handled * 0.1) : null,
    msdyn_conversationwrapuptimeinseconds: 20,
    msdyn_thirdpartyconversation: 0,
    ownerid: ownerOf(input, index),
  };
};

export const sessionRow = (input: RowInput, index: number): SourceRow => {
  const one = conversationAt(input, index);
  const created = stored(one.createdAt);
  return {
    activityid: input.dice("msdyn_ocsession").id(index),
    subject: `Session ${index + 1}`,
    createdon: created,
    msdyn_sessioncreatedon: created,
    msdyn_agentacceptedon: stored(one.startedAt),
    msdyn_sessionclosedon: stored(one.closedAt),
    msdyn_channel: Number(one.channel.split(",")[0]),
    msdyn_liveworkitemid: one.id,
    ownerid: ownerOf(input, index),
  };
};

export const botSessionRow = (input: RowInput, index: number): SourceRow | undefined => {
  const one = conversationAt(input, index);
  if (!one.hasBot) {
    return undefined;
  }
  return {
    msdyn_botsessionid: input.dice("msdyn_botsession").id(index),
    msdyn_name: `Bot session ${index + 1}`,
    createdon: stored(one.createdAt),
    msdyn_botid: input.dice("bot").id(0),
    msdyn_startedon: stored(one.createdAt),
    msdyn_endedon: stored(one.createdAt + one.botSeconds * 1_000),
    msdyn_isengaged: one.botSeconds > 40 ? 1 : 0,
    msdyn_outcome: one.outcome,
    msdyn_sessionid: input.dice("msdyn_ocsession").id(index),
    ownerid: ownerOf(input, index),
  };
};

export const transcriptRow = (input: RowInput, index: number): SourceRow | undefined => {
  const one = conversationAt(input, index);
  if (!one.hasTranscript) {
    return undefined;
  }
  return {
    msdyn_transcriptid: input.dice("msdyn_transcript").id(index),
    msdyn_name: `Transcript ${index + 1}`,
    createdon: stored(one.closedAt),
    msdyn_liveworkitemidid: one.id,
    ownerid: ownerOf(input, index),
  };
};
