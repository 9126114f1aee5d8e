// What is built, from what, into what.
import { spawn } from "node:child_process";
import { join } from "node:path";

const always = ["package-lock.json", "scripts/build", "scripts/build.mjs"];

/** The control under the platform's rules; its own linting is part of `npm run lint`. */
const buildControl = (root) =>
  new Promise((resolve, reject) => {
    const cli = join(root, "node_modules", "pcf-scripts", "bin", "pcf-scripts.js");
    const child = spawn(process.execPath, [cli, "build", "--buildMode", "production"], {
      cwd: root,
      env: { ...process.env, PP_TOOLS_TELEMETRY_OPTOUT: "true" },
      stdio: ["ignore", "pipe", "pipe"],
    });
    let said = "";
    const keep = (chunk) => (said += chunk);
    child.stdout.on("data", keep);
    child.stderr.on("data", keep);
    child.once("error", reject);
    child.once("close", (code) => (code === 0 ? resolve() : reject(new Error(said))));
  });

/** Vite sets NODE_ENV for its whole process; what runs after the build, the tests above all, must not inherit it. */
const viteBuild = async (options) => {
  const { build } = await import("vite");
  const before = process.env.NODE_ENV;
  try {
    await build({ configFile: false, logLevel: "warn", publicDir: false, ...options });
  } finally {
    if (before === undefined) delete process.env.NODE_ENV;
    else process.env.NODE_ENV = before;
  }
};

/** The command line and `npm start`; npm packages stay packages, the product's own code becomes a few files. */
const buildNode = (root) =>
  viteBuild({
    root,
    build: {
      ssr: true,
      target: "node20",
      outDir: join(root, "out", "node"),
      emptyOutDir: true,
      minify: false,
      sourcemap: true,
      rollupOptions: {
        input: {
          "quota-panel": join(root, "src", "hosts", "cli", "main.ts"),
          demo: join(root, "src", "hosts", "demo", "main.ts"),
        },
        output: { entryFileNames: "[name].mjs", chunkFileNames: "[name]-[hash].mjs" },
      },
    },
  });

const buildPage = (root) =>
  viteBuild({
    root: join(root, "src", "hosts", "web", "page"),
    build: { target: "es2022", outDir: join(root, "out", "web"), emptyOutDir: true, modulePreload: false },
  });

export const targets = [
  {
    name: "control",
    title: "the control (pcf-scripts, production mode)",
    sources: [...always, "PCFControl", "src/domain", "pcfconfig.json", "tsconfig.json"],
    makes: ["out/controls/PCFControl/bundle.js", "out/controls/PCFControl/ControlManifest.xml"],
    build: buildControl,
  },
  {
    name: "node",
    title: "the command line",
    sources: [...always, "src", "package.json"],
    makes: ["out/node/quota-panel.mjs", "out/node/demo.mjs"],
    build: buildNode,
  },
  {
    name: "web",
    title: "the local page",
    sources: [...always, "src/hosts/web/page", "src/domain"],
    makes: ["out/web/index.html"],
    build: buildPage,
  },
];
