import { makeStyles } from "@fluentui/react-components";
import { tokens } from "../tokens";

export const useLicencesStyles = makeStyles({
  name: { fontWeight: tokens.fontWeightSemibold },
  caption: {
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  remark: { color: tokens.colorNeutralForeground2, maxWidth: "72ch" },
});
