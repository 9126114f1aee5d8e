/** What is wrong with a change by itself, whatever the tenant holds. */
import { isProductId } from "../../catalog/products";
import type { Instant } from "../../measured";
import type { Change, ChangeFault } from "../../snapshot/plan";
import { isAmount } from "./amounts";
import { plannedInstant } from "./instants";

export type Fault = Omit<ChangeFault, "index">;

const bad = (detail: string): Fault => ({ code: "badQuantity", detail });

const quantities = (figures: Readonly<Record<string, number>>, least: number): readonly Fault[] =>
  Object.entries(figures)
    .filter(([, value]) => !isAmount(value, least))
    .map(([name, value]) => bad(`${name}: ${value}`));

const product = (name: string, value: string): readonly Fault[] =>
  isProductId(value) ? [] : [{ code: "unknownProduct", detail: `${name}: ${value}` }];

type Campaign = Extract<Change, { kind: "campaign" }>;

/** Compared with each other only when each is a figure by itself. */
const together = ({ segment, messages, alreadyInteracted }: Campaign): readonly Fault[] => [
  ...(alreadyInteracted > segment ? [bad(`alreadyInteracted: ${alreadyInteracted} of a segment of ${segment}`)] : []),
  ...quantities({ "segment x messages": segment * messages }, 1),
];

const campaign = (change: Campaign): readonly Fault[] => {
  const { segment, messages, alreadyInteracted } = change;
  const single = [...quantities({ segment, messages }, 1), ...quantities({ alreadyInteracted }, 0)];
  return single.length > 0 ? single : together(change);
};

const date = (asOf: string, today: Instant): readonly Fault[] =>
  plannedInstant(asOf, today) === undefined ? [{ code: "badDate", detail: `asOf: ${asOf}` }] : [];

/** Every fault of the change; `today` is the instant of the snapshot. */
export const faultsOf = (change: Change, today: Instant): readonly Fault[] => {
  switch (change.kind) {
    case "add":
    case "drop":
      return [...product("product", change.product), ...quantities({ quantity: change.quantity }, 1)];
    case "renewAs":
      return [
        ...product("from", change.from),
        ...product("to", change.to),
        ...(change.quantity === undefined ? [] : quantities({ quantity: change.quantity }, 1)),
      ];
    case "campaign":
      return campaign(change);
    case "environment":
      return quantities({ database: change.database, file: change.file, log: change.log }, 0);
    case "date":
      return date(change.asOf, today);
  }
};
