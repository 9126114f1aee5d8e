import { makeStyles } from "@fluentui/react-components";
import { tokens } from "../tokens";

export const useFindingsStyles = makeStyles({
  acknowledged: { marginTop: tokens.spacingVerticalM },
  summary: {
    color: tokens.colorNeutralForeground2,
    cursor: "pointer",
    outlineStyle: "none",
    borderRadius: tokens.borderRadiusMedium,
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  tools: {
    display: "flex",
    flexWrap: "wrap",
    justifyContent: "space-between",
    alignItems: "flex-end",
    rowGap: tokens.spacingVerticalS,
  },
});
