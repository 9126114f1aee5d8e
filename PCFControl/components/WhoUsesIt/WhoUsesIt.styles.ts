import { makeStyles } from "@fluentui/react-components";
import { tokens } from "../tokens";

const forced = "@media (forced-colors: active)";
const narrow = "@container quotaPanel (max-width: 840px)";

export const useWhoUsesItStyles = makeStyles({
  name: { fontWeight: tokens.fontWeightSemibold },
  search: { minWidth: "180px" },
  share: { display: "flex", alignItems: "center", justifyContent: "flex-end", columnGap: tokens.spacingHorizontalS },
  track: {
    display: "block",
    width: "80px",
    backgroundColor: tokens.colorNeutralBackground5,
    forcedColorAdjust: "none",
    [forced]: { backgroundColor: "Canvas", outline: "1px solid CanvasText" },
    [narrow]: { width: "56px" },
  },
  mirrored: { transform: "scaleX(-1)" },
  fill: { fill: tokens.colorBrandBackground, [forced]: { fill: "Highlight" } },
  missing: { color: tokens.colorNeutralForeground2, fontStyle: "italic" },
  note: { color: tokens.colorNeutralForeground2, maxWidth: "60ch" },
  next: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  gap: { margin: 0, maxWidth: "72ch" },
});
