import type { MeterReport } from "../../../src/domain";

export interface QuotaBarProps {
  readonly report: MeterReport;
  readonly large?: boolean;
}

/**
 * What is drawn, as shares (0 to 1) of the bar's length.
 * `within`: the part used. `beyond`: owned up to `limit`, above it a pattern. `bare`: used though nothing is owned.
 */
export type BarShape =
  | { readonly kind: "within"; readonly share: number; readonly tone: "calm" | "near" | "critical" }
  | { readonly kind: "beyond"; readonly limit: number; readonly covered: boolean }
  | { readonly kind: "bare" }
  | { readonly kind: "empty" }
  | { readonly kind: "unlimited" }
  | { readonly kind: "unknown" };
