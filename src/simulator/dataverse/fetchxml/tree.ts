/** A FetchXML query as read, before its names are looked up. */
export interface Fetch {
  readonly aggregate: boolean;
  readonly distinct: boolean;
  readonly top: number | undefined;
  /** Rows of a page. */
  readonly count: number | undefined;
  readonly page: number | undefined;
  /** Value of `paging-cookie`, decoded. */
  readonly cookie: string | undefined;
  readonly returnTotal: boolean;
  readonly aggregateLimit: number | undefined;
  readonly entity: EntityNode;
}

export interface EntityNode {
  readonly name: string;
  readonly attributes: readonly AttributeNode[];
  /** `all`: with `all-attributes`; `none`: with `no-attrs`; `default`: neither. */
  readonly columns: "all" | "none" | "default";
  readonly filters: readonly FilterNode[];
  readonly orders: readonly OrderNode[];
  readonly links: readonly LinkNode[];
}

export interface LinkNode extends EntityNode {
  /** Column of the linked table. */
  readonly from: string;
  /** Column of the table above. */
  readonly to: string;
  readonly alias: string | undefined;
  readonly type: "inner" | "outer";
}

export const aggregates = ["count", "countcolumn", "sum", "avg", "min", "max"] as const;
export type Aggregate = (typeof aggregates)[number];

export const dateGroupings = ["day", "week", "month", "quarter", "year"] as const;
export type DateGrouping = (typeof dateGroupings)[number];

export interface AttributeNode {
  readonly name: string;
  readonly alias: string | undefined;
  readonly aggregate: Aggregate | undefined;
  readonly groupBy: boolean;
  readonly distinct: boolean;
  readonly dateGrouping: DateGrouping | undefined;
}

export interface FilterNode {
  readonly type: "and" | "or";
  readonly conditions: readonly ConditionNode[];
  readonly filters: readonly FilterNode[];
}

export interface ConditionNode {
  readonly attribute: string;
  readonly operator: string;
  readonly values: readonly string[];
  /** Alias of the joined table that the column belongs to. */
  readonly entityName: string | undefined;
}

export interface OrderNode {
  readonly attribute: string | undefined;
  readonly alias: string | undefined;
  readonly entityName: string | undefined;
  readonly descending: boolean;
}
