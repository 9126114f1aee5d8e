import { makeStyles } from "@fluentui/react-components";
import { tokens } from "../tokens";

export const useMeterDetailStyles = makeStyles({
  root: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalXL },
  mirrored: { transform: "scaleX(-1)" },
  back: { alignSelf: "flex-start", marginInlineStart: "-8px" },
  heading: {
    margin: 0,
    fontSize: tokens.fontSizeBase600,
    lineHeight: tokens.lineHeightBase600,
    fontWeight: tokens.fontWeightSemibold,
    outlineStyle: "none",
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "2px" },
  },
  caption: { margin: 0, color: tokens.colorNeutralForeground3 },
  card: {
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
    padding: tokens.spacingHorizontalL,
  },
  figures: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "baseline",
    columnGap: tokens.spacingHorizontalM,
    marginBottom: tokens.spacingVerticalM,
    fontVariantNumeric: "tabular-nums",
  },
  used: {
    fontSize: tokens.fontSizeHero700,
    lineHeight: tokens.lineHeightHero700,
    fontWeight: tokens.fontWeightSemibold,
  },
  owned: { fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
  verdict: { display: "flex", flexWrap: "wrap", columnGap: tokens.spacingHorizontalM, marginInlineStart: "auto" },
  facts: { marginTop: tokens.spacingVerticalL },
  section: {
    marginTop: 0,
    marginBottom: tokens.spacingVerticalM,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
  },
});
