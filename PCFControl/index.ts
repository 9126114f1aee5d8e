import React from "react";
import { connect } from "./host/connect";
import { tenantOf, type Inputs, type Outputs } from "./host/inputs";
import { PanelRoot } from "./host/PanelRoot";

type Context = ComponentFramework.Context<Inputs>;

/** What the platform loads. It only connects: reading is in `host`, everything visible in `components`. */
export class PCFControl implements ComponentFramework.ReactControl<Inputs, Outputs> {
  private connection: ReturnType<typeof connect> | undefined;

  public init(context: Context): void {
    context.mode.trackContainerResize(true);
    this.connection = connect(context);
  }

  public updateView(context: Context): React.ReactElement {
    if (this.connection?.tenantId !== tenantOf(context)) this.connection = connect(context);
    const { tenantId, props } = this.connection;
    return React.createElement(PanelRoot, { ...props, key: tenantId, design: context.fluentDesignLanguage });
  }

  public getOutputs(): Outputs {
    return {};
  }

  /** Polling stops when the platform takes the element away: the panel's effects end with it. */
  public destroy(): void {
    this.connection = undefined;
  }
}
