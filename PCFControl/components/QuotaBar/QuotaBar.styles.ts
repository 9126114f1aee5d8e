import { makeStyles } from "@fluentui/react-components";
import { tokens } from "../tokens";

const forced = "@media (forced-colors: active)";

export const useQuotaBarStyles = makeStyles({
  root: { display: "block", width: "100%", overflow: "visible", forcedColorAdjust: "none" },
  mirrored: { transform: "scaleX(-1)" },
  track: { fill: tokens.colorNeutralBackground5, [forced]: { fill: "Canvas", stroke: "CanvasText" } },
  outline: {
    fill: "none",
    stroke: tokens.colorNeutralStrokeAccessible,
    strokeDasharray: "3 3",
    [forced]: { stroke: "GrayText" },
  },
  calm: { fill: tokens.colorBrandBackground, [forced]: { fill: "Highlight" } },
  near: { fill: tokens.colorPaletteDarkOrangeForeground1, [forced]: { fill: "Highlight" } },
  critical: { fill: tokens.colorPaletteRedForeground1, [forced]: { fill: "Highlight" } },
  over: { fill: tokens.colorPaletteRedForeground1, [forced]: { fill: "CanvasText" } },
  covered: { fill: tokens.colorPaletteBlueForeground2, [forced]: { fill: "Highlight" } },
  hatch: { stroke: tokens.colorPaletteRedForeground1, [forced]: { stroke: "CanvasText" } },
  hatchGround: { fill: tokens.colorPaletteRedBackground1, [forced]: { fill: "Canvas" } },
  dot: { fill: tokens.colorPaletteBlueForeground2, [forced]: { fill: "Highlight" } },
  dotGround: { fill: tokens.colorPaletteBlueBackground2, [forced]: { fill: "Canvas" } },
  limit: { stroke: tokens.colorNeutralForeground1, [forced]: { stroke: "CanvasText" } },
  threshold: { stroke: tokens.colorNeutralBackground1, [forced]: { stroke: "CanvasText" } },
  endless: { stroke: tokens.colorNeutralStrokeAccessible, [forced]: { stroke: "CanvasText" } },
  query: { fill: tokens.colorNeutralStrokeAccessible, [forced]: { fill: "GrayText" } },
});
