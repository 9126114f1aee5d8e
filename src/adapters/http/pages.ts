/** Lists that come in pages. A page that fails fails the list: half a list is never handed on. */
import * as v from "valibot";
import { endpointName, ShapeError } from "./errors";

/** Follows links as they are. Refuses one that leads to another origin or back, and more than `most` pages. */
export async function* pages<Page>(
  first: string,
  read: (url: string) => Promise<Page>,
  { next, most = 10_000 }: { readonly next: (page: Page, url: string) => string | undefined; readonly most?: number },
): AsyncGenerator<Page> {
  const seen = new Set<string>();
  let url: string | undefined = first;
  while (url !== undefined) {
    refuseBadLink(url, { first, seen, most });
    seen.add(url);
    const page: Page = await read(url);
    yield page;
    url = next(page, url);
  }
}

function refuseBadLink(
  url: string,
  { first, seen, most }: { readonly first: string; readonly seen: ReadonlySet<string>; readonly most: number },
): void {
  const refuse = (fault: string) => new ShapeError(endpointName("GET", first), "nextLink", fault);
  if (seen.has(url)) throw refuse("leads back to a page that was read before");
  if (seen.size >= most) throw refuse(`goes on after ${most} pages`);
  if (!URL.canParse(url) || new URL(url).origin !== new URL(first).origin) throw refuse("leads to another origin");
}

/** A list in the `value` envelope, with the three spellings of the link that the services use (apis.md 3.1, 7.2). */
export const pageOf = <T>(item: v.GenericSchema<unknown, T>) =>
  v.pipe(
    v.object({
      value: v.array(item),
      "@odata.nextLink": v.nullish(v.string()),
      "@odata.nextlink": v.nullish(v.string()),
      nextLink: v.nullish(v.string()),
    }),
    v.transform((page) => ({ items: page.value, next: linkOf(page) })),
  );

export interface Page<T> {
  readonly items: readonly T[];
  readonly next: string | undefined;
}

const linkOf = (page: {
  readonly "@odata.nextLink"?: string | null | undefined;
  readonly "@odata.nextlink"?: string | null | undefined;
  readonly nextLink?: string | null | undefined;
}): string | undefined =>
  [page["@odata.nextLink"], page["@odata.nextlink"], page.nextLink].find((link) => link != null && link !== "") ??
  undefined;

/** All items of all pages, in order. */
export async function allItems<T>(first: string, read: (url: string) => Promise<Page<T>>): Promise<readonly T[]> {
  const items: T[] = [];
  for await (const page of pages(first, read, { next: ({ next }) => next })) items.push(...page.items);
  return items;
}
