/** What the manifest declares. The form binds `tenantId` to `dqp_panel.dqp_tenantid`. */
export interface Inputs {
  tenantId: ComponentFramework.PropertyTypes.StringProperty;
}

/** The panel writes nothing back to the form. */
export type Outputs = Record<string, never>;

type Context = ComponentFramework.Context<Inputs>;

export const tenantOf = (context: Context): string => context.parameters.tenantId.raw?.trim().toLowerCase() ?? "";
