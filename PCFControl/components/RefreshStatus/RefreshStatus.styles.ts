import { makeStyles } from "@fluentui/react-components";
import { tokens } from "../tokens";

export const useRefreshStatusStyles = makeStyles({
  root: {
    display: "flex",
    flexDirection: "column",
    rowGap: tokens.spacingVerticalXS,
    paddingTop: tokens.spacingVerticalS,
    paddingBottom: tokens.spacingVerticalS,
  },
  line: { display: "flex", flexWrap: "wrap", columnGap: tokens.spacingHorizontalM, fontVariantNumeric: "tabular-nums" },
  muted: { color: tokens.colorNeutralForeground3 },
});
