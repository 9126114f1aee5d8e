/** What people decided in the tables of the home environment, row by row and unchecked: a host checks it like a settings file. */
import * as v from "valibot";
import {
  acknowledgementTable,
  bindingTable,
  overrideKind,
  overrideTable,
  policyTable,
  readingChoices,
  thresholdTable,
  yesNo,
} from "../../domain";
import type { DataverseAccess } from "./connect";
import { literal, openTables, type OwnTable } from "./tables";
import { together } from "./together";

/** In the words of a settings file; a column without a value is left out. */
export interface DecidedRow {
  /** `Acknowledgement "Add-ons are ordered"`, for a person who looks for the row. */
  readonly row: string;
  readonly says: Readonly<Record<string, unknown>>;
}

export interface DecisionRows {
  readonly acknowledgements: readonly DecidedRow[];
  readonly overrides: readonly DecidedRow[];
  readonly thresholds: readonly DecidedRow[];
  readonly bindings: readonly DecidedRow[];
  /** Readings of the rules. */
  readonly policies: readonly DecidedRow[];
  readonly declarations: readonly DecidedRow[];
}

const makerName = "_modifiedby_value@OData.Community.Display.V1.FormattedValue";
const anyRow = v.pipe(
  v.record(v.string(), v.unknown()),
  v.transform((row): Values => row),
);
type Values = Readonly<Record<string, unknown>>;

interface DecisionTable extends OwnTable {
  readonly columns: readonly string[];
}

const given = (entries: Values): Values =>
  Object.fromEntries(Object.entries(entries).filter(([, value]) => value !== null && value !== undefined));

/** Who saved the row stands in for who decided. */
const decided = (row: Values): Values => ({
  by: row["dqp_decidedby"] ?? row[makerName] ?? row["_modifiedby_value"],
  at: row["modifiedon"],
});

const named = (what: string, { primaryId }: OwnTable, row: Values): string => {
  const name =
    row["dqp_name"] ?? row["dqp_findingid"] ?? row["dqp_entitlementid"] ?? row["dqp_meter"] ?? row[primaryId];
  return `${what} "${String(name)}"`;
};

const acknowledgement = (row: Values): Values => ({
  ...{ findingId: row["dqp_findingid"], reason: row["dqp_reason"], until: row["dqp_until"], ...decided(row) },
});

const kinds = new Map<unknown, string>(Object.entries(overrideKind).map(([kind, value]) => [value, kind]));

/** Prices are kept in the currency, for people, and reckoned with in hundredths. */
const hundredths = (price: unknown): unknown => (typeof price === "number" ? Math.round(price * 100) : price);

/** What belongs to other kinds stays unread. */
const overrideOf: Readonly<Record<string, (row: Values) => Values>> = {
  sku: (row) => ({ skuId: row["dqp_skuid"], product: row["dqp_product"] }),
  packSize: (row) => ({ product: row["dqp_product"], meter: row["dqp_meter"], amount: row["dqp_amount"] }),
  price: (row) => ({
    ...{ product: row["dqp_product"], cents: hundredths(row["dqp_unitprice"]), currency: row["dqp_currency"] },
  }),
  conversionRate: (row) => ({ from: row["dqp_meter"], to: row["dqp_tometer"], rate: row["dqp_rate"] }),
};

const override = (row: Values): Values => {
  const kind = kinds.get(row["dqp_kind"]);
  return { kind, ...overrideOf[kind ?? ""]?.(row), ...decided(row) };
};

const threshold = (row: Values): Values => ({
  ...{ meter: row["dqp_meter"], near: row["dqp_nearpercent"], critical: row["dqp_criticalpercent"], ...decided(row) },
});

const binding = (row: Values): Values => ({ entitlementId: row["dqp_entitlementid"], meter: row["dqp_meter"] });

/** The reading behind a choice; a value of a newer solution stays a number, which no rule takes. */
const reading = (values: Readonly<Record<string, number>>, chosen: unknown): unknown =>
  Object.entries(values).find(([, value]) => value === chosen)?.[0] ?? chosen;

const policy = (row: Values): Values => ({
  ...Object.fromEntries(
    Object.entries(readingChoices).map(([name, { column, values }]) => [name, reading(values, row[column])]),
  ),
  timeZone: row["dqp_timezone"],
});

const flag = (chosen: unknown): unknown => {
  if (chosen === yesNo.yes) return true;
  return chosen === yesNo.no ? false : chosen;
};

const declaration = (row: Values): Values => ({
  smsProvider: flag(row["dqp_smsprovider"]),
  communicationResource: flag(row["dqp_communicationresource"]),
  multiGeo: flag(row["dqp_multigeo"]),
  homeRegion: row["dqp_homeregion"],
  omnichannelRenewals: row["dqp_omnichannelrenewals"],
  anniversary: row["dqp_anniversary"],
  storageExtensionFrom: row["dqp_storageextensionfrom"],
});

/** Rejects with `StoreError`. Rows that were changed last come last; inactive ones are left out. */
export async function decisionRows(
  access: DataverseAccess,
  { url, tenantId }: { readonly url: string; readonly tenantId: string },
  signal: AbortSignal,
): Promise<DecisionRows> {
  const tables = openTables(access, url);
  const filter = `(dqp_tenantid eq ${literal(tenantId)} or dqp_tenantid eq null) and statecode eq 0`;
  const rowsOf = (table: DecisionTable): Promise<readonly Values[]> => {
    const select = [...table.columns, "modifiedon", "_modifiedby_value"].join(",");
    const query = { select, filter, orderBy: `modifiedon asc,${table.primaryId} asc`, formatted: true };
    return tables.list(table, query, { item: anyRow, signal });
  };
  const [acknowledged, overridden, limited, bound, policies] = await together(
    rowsOf(acknowledgementTable),
    rowsOf(overrideTable),
    rowsOf(thresholdTable),
    rowsOf(bindingTable),
    rowsOf(policyTable),
  );
  const said = (rows: readonly Values[], what: string, table: OwnTable, says: (row: Values) => Values) =>
    rows.map((row): DecidedRow => ({ row: named(what, table, row), says: given(says(row)) }));
  return {
    acknowledgements: said(acknowledged, "Acknowledgement", acknowledgementTable, acknowledgement),
    overrides: said(overridden, "Override", overrideTable, override),
    thresholds: said(limited, "Threshold", thresholdTable, threshold),
    bindings: said(bound, "Binding", bindingTable, binding),
    policies: said(policies, "Policy", policyTable, policy),
    declarations: said(policies, "Policy", policyTable, declaration),
  };
}
