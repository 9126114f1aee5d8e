import type { Snapshot } from "../../../src/domain";
import type { Trouble } from "../Panel/Panel.types";

export interface NoticesProps {
  readonly snapshot: Snapshot;
  /** Why the last reading failed while an older snapshot is still shown. */
  readonly trouble: Trouble | undefined;
  readonly now: Date;
  readonly onSources: () => void;
  readonly onRetry: () => void;
}
