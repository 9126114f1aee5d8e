/** The generated parts of docs/permissions.md, made from the table of calls that `quota-panel doctor` probes. */
import { endpoints, type Endpoint, type Need, type ServiceId } from "../../src/app/doctor/endpoints";
import { filled } from "../../src/app/doctor/filled";
import { steps, type Step, type StepId } from "../../src/app/doctor/steps";

const places: Readonly<Record<ServiceId, string>> = {
  graph: "Graph",
  bap: "BAP",
  powerPlatform: "Power Platform API",
  dataverse: "Dataverse of each environment",
  home: "Dataverse of the home environment",
};

const givenBy: Readonly<Record<StepId, (permission: string) => string>> = {
  credential: (permission) => permission,
  graphConsent: (permission) => `application permission \`${permission}\``,
  managementApp: (permission) => permission,
  powerPlatformReader: (permission) => permission,
  environmentUser: (permission) => `application user with \`${permission}\`, whole organisation`,
  solution: (permission) => permission,
  quotaSync: (permission) => `application user with the ${permission}`,
};

const cell = (text: string): string => text.replaceAll("|", "\\|");
const row = (cells: readonly string[]): string => `| ${cells.map(cell).join(" | ")} |`;

const needText = (needs: readonly Need[]): string =>
  needs.map(({ step, permission }) => givenBy[step](permission)).join(" or ");

const callRow = ({ service, method, path, needs, whatFor, unknownWithout }: Endpoint): string =>
  row([`${places[service]} \`${method} ${path}\``, needText(needs), whatFor, unknownWithout]);

const calls = (): string =>
  [
    row(["call", "least permission", "what for", "unknown without it"]),
    row(["---", "---", "---", "---"]),
    ...endpoints.map(callRow),
  ].join("\n");

const permissionsOf = (id: StepId): readonly string[] => {
  const all = endpoints.flatMap(({ needs }) => needs.filter(({ step }) => step === id));
  return [...new Set(all.map(({ permission }) => `\`${permission}\``))];
};

const stepText = ({ id, title, who, portal, command, note }: Step, index: number): string => {
  const filling = {
    clientId: "{client id}",
    tenantId: "{tenant id}",
    homeUrl: "{home url}",
    environment: "{environment id}",
    permissions: permissionsOf(id),
  };
  const lines = [
    `${index + 1}. **${title}.** By: ${who}. Portal: ${filled(portal, filling)}.${note === undefined ? "" : ` ${note}`}`,
    ...(command === undefined ? [] : ["", "   ```powershell", `   ${filled(command, filling)}`, "   ```"]),
  ];
  return lines.join("\n");
};

const granting = (): string => steps.map(stepText).join("\n\n");

const parts: Readonly<Record<string, () => string>> = { calls, granting };

/** The page with its generated parts made anew; what stands outside of the markers is left as it is. */
export const withGenerated = (page: string): string =>
  Object.entries(parts).reduce((text, [name, make]) => {
    const [open, close] = [`<!-- made: ${name} -->`, `<!-- end: ${name} -->`];
    const [before, rest] = text.split(open, 2);
    const [, after] = (rest ?? "").split(close, 2);
    if (before === undefined || after === undefined) throw new Error(`docs/permissions.md has no part "${name}".`);
    return `${before}${open}\n\n${make()}\n\n${close}${after}`;
  }, page);
