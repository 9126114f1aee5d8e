import { makeStyles } from "@fluentui/react-components";
import { tokens } from "../tokens";

export const useSourcesStyles = makeStyles({
  root: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalXXL },
  heading: {
    marginTop: 0,
    marginBottom: "4px",
    fontSize: tokens.fontSizeBase400,
    fontWeight: tokens.fontWeightSemibold,
  },
  intro: { marginTop: 0, marginBottom: tokens.spacingVerticalM, color: tokens.colorNeutralForeground2 },
  detail: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200, overflowWrap: "anywhere" },
  next: { maxWidth: "52ch" },
});
