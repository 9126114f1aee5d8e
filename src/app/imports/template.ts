/** What there is to fill in: environments and meters without a figure of their own, in the order of the snapshot. */
import type { EnvironmentReport, Meter, Snapshot } from "../../domain";

export interface OpenFigure {
  /** Absent where no environment is known yet. */
  readonly environment?: Pick<EnvironmentReport, "id" | "name">;
  readonly meter: Meter;
}

const isOpen = ({ usage }: EnvironmentReport, { id }: Meter): boolean => {
  const counted = usage.find(({ meter }) => meter === id)?.counted;
  return (
    counted !== undefined &&
    (counted.kind === "unknown" || (counted.kind === "known" && counted.confidence === "imported"))
  );
};

/** Pure. Without a snapshot, or where it leaves nothing open, one line for each meter. */
export const openFigures = (snapshot: Snapshot | undefined, importable: readonly Meter[]): readonly OpenFigure[] => {
  const open = (snapshot?.environments ?? []).flatMap((environment) =>
    importable.filter((meter) => isOpen(environment, meter)).map((meter) => ({ environment, meter })),
  );
  return open.length > 0 ? open : importable.map((meter) => ({ meter }));
};
