import { makeStyles } from "@fluentui/react-components";
import { tokens } from "../tokens";

export const useForecastStyles = makeStyles({
  root: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalM },
  caption: { margin: 0, color: tokens.colorNeutralForeground3 },
});
