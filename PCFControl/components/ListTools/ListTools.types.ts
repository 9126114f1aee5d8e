export interface ListToolsProps {
  /** Name of the list, for the buttons' names and the file. */
  readonly name: string;
  /** Made only when asked for: a list may have thousands of rows. */
  readonly csv: () => string;
}
