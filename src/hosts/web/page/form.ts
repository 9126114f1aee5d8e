/** A form with one record and one control on it: makes the control, and draws it again whenever its context changes. */
import { contextOf } from "./context";
import type { PageOptions } from "./options";
import type { Platform } from "./platform";
import type { GetString } from "./strings";

export interface OpenRecord {
  readonly id: string;
  readonly tenantId: string;
}

export interface FormOptions {
  readonly host: HTMLElement;
  readonly platform: Platform;
  readonly getString: GetString;
  readonly record: OpenRecord;
}

export interface Form {
  /** Theme or direction changed. */
  show(options: PageOptions): void;
  close(): void;
}

const dark = window.matchMedia("(prefers-color-scheme: dark)");

const isDark = ({ theme }: PageOptions): boolean => (theme === "auto" ? dark.matches : theme === "dark");

const applyToPage = (host: HTMLElement, options: PageOptions): void => {
  document.documentElement.dataset["theme"] = isDark(options) ? "dark" : "light";
  document.documentElement.dir = options.direction;
  host.style.width = options.width === undefined ? "" : `${options.width}px`;
  host.toggleAttribute("data-width", options.width !== undefined);
};

/** Calls back with the new width whenever it changes, once it was asked for. */
const watchWidth = (host: HTMLElement, changed: () => void) => {
  const observer = new ResizeObserver(changed);
  return {
    track: (wanted: boolean) => (wanted ? observer.observe(host) : observer.disconnect()),
    stop: () => observer.disconnect(),
  };
};

export const openForm = ({ host, platform, getString, record }: FormOptions, first: PageOptions): Form => {
  const { createElement, Provider, themes, Control } = platform;
  const control = new Control();
  let options = first;
  let tracked = false;
  const context = (updatedProperties: readonly string[]) =>
    contextOf({
      options,
      isDark: isDark(options),
      theme: isDark(options) ? themes.dark : themes.light,
      getString,
      tenantId: record.tenantId,
      recordId: record.id,
      width: tracked ? host.clientWidth : -1,
      updatedProperties,
      trackContainerResize: (wanted) => {
        tracked = wanted;
        width.track(wanted);
      },
    });
  const draw = (updatedProperties: readonly string[]): void => {
    const theme = isDark(options) ? themes.dark : themes.light;
    const element = control.updateView(context(updatedProperties));
    platform.render(createElement(Provider, { theme, dir: options.direction }, element), host);
  };
  const width = watchWidth(host, () => draw(["layout"]));
  const redraw = (): void => {
    applyToPage(host, options);
    draw(["fluentDesignLanguage"]);
  };
  dark.addEventListener("change", redraw);
  applyToPage(host, options);
  control.init(context([]), () => draw([]), {});
  draw([]);
  return {
    show: (next) => {
      options = next;
      redraw();
    },
    close: () => {
      dark.removeEventListener("change", redraw);
      width.stop();
      control.destroy();
      platform.unmount(host);
    },
  };
};
