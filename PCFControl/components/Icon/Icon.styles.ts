import { makeStyles } from "@fluentui/react-components";

export const useIconStyles = makeStyles({ root: { flexShrink: 0, display: "block" } });
