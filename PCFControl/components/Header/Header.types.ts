import type { Snapshot } from "../../../src/domain";
import type { RefreshState } from "../Panel/Panel.types";

export interface HeaderProps {
  readonly snapshot: Snapshot;
  readonly refresh: RefreshState;
  readonly now: Date;
  readonly onRefresh: () => void;
}
