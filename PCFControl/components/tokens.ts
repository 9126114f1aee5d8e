import { tokens as fluent } from "@fluentui/react-components";

/** The design tokens under a name of our own: the platform's library is an outside name wherever it is written, and that costs room. */
export const tokens = fluent;
