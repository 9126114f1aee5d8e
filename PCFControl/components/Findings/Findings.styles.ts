import { makeStyles, tokens } from "@fluentui/react-components";

export const useFindingsStyles = makeStyles({
  tools: {
    display: "flex",
    flexWrap: "wrap",
    justifyContent: "space-between",
    alignItems: "flex-end",
    rowGap: tokens.spacingVerticalS,
  },
});
