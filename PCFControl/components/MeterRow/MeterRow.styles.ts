import { makeStyles } from "@fluentui/react-components";
import { tokens } from "../tokens";

const medium = "@container quotaPanel (max-width: 900px)";
const narrow = "@container quotaPanel (max-width: 560px)";

export const useMeterRowStyles = makeStyles({
  root: {
    position: "relative",
    display: "grid",
    gridTemplateColumns: "minmax(0, 5fr) minmax(0, 5fr) minmax(0, 7fr) 104px 20px",
    columnGap: tokens.spacingHorizontalXL,
    rowGap: tokens.spacingVerticalS,
    alignItems: "center",
    paddingTop: tokens.spacingVerticalM,
    paddingBottom: tokens.spacingVerticalM,
    paddingInlineStart: tokens.spacingHorizontalL,
    paddingInlineEnd: tokens.spacingHorizontalM,
    ":hover": { backgroundColor: tokens.colorNeutralBackground1Hover },
    [medium]: { gridTemplateColumns: "minmax(0, 1fr) minmax(0, 1fr) 20px" },
    [narrow]: { gridTemplateColumns: "minmax(0, 1fr) 20px" },
  },
  name: { margin: 0, fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300, fontWeight: "inherit" },
  open: {
    padding: 0,
    border: "none",
    background: "none",
    color: tokens.colorNeutralForeground1,
    font: "inherit",
    fontWeight: tokens.fontWeightSemibold,
    textAlign: "left",
    cursor: "pointer",
    outlineStyle: "none",
    ":hover": { textDecorationLine: "underline" },
    // The whole row opens the meter, and the whole row shows the focus.
    "::after": { content: "''", position: "absolute", inset: 0, borderRadius: tokens.borderRadiusMedium },
    ":focus-visible::after": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "-2px" },
  },
  caption: {
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  figures: { [narrow]: { gridColumnStart: 1, gridColumnEnd: 2 } },
  amount: { fontVariantNumeric: "tabular-nums" },
  used: {
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
  },
  gauge: { [medium]: { gridColumnStart: 1, gridColumnEnd: 2 } },
  verdict: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    columnGap: tokens.spacingHorizontalM,
    marginBottom: "6px",
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontVariantNumeric: "tabular-nums",
  },
  percent: { fontWeight: tokens.fontWeightSemibold, marginInlineStart: "auto" },
  trend: { [narrow]: { gridColumnStart: 1, gridColumnEnd: 2 } },
  chevron: {
    color: tokens.colorNeutralForeground3,
    [medium]: { gridColumnStart: 3, gridRowStart: 1 },
    [narrow]: { gridColumnStart: 2, gridRowStart: 1 },
  },
  mirrored: { transform: "scaleX(-1)" },
});
