import { makeStyles } from "@fluentui/react-components";
import { tokens } from "../tokens";

export const useGoodToKnowStyles = makeStyles({
  root: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalL },
  cards: {
    listStyleType: "none",
    margin: 0,
    padding: 0,
    display: "grid",
    gridTemplateColumns: "repeat(auto-fill, minmax(min(300px, 100%), 1fr))",
    columnGap: tokens.spacingHorizontalXL,
    rowGap: tokens.spacingVerticalL,
  },
  card: {
    borderInlineStartStyle: "solid",
    borderInlineStartWidth: "3px",
    borderInlineStartColor: tokens.colorNeutralStroke1,
    paddingInlineStart: tokens.spacingHorizontalM,
    overflowWrap: "anywhere",
  },
  caption: {
    marginTop: "4px",
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  small: { fontSize: "inherit", lineHeight: "inherit" },
  subheading: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  list: { marginTop: "4px", marginBottom: 0, paddingInlineStart: tokens.spacingHorizontalL },
});
