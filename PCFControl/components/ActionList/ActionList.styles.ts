import { makeStyles } from "@fluentui/react-components";
import { tokens } from "../tokens";

const narrow = "@container quotaPanel (max-width: 800px)";

export const useActionListStyles = makeStyles({
  list: { listStyleType: "none", margin: 0, padding: 0, display: "flex", flexDirection: "column" },
  item: {
    display: "grid",
    gridTemplateColumns: "20px minmax(0, 1fr) auto",
    columnGap: tokens.spacingHorizontalM,
    paddingTop: tokens.spacingVerticalM,
    paddingBottom: tokens.spacingVerticalM,
    [narrow]: { gridTemplateColumns: "20px minmax(0, 1fr)" },
  },
  divided: { ":not(:first-child)": { borderTop: `1px solid ${tokens.colorNeutralStroke2}` } },
  error: { color: tokens.colorPaletteRedForeground1 },
  warning: { color: tokens.colorPaletteDarkOrangeForeground1 },
  info: { color: tokens.colorNeutralForeground3 },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  severity: {
    // A box of its own keeps its side when a title in Latin letters stands in a right-to-left panel.
    display: "inline-block",
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightSemibold,
  },
  sentence: { margin: 0, overflowWrap: "anywhere" },
  advice: { margin: 0, marginTop: "2px", color: tokens.colorNeutralForeground2 },
  small: { fontSize: "inherit", lineHeight: "inherit" },
  foot: {
    display: "flex",
    flexWrap: "wrap",
    flexDirection: "column",
    alignItems: "flex-end",
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    [narrow]: {
      gridColumnStart: 2,
      flexDirection: "row",
      alignItems: "center",
      columnGap: tokens.spacingHorizontalM,
      marginTop: "4px",
    },
  },
});
