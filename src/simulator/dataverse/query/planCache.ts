import type { Model, Table } from "../model";
import { decoded, readParameters } from "./parameters";
import type { Plan } from "./plan";
import { collectionOptions, makePlan } from "./plan";

export interface PlannedQuery {
  readonly plan: Plan;
  /** The query without its paging cookie, as it came. */
  readonly query: string;
  readonly skipToken?: string;
}

export type PlanQuery = (table: Table, query: string) => PlannedQuery;

const limit = 500;
const skipTokenPart = /^(?:\$|%24)skiptoken=/i;

/** Reading a filter costs far more than running it, and clients send the same ones again and again. */
export function planCache(model: Model): PlanQuery {
  const plans = new Map<string, Plan>();
  const plan = (table: Table, query: string): Plan => {
    const name = `${table.entitySetName}?${query}`;
    const made = plans.get(name) ?? makePlan(model, table, readParameters(query, collectionOptions));
    if (plans.size >= limit) plans.clear();
    plans.set(name, made);
    return made;
  };
  return (table, full) => {
    const parts = full.split("&").filter((part) => part !== "");
    const query = parts.filter((part) => !skipTokenPart.test(part)).join("&");
    const token = parts.find((part) => skipTokenPart.test(part));
    const planned = { plan: plan(table, query), query };
    return token === undefined ? planned : { ...planned, skipToken: decoded(token.slice(token.indexOf("=") + 1)) };
  };
}
