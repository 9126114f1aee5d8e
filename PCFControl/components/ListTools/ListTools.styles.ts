import { makeStyles } from "@fluentui/react-components";
import { tokens } from "../tokens";

export const useListToolsStyles = makeStyles({
  root: { display: "flex", alignItems: "center", flexWrap: "wrap", columnGap: tokens.spacingHorizontalXS },
  said: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
});
