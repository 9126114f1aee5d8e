import { makeStyles } from "@fluentui/react-components";
import { tokens } from "../tokens";

export const useFactsStyles = makeStyles({
  root: { margin: 0, display: "flex", flexDirection: "column", rowGap: "6px" },
  fact: { display: "flex", flexWrap: "wrap", columnGap: tokens.spacingHorizontalM },
  term: { minWidth: "170px", color: tokens.colorNeutralForeground3 },
  value: { margin: 0, flexBasis: "280px", flexGrow: 1 },
});
