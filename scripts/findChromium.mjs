// Where a Chromium stands on this machine; used by the setup and by the browser tests.
import { existsSync } from "node:fs";
import { join } from "node:path";

const env = process.env;

const placesByPlatform = {
  linux: [
    "/usr/bin/chromium",
    "/usr/bin/chromium-browser",
    "/usr/bin/google-chrome",
    "/usr/bin/google-chrome-stable",
    "/usr/bin/microsoft-edge",
    "/snap/bin/chromium",
  ],
  darwin: [
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
  ],
  win32: [env.PROGRAMFILES, env["PROGRAMFILES(X86)"], env.LOCALAPPDATA]
    .filter((folder) => folder !== undefined)
    .flatMap((folder) => [
      join(folder, "Google", "Chrome", "Application", "chrome.exe"),
      join(folder, "Chromium", "Application", "chrome.exe"),
      join(folder, "Microsoft", "Edge", "Application", "msedge.exe"),
    ]),
};

/** playwright-core may not be installed yet. */
const ofPlaywright = async () => {
  try {
    const { chromium } = await import("playwright-core");
    return chromium.executablePath();
  } catch {
    return undefined;
  }
};

/** Path and where it was found, or `undefined`. A CHROMIUM_PATH that leads nowhere is an error, not a hint. */
export const findChromium = async () => {
  const named = env.CHROMIUM_PATH;
  if (named) {
    if (!existsSync(named)) throw new Error(`CHROMIUM_PATH leads to ${named}, and there is nothing.`);
    return { path: named, origin: "CHROMIUM_PATH" };
  }
  const own = await ofPlaywright();
  if (own !== undefined && existsSync(own)) return { path: own, origin: "playwright-core" };
  const place = (placesByPlatform[process.platform] ?? []).find((path) => existsSync(path));
  return place === undefined ? undefined : { path: place, origin: "installed on this system" };
};
