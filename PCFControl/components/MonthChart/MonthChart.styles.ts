import { makeStyles } from "@fluentui/react-components";
import { tokens } from "../tokens";

const narrow = "@container quotaPanel (max-width: 900px)";
const forced = "@media (forced-colors: active)";

export const useMonthChartStyles = makeStyles({
  chart: { display: "block", width: "100%", overflow: "visible", forcedColorAdjust: "none" },
  used: { fill: tokens.colorBrandBackground, [forced]: { fill: "Highlight" } },
  owned: {
    stroke: tokens.colorNeutralForeground2,
    strokeDasharray: "5 3",
    [forced]: { stroke: "CanvasText" },
  },
  base: { stroke: tokens.colorNeutralStroke1, [forced]: { stroke: "CanvasText" } },
  axis: {
    display: "flex",
    marginTop: "4px",
    [narrow]: { justifyContent: "space-between" },
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
  },
  month: { flex: "1 1 0", textAlign: "center", [narrow]: { flex: "none" } },
  between: { [narrow]: { display: "none" } },
  figure: {
    fill: tokens.colorNeutralForeground1,
    fontSize: tokens.fontSizeBase200,
    textAnchor: "middle",
    // A halo, so that the line of what is owned does not strike the figure through.
    stroke: tokens.colorNeutralBackground1,
    strokeWidth: "3px",
    paintOrder: "stroke",
    fontVariantNumeric: "tabular-nums",
    [forced]: { fill: "CanvasText", stroke: "Canvas" },
    [narrow]: { display: "none" },
  },
  none: { margin: 0, color: tokens.colorNeutralForeground2 },
  legend: {
    display: "flex",
    flexWrap: "wrap",
    columnGap: tokens.spacingHorizontalL,
    marginBottom: tokens.spacingVerticalS,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
  },
  key: { display: "inline-flex", alignItems: "center", columnGap: "6px" },
  table: { marginTop: tokens.spacingVerticalS },
  summary: { cursor: "pointer", color: tokens.colorBrandForegroundLink },
});
