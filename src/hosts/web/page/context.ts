/** The part of the platform's Context that a virtual control on a form is given. */
import type { Inputs } from "./platform";
import type { PageOptions } from "./options";
import type { GetString } from "./strings";
import { webApi } from "./webApi";

export interface ContextParts {
  readonly options: PageOptions;
  readonly isDark: boolean;
  readonly theme: unknown;
  readonly getString: GetString;
  readonly tenantId: string;
  readonly recordId: string;
  readonly width: number;
  readonly updatedProperties: readonly string[];
  readonly trackContainerResize: (track: boolean) => void;
}

const localeOf: Readonly<Record<number, string>> = { 1033: "en-US", 1031: "de-DE" };

/** Minutes ahead of UTC, as the platform counts them. */
const offsetOf = (date?: Date): number => -(date ?? new Date()).getTimezoneOffset();

const userSettingsOf = ({ languageId, direction }: PageOptions) => ({
  languageId,
  isRTL: direction === "rtl",
  userId: "{00000000-0000-0000-0000-000000000000}",
  userName: "Local viewer",
  securityRoles: [],
  dateFormattingInfo: {},
  numberFormattingInfo: {},
  getTimeZoneOffsetMinutes: offsetOf,
});

const formattingOf = (locale: string) => ({
  formatInteger: (value: number) => new Intl.NumberFormat(locale, { maximumFractionDigits: 0 }).format(value),
  formatDecimal: (value: number, precision?: number) =>
    new Intl.NumberFormat(locale, precision === undefined ? {} : { maximumFractionDigits: precision }).format(value),
  formatDateShort: (value: Date, withTime?: boolean) =>
    new Intl.DateTimeFormat(
      locale,
      withTime ? { dateStyle: "short", timeStyle: "short" } : { dateStyle: "short" },
    ).format(value),
  formatDateLong: (value: Date) => new Intl.DateTimeFormat(locale, { dateStyle: "long" }).format(value),
  formatTime: (value: Date) => new Intl.DateTimeFormat(locale, { timeStyle: "short" }).format(value),
});

const modeOf = ({ width, trackContainerResize, recordId }: ContextParts) => ({
  allocatedHeight: -1,
  allocatedWidth: width,
  isControlDisabled: false,
  isVisible: true,
  label: "Quota Panel",
  contextInfo: { entityId: recordId, entityTypeName: "dqp_panel", entityRecordName: "" },
  trackContainerResize,
  setControlState: () => false,
  setFullScreen: () => undefined,
});

const clientInfo = {
  disableScroll: false,
  getFormFactor: () => 1,
  getClient: () => "Web",
  isOffline: () => false,
  isNetworkAvailable: () => navigator.onLine,
};

/** Members that no control of this product may use are absent, so that a use of one fails here and not in production. */
export const contextOf = (parts: ContextParts): ComponentFramework.Context<Inputs> => {
  const { options, isDark, theme, getString, tenantId, updatedProperties } = parts;
  const context: unknown = {
    parameters: { tenantId: { raw: tenantId, type: "SingleLine.Text", formatted: tenantId } },
    mode: modeOf(parts),
    client: clientInfo,
    resources: { getString },
    userSettings: userSettingsOf(options),
    formatting: formattingOf(localeOf[options.languageId] ?? "en-US"),
    fluentDesignLanguage: { tokenTheme: theme, isDarkTheme: isDark },
    updatedProperties: [...updatedProperties],
    webAPI: webApi,
  };
  return context as ComponentFramework.Context<Inputs>;
};
