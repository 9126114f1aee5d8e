/** Spoils an answer in one of the ways that a network or a changed service would. */
import { isRecord, jsonOf } from "../wire/values";

const withText = (answer: Response, text: string): Response => {
  const headers = new Headers(answer.headers);
  headers.delete("content-length");
  return new Response(text, { status: answer.status, headers });
};

/** The first half of the body, as a proxy that gave up would pass on. */
export const cutInHalf = async (answer: Response): Promise<Response> => {
  const text = await answer.text();
  return withText(answer, text.slice(0, Math.floor(text.length / 2)));
};

const renamed = (value: unknown): unknown => {
  if (Array.isArray(value)) {
    return { items: value };
  }
  if (!isRecord(value)) {
    return value;
  }
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => (name.startsWith("@") ? [name, inner] : [`${name}V2`, inner])),
  );
};

/** Valid JSON under other names, as a new version of the service would send. */
export const changeShape = async (answer: Response): Promise<Response> =>
  withText(answer, JSON.stringify(renamed(jsonOf(await answer.text()))));

/** A list whose next page is itself. */
export const loopNextLink = async (answer: Response, productionUrl: string, name: string): Promise<Response> => {
  const value = jsonOf(await answer.text());
  return withText(answer, JSON.stringify(isRecord(value) ? { ...value, [name]: productionUrl } : value));
};
