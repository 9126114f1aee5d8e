/** Names of Microsoft's services come in either case. */
export const sameName = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();
