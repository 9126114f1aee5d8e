/** Cases of the last 120 days; twice the 60 that Customer Service Insights looks at (apis.md 5.8). */
import { momentAt, stored } from "./dice";
import { ownerOf, type RowInput, type SourceRow } from "./row";

const days = 120;

export const caseRow = (input: RowInput, index: number): SourceRow => {
  const { id, draw } = input.dice("incident");
  const next = draw(index);
  const created = stored(momentAt(input.now, days, index, input.activity.cases ?? 1, next));
  return {
    incidentid: id(index),
    title: `Case ${index + 1}`,
    ticketnumber: `CAS-${String(index + 1).padStart(6, "0")}`,
    createdon: created,
    caseorigincode: 1 + Math.floor(next() * 3),
    prioritycode: 1 + Math.floor(next() * 3),
    ownerid: ownerOf(input, index),
  };
};
