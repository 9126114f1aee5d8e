/** The bar above the form with its three pickers; what a model-driven app would take from the user's settings. */
import { directions, languages, themes, type LanguageId, type PageOptions } from "./options";

interface FrameTexts {
  readonly theme: string;
  readonly language: string;
  readonly direction: string;
  readonly names: Readonly<Record<string, string>>;
}

const languageNames = { "1033": "English", "1031": "Deutsch" };

const textsOf: Readonly<Record<LanguageId, FrameTexts>> = {
  1033: {
    theme: "Theme",
    language: "Language",
    direction: "Direction",
    names: {
      ...languageNames,
      auto: "As the system",
      light: "Light",
      dark: "Dark",
      ltr: "Left to right",
      rtl: "Right to left",
    },
  },
  1031: {
    theme: "Design",
    language: "Sprache",
    direction: "Richtung",
    names: {
      ...languageNames,
      auto: "Wie das System",
      light: "Hell",
      dark: "Dunkel",
      ltr: "Links nach rechts",
      rtl: "Rechts nach links",
    },
  },
};

interface Picker<T> {
  readonly label: string;
  readonly values: readonly T[];
  readonly chosen: T;
  readonly names: Readonly<Record<string, string>>;
  readonly choose: (value: T) => void;
}

const picker = <T extends string | number>({ label, values, chosen, names, choose }: Picker<T>): HTMLElement => {
  const select = document.createElement("select");
  for (const value of values) select.add(new Option(names[String(value)], String(value), false, value === chosen));
  select.addEventListener("change", () => {
    const value = values[select.selectedIndex];
    if (value !== undefined) choose(value);
  });
  const element = document.createElement("label");
  element.append(label, select);
  return element;
};

/** Draws the bar into `host` anew; `change` gets the options with the one picked. */
export const drawFrame = (host: HTMLElement, options: PageOptions, change: (options: PageOptions) => void): void => {
  const { names, theme, language, direction } = textsOf[options.languageId];
  const title = document.createElement("strong");
  title.textContent = "Quota Panel";
  host.replaceChildren(
    title,
    picker({
      label: theme,
      values: themes,
      chosen: options.theme,
      names,
      choose: (value) => change({ ...options, theme: value }),
    }),
    picker({
      label: language,
      values: languages,
      chosen: options.languageId,
      names,
      choose: (value) => change({ ...options, languageId: value }),
    }),
    picker({
      label: direction,
      values: directions,
      chosen: options.direction,
      names,
      choose: (value) => change({ ...options, direction: value }),
    }),
  );
};
