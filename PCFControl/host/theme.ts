import { webDarkTheme, webLightTheme, type Theme } from "@fluentui/react-components";

const isTheme = (tokens: unknown): tokens is Theme =>
  typeof tokens === "object" && tokens !== null && "colorNeutralBackground1" in tokens;

/** The app's own theme; where the app has none (the old look), Fluent's, light or dark as the app says. */
export function themeOf(design: ComponentFramework.FluentDesignState | undefined): Theme {
  if (isTheme(design?.tokenTheme)) return design.tokenTheme;
  return design?.isDarkTheme === true ? webDarkTheme : webLightTheme;
}
