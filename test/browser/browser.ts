/** The Chromium of this machine, without any of its own calls to the network. */
import { chromium, type Browser } from "playwright-core";
import { findChromium } from "../../scripts/findChromium.mjs";

const args = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export const launch = async (): Promise<Browser> => {
  const found = await findChromium();
  if (found === undefined) throw new Error("No Chromium. Run: node scripts/setup.mjs --browser");
  return chromium.launch({ executablePath: found.path, args });
};
