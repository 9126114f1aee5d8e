/** Brings the platform's own libraries and the production bundle onto the page, in the order of the platform. */
import type { ComponentType, ReactElement } from "react";

type Control = ComponentFramework.ReactControl<Inputs, Record<string, never>>;

export interface Inputs {
  readonly tenantId: { readonly raw: string | null; readonly type: string };
}

export type ControlConstructor = new () => Control;

export interface Platform {
  readonly createElement: (
    type: ComponentType<Record<string, unknown>>,
    props: Readonly<Record<string, unknown>>,
    ...children: readonly ReactElement[]
  ) => ReactElement;
  readonly render: (element: ReactElement, host: HTMLElement) => void;
  readonly unmount: (host: HTMLElement) => void;
  readonly themes: { readonly light: unknown; readonly dark: unknown };
  readonly Provider: ComponentType<Record<string, unknown>>;
  readonly Control: ControlConstructor;
}

/** What the three scripts leave on the window. */
interface PlatformWindow {
  Reactv16?: { createElement: Platform["createElement"] };
  ReactDOMv16?: { render: Platform["render"]; unmountComponentAtNode: Platform["unmount"] };
  FluentUIReactv940?: { webLightTheme: unknown; webDarkTheme: unknown; FluentProvider: Platform["Provider"] };
  React?: unknown;
  ReactDOM?: unknown;
  ComponentFramework?: { registerControl: (name: string, control: ControlConstructor) => void };
}

declare const window: PlatformWindow;

const loadScript = (address: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = address;
    script.addEventListener("load", () => resolve());
    script.addEventListener("error", () => reject(new Error(`${address} did not load.`)));
    document.head.append(script);
  });

const loadStyles = (address: string): void => {
  const link = document.createElement("link");
  link.rel = "stylesheet";
  link.href = address;
  document.head.append(link);
};

const required = <T>(value: T | undefined, name: string): T => {
  if (value === undefined) throw new Error(`${name} is not on the page.`);
  return value;
};

const loadReact = async () => {
  await loadScript("/platform/react.js");
  const react = required(window.Reactv16, "React");
  const dom = required(window.ReactDOMv16, "ReactDOM");
  // The Fluent bundle looks for these two names.
  window.React = react;
  window.ReactDOM = dom;
  return { react, dom };
};

const loadControl = async (): Promise<ControlConstructor> => {
  let registered: ControlConstructor | undefined;
  window.ComponentFramework = {
    registerControl: (_name, control) => {
      registered = control;
    },
  };
  loadStyles("/control/css/PCFControl.css");
  await loadScript("/control/bundle.js");
  return required(registered, "The control");
};

export const loadPlatform = async (): Promise<Platform> => {
  const { react, dom } = await loadReact();
  await loadScript("/platform/fluent.js");
  const fluent = required(window.FluentUIReactv940, "Fluent");
  return {
    createElement: react.createElement,
    render: dom.render,
    unmount: dom.unmountComponentAtNode,
    themes: { light: fluent.webLightTheme, dark: fluent.webDarkTheme },
    Provider: fluent.FluentProvider,
    Control: await loadControl(),
  };
};
