/** Addresses as logs and traces may show them: no query, no key, no person. */
const id = /(?:Default-)?[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}/gi;
const person = /[^/(),']+(?:@|%40)[^/(),']+/g;

const decoded = (path: string): string => {
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
};

/** Host and path; ids of environments stay, which tell them apart. */
export const shownAddress = (url: string): string => {
  const { host, pathname } = new URL(url);
  return (
    host +
    decoded(pathname)
      .replaceAll(/'[^']*'/g, "'…'")
      .replaceAll(person, "…")
  );
};

/** The path with everything replaced that differs from row to row. */
export const routeOf = (url: string): string =>
  decoded(new URL(url).pathname)
    .replaceAll(/\([^)]*\)/g, "({key})")
    .replaceAll(id, "{id}")
    .replaceAll(person, "{id}");

const services: readonly (readonly [RegExp, string])[] = [
  [/^login\.|^169\.254\.|\.vault\./, "identity"],
  [/graph\./, "graph"],
  [/api\.bap\./, "bap"],
  [/^api\./, "powerPlatform"],
];

export const serviceOf = (url: string): string => {
  const { host } = new URL(url);
  return services.find(([pattern]) => pattern.test(host))?.[1] ?? "dataverse";
};
