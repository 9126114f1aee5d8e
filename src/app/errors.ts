/**
 * The small family of errors. Expected trouble carries a `Reason`, so that the source it came from can be shown as
 * unknown; anything else that is thrown is our bug.
 */
import type { Reason, ReasonCode } from "../domain";

/** A source could not be read. Adapters throw it (or a subclass); `collect` turns it into `notRead`. */
export class SourceError extends Error {
  override readonly name: string = "SourceError";
  readonly reason: Reason;
  constructor(code: ReasonCode, detail: string, options?: ErrorOptions) {
    super(detail, options);
    this.reason = { code, detail };
  }
}

/** The store is held by another run. `holder` and `until` say by whom and until when. */
export class LeaseTakenError extends Error {
  override readonly name = "LeaseTakenError";
  constructor(
    readonly holder: string,
    readonly until: string,
  ) {
    super(`Another run (${holder}) holds the store until ${until}.`);
  }
}

/** The store cannot be read or written, so nothing can be published. */
export class StoreError extends Error {
  override readonly name = "StoreError";
}

/** A file that was handed in, or is to be written, cannot be used. `faults` lists what is wrong, one line each with its path. */
export class InputError extends Error {
  override readonly name = "InputError";
  constructor(
    readonly file: string,
    readonly faults: readonly string[],
    options?: ErrorOptions,
  ) {
    super(`${file}: ${faults.join("; ")}`, options);
  }
}
