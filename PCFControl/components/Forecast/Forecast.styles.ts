import { makeStyles, tokens } from "@fluentui/react-components";

export const useForecastStyles = makeStyles({
  root: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalM },
  caption: { margin: 0, color: tokens.colorNeutralForeground3 },
});
