import type { MeterGroup as Group, MeterReport } from "../../../src/domain";
import type { History } from "../Panel/Panel.types";
import type { MeterRowProps } from "../MeterRow/MeterRow.types";

export interface MeterGroupProps {
  readonly group: Group;
  readonly reports: readonly MeterReport[];
  readonly history: History;
  readonly onOpen: MeterRowProps["onOpen"];
}
