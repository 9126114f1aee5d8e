import type React from "react";
import type { Trouble } from "../Panel/Panel.types";

export interface EmptyStateProps {
  readonly trouble: Trouble;
  /** Absent where trying again cannot help. */
  readonly onRetry?: () => void;
  readonly children?: React.ReactNode;
}
