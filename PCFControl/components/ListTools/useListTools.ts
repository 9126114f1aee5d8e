import React from "react";
import type { ListToolsProps } from "./ListTools.types";

/** A mark that tells spreadsheets that the text is UTF-8. */
const byteOrderMark = "\uFEFF";

function download(name: string, csv: string): void {
  const address = URL.createObjectURL(new Blob([byteOrderMark, csv], { type: "text/csv;charset=utf-8" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = `${name.replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-+|-+$/g, "")}.csv`;
  link.click();
  URL.revokeObjectURL(address);
}

export type Said = "list_copied" | "list_notCopied" | "list_saved";

export function useListTools({ name, csv }: ListToolsProps) {
  const [said, setSaid] = React.useState<Said>();
  const copy = (): void => {
    const isGranted = "clipboard" in navigator ? navigator.clipboard.writeText(csv()) : Promise.reject(new Error());
    isGranted.then(
      () => setSaid("list_copied"),
      () => setSaid("list_notCopied"),
    );
  };
  const save = (): void => {
    download(name, csv());
    setSaid("list_saved");
  };
  return { said, copy, save };
}
