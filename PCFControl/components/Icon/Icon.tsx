import React from "react";
import { useIconStyles } from "./Icon.styles";
import type { IconName, IconProps } from "./Icon.types";

/** Own drawings on a 20 x 20 grid, stroked with the text colour: no icon package, and right in forced colours. */
const shapes: Readonly<Record<IconName, string>> = {
  ok: "M10 2.5a7.5 7.5 0 1 0 0 15 7.5 7.5 0 0 0 0-15M6.5 10.2l2.4 2.4 4.6-5",
  near: "M10 3 2.5 16.5h15zM10 8v4M10 14.2v.3",
  critical: "M10 2.5 17.5 10 10 17.5 2.5 10zM10 6.5v4.5M10 13.3v.3",
  over: "M6.8 2.5h6.4l4.3 4.3v6.4l-4.3 4.3H6.8l-4.3-4.3V6.8zM7.3 7.3l5.4 5.4M12.7 7.3l-5.4 5.4",
  covered: "M10 2.5 16.5 5v4.5c0 4-2.7 6.7-6.5 8-3.8-1.3-6.5-4-6.5-8V5zM7 10h6",
  none: "M10 2.5a7.5 7.5 0 1 0 0 15 7.5 7.5 0 0 0 0-15M6.5 10h7",
  unlimited: "M6.2 7C4.3 7 3 8.3 3 10s1.3 3 3.2 3c3 0 4.6-6 7.6-6C15.7 7 17 8.3 17 10s-1.3 3-3.2 3c-3 0-4.6-6-7.6-6",
  unknown: "M10 2.5a7.5 7.5 0 1 0 0 15 7.5 7.5 0 0 0 0-15M7.7 8a2.3 2.3 0 1 1 3.4 2c-.8.5-1.1.9-1.1 1.7M10 13.9v.3",
  rate: "M3.5 14.5a7.5 7.5 0 1 1 13 0M10 11.5l3.6-4.2",
  info: "M10 2.5a7.5 7.5 0 1 0 0 15 7.5 7.5 0 0 0 0-15M10 9v4.5M10 6.3v.3",
  back: "M9 4 3 10l6 6M3.5 10H17",
  forward: "M7.5 4l6 6-6 6",
  refresh: "M16.5 10a6.5 6.5 0 1 1-1.9-4.6L16.5 7.3M16.5 3v4.3h-4.3",
  copy: "M7 3h8.5v11H7zM4.5 6v11H13",
  download: "M10 3v10M5.5 9l4.5 4.5L14.5 9M3.5 17h13",
  search: "M8.5 3a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11M12.5 12.5 17 17",
  up: "M10 16V4M5 9l5-5 5 5",
  down: "M10 4v12M5 11l5 5 5-5",
};

/** Decoration only: the words beside it say the same. */
export const Icon = ({ name, size = 20 }: IconProps): React.ReactElement => (
  <svg className={useIconStyles().root} width={size} height={size} viewBox="0 0 20 20" aria-hidden focusable="false">
    <path
      d={shapes[name]}
      fill="none"
      stroke="currentColor"
      strokeWidth="1.4"
      strokeLinecap="round"
      strokeLinejoin="round"
    />
  </svg>
);
