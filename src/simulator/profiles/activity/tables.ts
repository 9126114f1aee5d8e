/** The rows that the applications of an environment wrote, table by table, made when a table is asked for. */
import type { ProfileEnvironment } from "../../contracts";
import { caseRow } from "./cases";
import { botSessionRow, conversationRow, sessionRow, transcriptRow } from "./conversations";
import { diceOf, type Dice } from "./dice";
import { botRow, botTranscriptRow, customerProfileRow, quotaRow, quotaNames } from "./others";
import type { RowInput, SourceRow } from "./row";

/** Dice are made once a table: a table may have many rows. */
const kept = (make: (table: string) => Dice): ((table: string) => Dice) => {
  const made = new Map<string, Dice>();
  return (table) => {
    const dice = made.get(table) ?? make(table);
    made.set(table, dice);
    return dice;
  };
};

interface Table {
  /** How many times something happened that may have left a row. */
  readonly happened: (activity: NonNullable<ProfileEnvironment["activity"]>) => number;
  /** The row of the n-th time; undefined when that time left none. */
  readonly row: (input: RowInput, index: number) => SourceRow | undefined;
  /** Not every time leaves a row. */
  readonly isSparse?: boolean;
}

const tables: Readonly<Record<string, Table>> = {
  msdyn_ocliveworkitem: { happened: ({ conversations = 0 }) => conversations, row: conversationRow },
  msdyn_ocsession: { happened: ({ conversations = 0 }) => conversations, row: sessionRow },
  msdyn_botsession: { happened: ({ conversations = 0 }) => conversations, row: botSessionRow, isSparse: true },
  msdyn_transcript: { happened: ({ conversations = 0 }) => conversations, row: transcriptRow, isSparse: true },
  incident: { happened: ({ cases = 0 }) => cases, row: caseRow },
  msdynci_customerprofile: { happened: ({ customerProfiles = 0 }) => customerProfiles, row: customerProfileRow },
  msdyncrm_quotainfoentity: { happened: ({ quota }) => (quota === undefined ? 0 : quotaNames.length), row: quotaRow },
  bot: { happened: ({ botTranscripts = 0 }) => (botTranscripts > 0 ? 1 : 0), row: botRow },
  conversationtranscript: { happened: ({ botTranscripts = 0 }) => botTranscripts, row: botTranscriptRow },
};

export interface Rows {
  readonly count: number;
  readonly rows: () => Iterable<SourceRow>;
}

/** Rows of a table of an environment; undefined for a table that no application fills. `userId` finds a person's row. */
export const activityRows = (
  environment: ProfileEnvironment,
  now: Date,
  userId: (objectId: string) => string,
): ((logicalName: string) => Rows | undefined) => {
  const { activity = {}, organizationId, people = [] } = environment;
  const input: RowInput = {
    now,
    activity,
    owners: people.map((person) => userId(person.objectId)),
    dice: kept((table) => diceOf(`${organizationId}/${table}`)),
  };
  return (logicalName) => {
    const table = Object.hasOwn(tables, logicalName) ? tables[logicalName] : undefined;
    return table === undefined ? undefined : rowsOf(table, input);
  };
};

const rowsOf = ({ happened, row, isSparse = false }: Table, input: RowInput): Rows => {
  const times = happened(input.activity);
  const rows = function* (): Iterable<SourceRow> {
    for (let index = 0; index < times; index += 1) {
      const one = row(input, index);
      if (one !== undefined) {
        yield one;
      }
    }
  };
  return {
    get count() {
      return isSparse ? countOf(rows()) : times;
    },
    rows,
  };
};

const countOf = (rows: Iterable<SourceRow>): number => {
  let count = 0;
  const iterator = rows[Symbol.iterator]();
  while (iterator.next().done !== true) {
    count += 1;
  }
  return count;
};
