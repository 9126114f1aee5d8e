import { makeStyles } from "@fluentui/react-components";
import { tokens } from "../tokens";

const narrow = "@container quotaPanel (max-width: 560px)";

const forced = "@media (forced-colors: active)";

export const usePanelStyles = makeStyles({
  /** All breakpoints ask this container, not the window: the app decides how wide the panel is. */
  root: {
    containerType: "inline-size",
    containerName: "quotaPanel",
    width: "100%",
    boxSizing: "border-box",
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground2,
    fontFamily: tokens.fontFamilyBase,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    textAlign: "left",
    outlineStyle: "none",
  },
  page: {
    display: "flex",
    flexDirection: "column",
    rowGap: tokens.spacingVerticalL,
    maxWidth: "1440px",
    marginLeft: "auto",
    marginRight: "auto",
    boxSizing: "border-box",
    padding: tokens.spacingHorizontalXXL,
    [narrow]: { padding: tokens.spacingHorizontalM },
  },
  tabs: { display: "flex", flexWrap: "wrap", columnGap: tokens.spacingHorizontalXL },
  tab: {
    minHeight: "40px",
    paddingTop: "8px",
    paddingBottom: "6px",
    paddingLeft: 0,
    paddingRight: 0,
    border: "none",
    borderBottom: "2px solid transparent",
    background: "none",
    color: tokens.colorNeutralForeground2,
    fontFamily: "inherit",
    fontSize: "inherit",
    cursor: "pointer",
    ":hover": { color: tokens.colorNeutralForeground1, borderBottomColor: tokens.colorNeutralStroke1Hover },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "2px" },
    // Forced colours paint a transparent border; only the current screen keeps its line.
    [forced]: { borderBottomColor: "ButtonFace" },
  },
  current: {
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    borderBottomColor: tokens.colorCompoundBrandStroke,
    ":hover": { borderBottomColor: tokens.colorCompoundBrandStrokeHover },
    [forced]: { borderBottomColor: "Highlight" },
  },
  card: {
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
    padding: tokens.spacingHorizontalL,
  },
  skeleton: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalL },
});
