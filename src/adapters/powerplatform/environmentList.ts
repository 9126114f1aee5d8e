/** Environments of the tenant: from the list that tells their storage, or where that is refused from the one that does not. */
import { SourceError } from "../../app/errors";
import type { EnvironmentList } from "../../app/ports";
import type { ReasonCode } from "../../domain";
import type { PowerPlatform } from "./connect";
import { readEnvironments } from "./environments";
import { readPlatformEnvironments } from "./platformEnvironments";

/** The service answered and will not give it. Trouble of any other kind would be no reason to go without storage. */
const refusals: ReadonlySet<ReasonCode> = new Set(["forbidden", "unauthenticated", "notFound"]);

export async function readEnvironmentList(services: PowerPlatform, signal: AbortSignal): Promise<EnvironmentList> {
  try {
    return { environments: await readEnvironments(services.bap, signal) };
  } catch (error) {
    if (!(error instanceof SourceError) || !refusals.has(error.reason.code)) throw error;
    return readInstead(error, services, signal);
  }
}

async function readInstead(
  refusal: SourceError,
  { powerPlatform }: PowerPlatform,
  signal: AbortSignal,
): Promise<EnvironmentList> {
  const { code } = refusal.reason;
  try {
    const environments = await readPlatformEnvironments(powerPlatform, signal);
    const { host } = new URL(powerPlatform.origin);
    return {
      environments,
      lacking: { code, detail: `${refusal.message} Listed by ${host} instead, without storage.` },
    };
  } catch (error) {
    if (!(error instanceof SourceError) || signal.aborted) throw error;
    // Who mends the first list has storage too, so its refusal comes first.
    const said = [...new Set([refusal.message, error.message])].join(" ");
    throw new SourceError(code, said, { cause: error });
  }
}
