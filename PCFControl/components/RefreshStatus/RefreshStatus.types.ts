import type { RefreshState } from "../Panel/Panel.types";

export interface RefreshStatusProps {
  readonly state: RefreshState;
  readonly now: Date;
}
