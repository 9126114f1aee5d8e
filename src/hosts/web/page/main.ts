/** The panel as a model-driven form would show it: the production bundle under the platform's own libraries. */
import { panelTable } from "../../../domain";
import { openForm, type OpenRecord } from "./form";
import { drawFrame } from "./frame";
import { readOptions, searchOf, type PageOptions } from "./options";
import { loadPlatform } from "./platform";
import { loadStrings } from "./strings";
import { webApi } from "./webApi";
import "./page.css";

const element = (id: string): HTMLElement => {
  const found = document.getElementById(id);
  if (found === null) throw new Error(`The page has no element ${id}.`);
  return found;
};

const textOf = (value: unknown): string => (typeof value === "string" ? value : "");

/** The row that a person would open in the app; none before the first sync, as on a new record. */
const firstRecord = async (): Promise<OpenRecord> => {
  const options = `?$select=${panelTable.primaryId},dqp_tenantid&$top=1`;
  const { entities } = await webApi.retrieveMultipleRecords(panelTable.logicalName, options);
  return { id: textOf(entities[0]?.[panelTable.primaryId]), tenantId: textOf(entities[0]?.["dqp_tenantid"]) };
};

/** The panel says in its own words what cannot be reached, so it is opened all the same. */
const recordOrNone = (): Promise<OpenRecord> => firstRecord().catch(() => ({ id: "", tenantId: "" }));

const start = async (): Promise<void> => {
  const options = readOptions(window.location.search);
  document.documentElement.lang = options.languageId === 1031 ? "de" : "en";
  const [platform, getString, record] = await Promise.all([
    loadPlatform(),
    loadStrings(options.languageId),
    recordOrNone(),
  ]);
  const form = openForm({ host: element("form"), platform, getString, record }, options);
  const change = (next: PageOptions): void => {
    // A user's language changes with the next sign-in only, so the page starts anew.
    if (next.languageId !== options.languageId) {
      window.location.assign(searchOf(next));
      return;
    }
    window.history.replaceState(null, "", searchOf(next));
    form.show(next);
    drawFrame(element("frame"), next, change);
  };
  drawFrame(element("frame"), options, change);
};

start().catch((error: unknown) => {
  element("form").textContent = error instanceof Error ? error.message : String(error);
});
