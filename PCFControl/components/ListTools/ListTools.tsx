import React from "react";
import { Button } from "@fluentui/react-components";
import { Icon } from "../Icon/Icon";
import { useLocale } from "../Locale/Locale";
import { useListToolsStyles } from "./ListTools.styles";
import type { ListToolsProps } from "./ListTools.types";
import { useListTools } from "./useListTools";

/** Takes a list away: into the clipboard or a file, both as CSV. */
export function ListTools(props: ListToolsProps): React.ReactElement {
  const styles = useListToolsStyles();
  const { text } = useLocale();
  const { said, copy, save } = useListTools(props);
  return (
    <div className={styles.root}>
      <span role="status" className={styles.said}>
        {said === undefined ? "" : text(said)}
      </span>
      <Button
        appearance="subtle"
        size="small"
        icon={<Icon name="copy" size={16} />}
        aria-label={text("list_copyName", [props.name])}
        onClick={copy}
      >
        {text("list_copy")}
      </Button>
      <Button
        appearance="subtle"
        size="small"
        icon={<Icon name="download" size={16} />}
        aria-label={text("list_saveName", [props.name])}
        onClick={save}
      >
        {text("list_save")}
      </Button>
    </div>
  );
}
