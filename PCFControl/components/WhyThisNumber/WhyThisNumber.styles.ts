import { makeStyles } from "@fluentui/react-components";
import { tokens } from "../tokens";

const narrow = "@container quotaPanel (max-width: 840px)";

export const useWhyThisNumberStyles = makeStyles({
  root: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalL },
  product: { fontWeight: tokens.fontWeightSemibold },
  caption: {
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  marks: { display: "flex", flexWrap: "wrap", columnGap: "4px", rowGap: "4px", marginTop: "4px" },
  rule: { maxWidth: "60ch", [narrow]: { textAlign: "left" } },
  subheading: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  list: { marginTop: "4px", marginBottom: 0, paddingInlineStart: tokens.spacingHorizontalL },
  sum: {
    textAlign: "left",
    paddingTop: "8px",
    paddingBottom: "8px",
    paddingInlineEnd: "16px",
    fontVariantNumeric: "tabular-nums",
  },
  sumRow: { [narrow]: { display: "flex", justifyContent: "space-between" } },
  end: { textAlign: "right", whiteSpace: "nowrap" },
  fallback: { margin: 0 },
});
