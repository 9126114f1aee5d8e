/** Names of the licensing API for what agents use up (CC.pva.exclusive). */

/** Sessions of Power Virtual Agents. */
export const sessionCurrencies: readonly string[] = ["MCSSessions", "VAConversations"];

/** Messages of Copilot Studio. */
export const messageCurrencies: readonly string[] = ["MCSMessages"];
