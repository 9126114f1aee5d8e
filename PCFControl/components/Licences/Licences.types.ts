import type { Snapshot } from "../../../src/domain";

export interface LicencesProps {
  readonly snapshot: Snapshot;
}
