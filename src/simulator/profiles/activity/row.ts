/** What the rows of an environment are made from. */
import type { ProfileEnvironment } from "../../contracts";
import type { Dice } from "./dice";

export type SourceRow = Readonly<Record<string, string | number | null>>;

export interface RowInput {
  readonly now: Date;
  readonly activity: NonNullable<ProfileEnvironment["activity"]>;
  /** Rows of the people who own what happens, in turn. */
  readonly owners: readonly string[];
  readonly dice: (table: string) => Dice;
}

export const ownerOf = ({ owners }: RowInput, index: number): string | null => owners[index % owners.length] ?? null;
