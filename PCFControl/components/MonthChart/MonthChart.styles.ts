import { makeStyles, tokens } from "@fluentui/react-components";

const forced = "@media (forced-colors: active)";

export const useMonthChartStyles = makeStyles({
  root: { maxWidth: "720px" },
  chart: { display: "block", width: "100%", overflow: "visible", forcedColorAdjust: "none" },
  mirrored: { transform: "scaleX(-1)" },
  used: { fill: tokens.colorBrandBackground, [forced]: { fill: "Highlight" } },
  owned: {
    stroke: tokens.colorNeutralForeground2,
    strokeDasharray: "5 3",
    [forced]: { stroke: "CanvasText" },
  },
  base: { stroke: tokens.colorNeutralStroke1, [forced]: { stroke: "CanvasText" } },
  axis: {
    display: "flex",
    justifyContent: "space-between",
    marginTop: "4px",
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
  },
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
