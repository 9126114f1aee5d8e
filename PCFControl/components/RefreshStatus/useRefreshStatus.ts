import type { Locale } from "../Locale/Locale.types";
import type { RefreshState, RunProgress } from "../Panel/Panel.types";

export interface RefreshWords {
  /** Said aloud, so it changes with the phase and not with every second. */
  readonly phase: string;
  /** Beside it, for the eye: count, elapsed time, who asked. */
  readonly details: readonly string[];
  /** 0 to 1; `undefined` while the end is not known. */
  readonly share: number | undefined;
  readonly isTrouble: boolean;
}

function following(progress: RunProgress, overdue: boolean, locale: Locale): string {
  if (progress.status === "requested") return locale.text(overdue ? "refresh_overdue" : "refresh_requested");
  return progress.phase === undefined ? locale.text("refresh_running") : locale.text(`phase_${progress.phase}`);
}

function detailsOf(state: Extract<RefreshState, { kind: "following" }>, now: Date, locale: Locale): readonly string[] {
  const { done, total, requestedBy, startedAt } = state.progress;
  const { number, duration } = locale.format;
  const begun = startedAt === undefined ? state.since : new Date(startedAt);
  return [
    done === undefined || total === undefined || total === 0
      ? undefined
      : locale.text("refresh_done", [number(done), number(total)]),
    locale.text("refresh_elapsed", [duration(now.getTime() - begun.getTime())]),
    requestedBy === undefined ? undefined : locale.text("refresh_by", [requestedBy]),
  ].filter((detail) => detail !== undefined);
}

function shareOf({ done, total }: RunProgress): number | undefined {
  return done === undefined || total === undefined || total === 0 ? undefined : Math.min(1, done / total);
}

const plain = (phase: string, isTrouble: boolean): RefreshWords => ({
  phase,
  details: [],
  share: undefined,
  isTrouble,
});

/** A refresh in words; `undefined` when there is nothing to say. */
export function refreshWords(state: RefreshState, now: Date, locale: Locale): RefreshWords | undefined {
  switch (state.kind) {
    case "idle":
      return undefined;
    case "asking":
      return plain(locale.text("refresh_asking"), false);
    case "following":
      return {
        phase: following(state.progress, state.overdue, locale),
        details: detailsOf(state, now, locale),
        share: shareOf(state.progress),
        isTrouble: state.overdue,
      };
    case "ended":
      return plain(
        locale.text(`refresh_${state.progress.status}`),
        state.progress.status !== "succeeded" && state.progress.status !== "partial",
      );
    case "unanswered":
      return plain(locale.text("refresh_unanswered"), true);
    case "trouble":
      return plain(locale.text(state.trouble.kind === "denied" ? "refresh_denied" : "refresh_notAsked"), true);
  }
}

export const isBusy = (state: RefreshState): boolean => state.kind === "asking" || state.kind === "following";
