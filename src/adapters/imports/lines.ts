/** What every kind of import file comes down to: lines of text cells, or why there are none. */
export interface Line {
  /** As the person sees it in the file, from 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

export interface Fault {
  readonly line: number;
  /** Heading of the column, or its letter; absent when the whole line is at fault. */
  readonly column?: string;
  readonly fault: string;
}

export interface Lines {
  readonly lines: readonly Line[];
  readonly faults: readonly Fault[];
}
