import type { PanelProps } from "../components/Panel/Panel.types";
import { tenantOf, type Inputs } from "./inputs";
import { createLocale } from "./locale";
import { createPanelService, wait } from "./panelService";

type Context = ComponentFramework.Context<Inputs>;

function localeOf({ resources, userSettings }: Context): PanelProps["locale"] {
  return createLocale((key) => resources.getString(key), {
    languageId: userSettings.languageId,
    isRTL: userSettings.isRTL,
    offset: (date) => userSettings.getTimeZoneOffsetMinutes(date),
  });
}

/** What the components need, made from the platform's context. A new tenant in the bound column makes a new service. */
export function connect(context: Context): { readonly tenantId: string; readonly props: PanelProps } {
  const tenantId = tenantOf(context);
  const service = createPanelService({
    api: context.webAPI,
    tenantId,
    userName: context.userSettings.userName,
    now: () => new Date(),
    wait,
  });
  return { tenantId, props: { service, locale: localeOf(context) } };
}
