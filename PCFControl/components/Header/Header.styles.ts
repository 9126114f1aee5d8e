import { makeStyles } from "@fluentui/react-components";
import { tokens } from "../tokens";

export const useHeaderStyles = makeStyles({
  root: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "flex-start",
    justifyContent: "space-between",
    columnGap: tokens.spacingHorizontalL,
    rowGap: tokens.spacingVerticalM,
  },
  titles: { minWidth: 0, flexGrow: 1, flexBasis: "240px" },
  heading: {
    margin: 0,
    fontSize: tokens.fontSizeBase600,
    lineHeight: tokens.lineHeightBase600,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: "anywhere",
  },
  facts: {
    display: "flex",
    flexWrap: "wrap",
    listStyleType: "none",
    margin: 0,
    marginTop: "2px",
    padding: 0,
    columnGap: tokens.spacingHorizontalL,
    color: tokens.colorNeutralForeground2,
  },
  age: { color: tokens.colorNeutralForeground3 },
});
