/** Unified people, the cached quota of the outbound module, and Copilot Studio (apis.md 5.1, 5.2, 5.7). */
import { momentAt, stored } from "./dice";
import { ownerOf, type RowInput, type SourceRow } from "./row";

export const customerProfileRow = (input: RowInput, index: number): SourceRow => ({
  msdynci_customerprofileid: input.dice("msdynci_customerprofile").id(index),
  msdynci_customerid: `C${String(index + 1).padStart(8, "0")}`,
  msdynci_fullname: `Customer ${index + 1}`,
  createdon: stored(momentAt(input.now, 400, index, input.activity.customerProfiles ?? 1, () => 0)),
});

/** How the rows are called in a real environment is not published; these are invented. */
export const quotaNames = ["ContactsQuota", "InteractionsQuota"] as const;

/** The module was removed in May 2026, and where it is gone nobody refreshes the rows. */
export const quotaRow = (input: RowInput, index: number): SourceRow => {
  const { amount = 0, refreshedDaysAgo = 0 } = input.activity.quota ?? {};
  const refreshed = momentAt(input.now, refreshedDaysAgo + 1, 0, 1, () => 0);
  return {
    msdyncrm_quotainfoentityid: input.dice("msdyncrm_quotainfoentity").id(index),
    msdyncrm_quotainfoentityname: quotaNames[index] ?? "Quota",
    msdyncrm_quotainfo_quota_amount: String(amount * (index === 0 ? 1 : 10)),
    msdyncrm_quotainfo_last_refreshed: stored(refreshed),
    createdon: stored(refreshed),
  };
};

export const botRow = (input: RowInput, index: number): SourceRow => ({
  botid: input.dice("bot").id(index),
  name: "Service assistant",
  schemaname: "cr1a2_serviceAssistant",
  publishedon: stored(momentAt(input.now, 90, 0, 1, () => 0)),
  createdon: stored(momentAt(input.now, 200, 0, 1, () => 0)),
  ownerid: ownerOf(input, 0),
});

/** Kept for 30 days. */
const keptDays = 30;

export const botTranscriptRow = (input: RowInput, index: number): SourceRow => {
  const { id, draw } = input.dice("conversationtranscript");
  const began = momentAt(input.now, keptDays, index, input.activity.botTranscripts ?? 1, draw(index));
  return {
    conversationtranscriptid: id(index),
    name: `${id(index)}_${input.dice("bot").id(0)}`,
    conversationstarttime: stored(began),
    createdon: stored(began + 1_800_000),
    content: '{"activities":[]}',
    bot_conversationtranscriptid: input.dice("bot").id(0),
    ownerid: ownerOf(input, 0),
  };
};
