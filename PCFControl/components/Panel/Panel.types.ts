import type { Instant, MeterId, RunPhase, RunStatus, Snapshot } from "../../../src/domain";
import type { Locale } from "../Locale/Locale.types";

/** Why nothing, or nothing newer, can be shown. Each has a title, an explanation and a next step in the texts. */
export type TroubleKind =
  "noTenant" | "noPanelRow" | "noSnapshot" | "denied" | "unreachable" | "missingRows" | "newer" | "older" | "broken";

export interface Trouble {
  readonly kind: TroubleKind;
  /** What the platform said, for the person who mends it. Shown folded away, never as the message. */
  readonly detail?: string;
}

export type Reading =
  { readonly kind: "read"; readonly snapshot: Snapshot } | { readonly kind: "trouble"; readonly trouble: Trouble };

/** Last figure of a month; `undefined` where no day of the month was known. */
export interface MonthPoint {
  /** `2026-11` */
  readonly month: string;
  readonly used: number | undefined;
  readonly owned: number | undefined;
}

/** Thirteen months a meter, oldest first, the current month last. */
export type History = Readonly<Partial<Record<MeterId, readonly MonthPoint[]>>>;

export interface RunProgress {
  readonly status: RunStatus;
  readonly requestedBy: string | undefined;
  readonly phase: RunPhase | undefined;
  readonly done: number | undefined;
  readonly total: number | undefined;
  readonly startedAt: Instant | undefined;
  readonly message: string | undefined;
}

export type RefreshState =
  | { readonly kind: "idle" }
  | { readonly kind: "asking" }
  | { readonly kind: "following"; readonly since: Date; readonly progress: RunProgress; readonly overdue: boolean }
  | { readonly kind: "ended"; readonly progress: RunProgress }
  | { readonly kind: "unanswered"; readonly since: Date }
  | { readonly kind: "trouble"; readonly trouble: Trouble };

/** What the panel asks of the place it runs in. */
export interface PanelService {
  readonly now: () => Date;
  /** The current snapshot; cheap when nothing has changed. */
  readonly load: () => Promise<Reading>;
  /** Whether the pointer has moved since the last `load`. */
  readonly hasNewer: () => Promise<boolean>;
  readonly history: () => Promise<History>;
  /** Asks for a sync, or joins the one that is under way, and reports until it ends. */
  readonly refresh: (report: (state: RefreshState) => void, signal: AbortSignal) => Promise<void>;
  /** Follows a run that somebody else has asked for; reports nothing when there is none. */
  readonly follow: (report: (state: RefreshState) => void, signal: AbortSignal) => Promise<void>;
}

export interface PanelProps {
  readonly service: PanelService;
  readonly locale: Locale;
}

export type Screen = "overview" | "findings" | "licences" | "sources";
