import { makeStyles, tokens } from "@fluentui/react-components";

const narrow = "@container quotaPanel (max-width: 560px)";

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
    textAlign: "start",
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
  tabs: { flexWrap: "wrap", marginInlineStart: "-10px" },
  content: { minWidth: 0 },
  skeleton: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalL },
});
