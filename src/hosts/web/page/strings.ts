/** Texts of the control in one language, from the resx file that the platform would choose. */

/** The platform answers with the key itself when a text is missing. */
export type GetString = (key: string) => string;

const fetchText = async (address: string): Promise<string> => {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: HTTP ${response.status}`);
  return response.text();
};

const entryOf = (data: Element): readonly [string, string] => [
  data.getAttribute("name") ?? "",
  data.querySelector("value")?.textContent ?? "",
];

export const loadStrings = async (languageId: number): Promise<GetString> => {
  const text = await fetchText(`/control/strings/PCFControl.${languageId}.resx`);
  const resx = new DOMParser().parseFromString(text, "application/xml");
  const texts = new Map(Array.from(resx.querySelectorAll("root > data"), entryOf));
  return (key) => texts.get(key) ?? key;
};
