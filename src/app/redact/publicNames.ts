/** Names that Microsoft gave and that say nothing about a customer. */

/** Publishers of packages and solutions that are not the customer's. */
const publishers = /^(?:microsoft|msdyn|dynamicsmkt_|mscrm|powervirtualagents|powerapps)/i;

export const isPublicName = (uniqueName: string): boolean => publishers.test(uniqueName);

/** Tables of the platform have no publisher's prefix; those of products carry Microsoft's. */
export const isPublicTable = (table: string): boolean => /^(?:[a-z]+$|msdyn|mscrm|adx_|bot_?|ms[a-z]*_)/.test(table);

const channels = new Set(["email", "sms", "push", "form", "voice", "chat", "custom"]);

export const knownChannel = (channel: string): boolean => channels.has(channel);
