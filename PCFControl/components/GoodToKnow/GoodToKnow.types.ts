import type { Guidance, ServiceLimit } from "../../../src/domain";

export interface GoodToKnowProps {
  readonly cards: readonly Guidance[];
  readonly limits: readonly ServiceLimit[];
}
