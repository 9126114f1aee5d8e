/** The environment variables of the solution, as they stand in the home environment. */
import * as v from "valibot";
import { allItems, pageOf } from "../http/pages";
import { getJson } from "../http/readJson";
import { dataverseSend, type DataverseAccess } from "./connect";
import { together } from "./together";

/** Text by schema name; a variable with neither value nor default is not in it. */
export type SettingVariables = Readonly<Record<string, string>>;

const definitionPage = pageOf(
  v.object({
    environmentvariabledefinitionid: v.string(),
    schemaname: v.string(),
    defaultvalue: v.nullish(v.string()),
  }),
);
const valuePage = pageOf(
  v.object({ _environmentvariabledefinitionid_value: v.nullish(v.string()), value: v.nullish(v.string()) }),
);

const definitionQuery =
  "$select=schemaname,defaultvalue,environmentvariabledefinitionid&$filter=startswith(schemaname,'dqp_')";
const valueQuery = "$select=value,_environmentvariabledefinitionid_value";

/** Rejects with `SourceError`. `origin`: address of the home environment without a slash at its end. */
export async function settingVariables(
  access: DataverseAccess,
  origin: string,
  signal: AbortSignal,
): Promise<SettingVariables> {
  const send = dataverseSend(access, origin);
  const list = <T>(path: string, schema: ReturnType<typeof pageOf<T>>) =>
    allItems(`${origin}/api/data/v9.2/${path}`, (url) => getJson(send, { url, schema, signal }));
  const [definitions, values] = await together(
    list(`environmentvariabledefinitions?${definitionQuery}`, definitionPage),
    list(`environmentvariablevalues?${valueQuery}`, valuePage),
  );
  const given = new Map(values.map((row) => [row._environmentvariabledefinitionid_value, row.value]));
  return Object.fromEntries(
    definitions.flatMap(({ environmentvariabledefinitionid: id, schemaname, defaultvalue }) => {
      const text = given.get(id) ?? defaultvalue ?? "";
      return text.trim() === "" ? [] : [[schemaname, text.trim()]];
    }),
  );
}
