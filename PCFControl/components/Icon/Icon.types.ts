import type { MeterStatus } from "../../../src/domain";

export type IconName =
  MeterStatus | "info" | "back" | "forward" | "refresh" | "copy" | "download" | "search" | "up" | "down";

export interface IconProps {
  readonly name: IconName;
  /** Pixels. */
  readonly size?: number;
}
