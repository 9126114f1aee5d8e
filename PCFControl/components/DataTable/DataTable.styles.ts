import { makeStyles } from "@fluentui/react-components";
import { tokens } from "../tokens";

const narrow = "@container quotaPanel (max-width: 840px)";
const line = `1px solid ${tokens.colorNeutralStroke2}`;

/** On a narrow panel each row becomes a block with its titles inside, so that nothing scrolls sideways. */
export const useDataTableStyles = makeStyles({
  tools: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "flex-end",
    justifyContent: "space-between",
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalS,
    marginBottom: tokens.spacingVerticalS,
  },
  filters: { display: "flex", flexWrap: "wrap", columnGap: tokens.spacingHorizontalS, rowGap: tokens.spacingVerticalS },
  table: {
    width: "100%",
    borderCollapse: "collapse",
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    [narrow]: { display: "block" },
  },
  section: { [narrow]: { display: "block" } },
  headRow: { borderBottom: line, [narrow]: { display: "flex", flexWrap: "wrap", columnGap: "12px" } },
  row: {
    borderBottom: line,
    ":hover": { backgroundColor: tokens.colorNeutralBackground1Hover },
    [narrow]: { display: "block", paddingTop: "8px", paddingBottom: "8px" },
  },
  title: {
    paddingTop: "6px",
    paddingBottom: "6px",
    paddingInlineEnd: "16px",
    textAlign: "left",
    verticalAlign: "bottom",
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightSemibold,
    [narrow]: { display: "block", paddingInlineEnd: "0" },
  },
  /** Titles stand beside the cells there; a row of none would be a row without cells. */
  noTitles: { [narrow]: { display: "none" } },
  blank: { [narrow]: { display: "none" } },
  titleOnly: { [narrow]: { display: "none" } },
  cell: {
    paddingTop: "8px",
    paddingBottom: "8px",
    paddingInlineEnd: "16px",
    textAlign: "left",
    verticalAlign: "top",
    fontWeight: tokens.fontWeightRegular,
    // Whole words set the least width of a column; only where rows become blocks a long name may break anywhere.
    overflowWrap: "break-word",
    [narrow]: {
      overflowWrap: "anywhere",
      display: "flex",
      justifyContent: "space-between",
      columnGap: "16px",
      paddingTop: "2px",
      paddingBottom: "2px",
      paddingInlineEnd: "0",
      textAlign: "right",
      "::before": {
        content: "attr(data-title)",
        textAlign: "left",
        color: tokens.colorNeutralForeground3,
        flexShrink: 0,
        maxWidth: "45%",
      },
    },
  },
  numeric: {
    textAlign: "right",
    fontVariantNumeric: "tabular-nums",
    whiteSpace: "nowrap",
    [narrow]: { whiteSpace: "normal" },
  },
  prose: {
    [narrow]: { display: "block", textAlign: "left", "::before": { display: "block", maxWidth: "none" } },
  },
  unbroken: { whiteSpace: "nowrap", [narrow]: { whiteSpace: "normal" } },
  heads: { [narrow]: { display: "block", textAlign: "left", "::before": { content: "none" } } },
  sort: {
    display: "inline-flex",
    alignItems: "center",
    columnGap: "4px",
    paddingTop: "2px",
    paddingBottom: "2px",
    paddingLeft: "0",
    paddingRight: "0",
    minHeight: "24px",
    border: "none",
    background: "none",
    color: "inherit",
    font: "inherit",
    textAlign: "inherit",
    cursor: "pointer",
    ":hover": { color: tokens.colorNeutralForeground1, textDecorationLine: "underline" },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "2px" },
  },
  footer: { borderTop: `2px solid ${tokens.colorNeutralStroke1}`, fontWeight: tokens.fontWeightSemibold },
  more: {
    marginTop: tokens.spacingVerticalM,
    display: "flex",
    alignItems: "center",
    columnGap: "12px",
    flexWrap: "wrap",
  },
  muted: { color: tokens.colorNeutralForeground3 },
});
