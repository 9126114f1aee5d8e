/** The files of the page: its own, the built control, and the platform's React and Fluent from `pcf-start`. */
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { serveStatic } from "@hono/node-server/serve-static";
import { Hono } from "hono";

export interface AssetFolders {
  /** Built page: `index.html` and its script. */
  readonly page: string;
  /** What pcf-scripts built: `bundle.js`, `css/`, `strings/`. */
  readonly control: string;
  /** `pcf-start/lib`, which holds the platform libraries for development and test. */
  readonly platform: string;
}

/** A file that the page needs is not there. */
export class AssetsMissingError extends Error {
  override readonly name = "AssetsMissingError";
  constructor(readonly file: string) {
    super(`${file} is missing.`);
  }
}

const platformFiles: Readonly<Record<string, string>> = {
  "/platform/react.js": "react_16_14_0.js",
  "/platform/fluent.js": "fluent_9_4_0.js",
};

const platformFolder = (): string => {
  const require = createRequire(import.meta.url);
  try {
    return join(dirname(require.resolve("pcf-start/package.json")), "lib");
  } catch {
    throw new AssetsMissingError("The package pcf-start, which holds the platform's libraries,");
  }
};

/** Where the built command line finds them: `out/node` stands beside `out/web` and `out/controls`. */
export const builtAssets = (): AssetFolders => {
  const out = fileURLToPath(new URL("..", import.meta.url));
  return { page: join(out, "web"), control: join(out, "controls", "PCFControl"), platform: platformFolder() };
};

const needed = ({ page, control, platform }: AssetFolders): readonly string[] => [
  join(page, "index.html"),
  join(control, "bundle.js"),
  ...Object.values(platformFiles).map((file) => join(platform, file)),
];

/** Serves the three folders; throws `AssetsMissingError` for the first file that is not there. */
export const assets = (folders: AssetFolders): Hono => {
  const missing = needed(folders).find((file) => !existsSync(file));
  if (missing !== undefined) throw new AssetsMissingError(missing);
  const app = new Hono();
  for (const [path, file] of Object.entries(platformFiles)) {
    app.get(path, serveStatic({ path: join(folders.platform, file) }));
  }
  const inControl = (path: string) => path.slice("/control".length);
  app.get("/control/*", serveStatic({ root: folders.control, rewriteRequestPath: inControl }));
  app.get("/*", serveStatic({ root: folders.page }));
  return app;
};
