/**
 * Lists of the licensing API (apis.md section 7): a bare list, or pages that carry a token or a link. 204 is an empty
 * list. 404 is not: what nobody uses answers 200, so 404 says that the route or the environment is not there.
 */
import * as v from "valibot";
import { endpointName } from "../http/errors";
import { toInstant, instant } from "../http/instant";
import { pages, pageOf, type Page } from "../http/pages";
import { readJson } from "../http/readJson";
import { powerPlatformApiVersion, type Service } from "./connect";

export interface LicensingQuery<T> {
  readonly item: v.GenericSchema<unknown, T>;
  readonly options?: Readonly<Record<string, string>>;
  readonly signal: AbortSignal;
}

type LicensingPage<T> = Page<T> & { readonly continuationtoken?: string | null | undefined };

const licensingPage = <T>(item: v.GenericSchema<unknown, T>): v.GenericSchema<unknown, LicensingPage<T>> =>
  v.pipe(
    v.unknown(),
    v.transform((answer) => (Array.isArray(answer) ? { value: answer } : answer)),
    v.intersect([pageOf(item), v.object({ continuationtoken: v.nullish(v.string()) })]),
  );

/** All rows of `licensing/{path}`. */
export async function licensingRows<T>(
  { origin, send }: Service,
  path: string,
  { item, options = {}, signal }: LicensingQuery<T>,
): Promise<readonly T[]> {
  const page = licensingPage(item);
  const query = new URLSearchParams({ "api-version": powerPlatformApiVersion, ...options });
  const first = `${origin}/licensing/${path}?${query.toString()}`;
  const read = async (url: string): Promise<LicensingPage<T>> => {
    const response = await send({ method: "GET", url, headers: { accept: "application/json" }, signal });
    return response.status === 204
      ? { items: [], next: undefined }
      : readJson(page, response, endpointName("GET", url));
  };
  const rows: T[] = [];
  const next = (answer: LicensingPage<T>) => answer.next ?? linkWith(first, answer.continuationtoken);
  for await (const { items } of pages(first, read, { next })) rows.push(...items);
  return rows;
}

function linkWith(first: string, token: string | null | undefined): string | undefined {
  return token ? `${first}&continuationToken=${encodeURIComponent(token)}` : undefined;
}

/** Some rows carry a bare day. It stands for its beginning, in UTC. */
export const dayOrInstant = v.pipe(
  v.string(),
  v.transform((text) => (/^\d{4}-\d{2}-\d{2}$/.test(text) ? toInstant(`${text}T00:00:00Z`) : text)),
  instant,
);

/** A figure from year 1 was never measured, whatever it says. */
export const isMeasured = (updated: string | null | undefined): boolean => updated?.startsWith("0001-") !== true;
