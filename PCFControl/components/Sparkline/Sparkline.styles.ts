import { makeStyles } from "@fluentui/react-components";
import { tokens } from "../tokens";

const forced = "@media (forced-colors: active)";

export const useSparklineStyles = makeStyles({
  root: { display: "block", forcedColorAdjust: "none" },
  mirrored: { transform: "scaleX(-1)" },
  used: { fill: "none", stroke: tokens.colorBrandStroke1, [forced]: { stroke: "CanvasText" } },
  owned: {
    fill: "none",
    stroke: tokens.colorNeutralStrokeAccessible,
    strokeDasharray: "2 3",
    [forced]: { stroke: "GrayText" },
  },
  today: { fill: tokens.colorBrandStroke1, [forced]: { fill: "CanvasText" } },
  none: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
});
