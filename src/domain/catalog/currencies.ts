/** Currencies of the licensing API that stand for a meter, as the service names them. */
import type { MeterId } from "./meters";

export const currencyTypes = {
  copilotMessages: ["MCSMessages"],
  copilotSessions: ["MCSSessions", "VAConversations"],
} as const satisfies Partial<Record<MeterId, readonly string[]>>;
