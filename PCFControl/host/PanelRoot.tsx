import React from "react";
import { FluentProvider } from "@fluentui/react-components";
import { Panel } from "../components/Panel/Panel";
import type { PanelProps } from "../components/Panel/Panel.types";
import { themeOf } from "./theme";

export interface PanelRootProps extends PanelProps {
  readonly design: ComponentFramework.FluentDesignState | undefined;
}

/** The panel inside the app's theme and writing direction. */
export const PanelRoot = ({ design, service, locale }: PanelRootProps): React.ReactElement => (
  <FluentProvider className="quotaPanel" theme={themeOf(design)} dir={locale.direction} style={{ width: "100%" }}>
    <Panel service={service} locale={locale} />
  </FluentProvider>
);
