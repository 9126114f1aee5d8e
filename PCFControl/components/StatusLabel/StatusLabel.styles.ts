import { makeStyles } from "@fluentui/react-components";
import { tokens } from "../tokens";

/** Dark enough on the panel's background for text in both themes (4.5 to 1). */
export const useStatusLabelStyles = makeStyles({
  root: {
    display: "inline-flex",
    alignItems: "center",
    columnGap: tokens.spacingHorizontalXS,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontWeight: tokens.fontWeightSemibold,
    whiteSpace: "nowrap",
  },
  ok: { color: tokens.colorPaletteGreenForeground1 },
  near: { color: tokens.colorPaletteDarkOrangeForeground1 },
  critical: { color: tokens.colorPaletteRedForeground1 },
  over: { color: tokens.colorPaletteRedForeground1 },
  covered: { color: tokens.colorPaletteBlueForeground2 },
  none: { color: tokens.colorNeutralForeground3 },
  unlimited: { color: tokens.colorNeutralForeground2 },
  rate: { color: tokens.colorNeutralForeground2 },
  unknown: { color: tokens.colorNeutralForeground2 },
});
