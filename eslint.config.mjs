import js from "@eslint/js";
import powerApps from "@microsoft/eslint-plugin-power-apps";
import prettier from "eslint-config-prettier";
import jsxA11y from "eslint-plugin-jsx-a11y";
import reactHooks from "eslint-plugin-react-hooks";
import globals from "globals";
import tseslint from "typescript-eslint";

const asErrors = (rules) => Object.fromEntries(Object.keys(rules).map((name) => [name, "error"]));

const noClockNoChance = {
  "no-restricted-properties": [
    "error",
    { object: "Date", property: "now", message: "The domain gets the time as an argument." },
    { object: "Math", property: "random", message: "The domain has no chance in it." },
  ],
  "no-restricted-syntax": [
    "error",
    {
      selector: "NewExpression[callee.name='Date'][arguments.length=0]",
      message: "The domain gets the time as an argument.",
    },
  ],
};

const react16Only = {
  "no-restricted-imports": [
    "error",
    {
      paths: [
        {
          name: "react",
          importNames: ["useId", "useSyncExternalStore", "useTransition", "useDeferredValue", "useInsertionEffect"],
          message: "The platform's React is 16.14.",
        },
        { name: "react-dom", message: "The platform renders the element that updateView returns." },
        {
          name: "@fluentui/react-icons",
          message: "Import one icon from @fluentui/react-icons/svg/<name>: the barrel triples the build time.",
        },
      ],
    },
  ],
};

export default tseslint.config(
  { ignores: ["out/", ".tenant/", "coverage/", "node_modules/", "solution/", "**/*.d.{ts,mts}"] },
  js.configs.recommended,
  {
    files: ["**/*.{ts,tsx,mts}"],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: {
      parserOptions: {
        project: ["./tsconfig.json", "./tsconfig.lint.json"],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      "max-lines-per-function": ["error", { max: 60, skipBlankLines: true, skipComments: true }],
      "max-lines": ["error", { max: 300, skipBlankLines: true, skipComments: true }],
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/no-unused-vars": ["error", { ignoreRestSiblings: true }],
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      "@typescript-eslint/no-confusing-void-expression": ["error", { ignoreArrowShorthand: true }],
      "no-restricted-exports": ["error", { restrictDefaultExports: { direct: true } }],
    },
  },
  { files: ["src/domain/**/*.ts"], ignores: ["**/*.test.ts"], rules: noClockNoChance },
  {
    files: ["PCFControl/**/*.{ts,tsx}"],
    plugins: { "@microsoft/power-apps": powerApps, "react-hooks": reactHooks, "jsx-a11y": jsxA11y },
    languageOptions: { globals: globals.browser },
    rules: {
      ...asErrors(powerApps.configs.paCheckerHosted.rules),
      ...reactHooks.configs.recommended.rules,
      ...jsxA11y.flatConfigs.recommended.rules,
    },
  },
  { files: ["PCFControl/**/*.{ts,tsx}"], ignores: ["**/*.test.{ts,tsx}"], rules: react16Only },
  {
    files: ["PCFControl/components/**"],
    rules: {
      "no-restricted-globals": [
        "error",
        { name: "ComponentFramework", message: "Only PCFControl/host sees the platform." },
      ],
    },
  },
  {
    files: ["**/*.test.{ts,tsx}", "test/**"],
    rules: {
      "max-lines-per-function": "off",
      "max-lines": "off",
      "@typescript-eslint/no-non-null-assertion": "off",
    },
  },
  {
    files: ["vitest.config.mts", "**/*.config.{mjs,cjs,mts}", ".dependency-cruiser.mjs"],
    rules: { "no-restricted-exports": "off" },
  },
  { files: ["**/*.{mjs,cjs,js}"], languageOptions: { globals: globals.node } },
  prettier,
);
