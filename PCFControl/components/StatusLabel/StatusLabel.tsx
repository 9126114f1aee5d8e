import React from "react";
import { mergeClasses } from "@fluentui/react-components";
import { Icon } from "../Icon/Icon";
import { useLocale } from "../Locale/Locale";
import { useStatusLabelStyles } from "./StatusLabel.styles";
import type { StatusLabelProps } from "./StatusLabel.types";

/** Status as shape, word and colour; each of the three is enough. */
export function StatusLabel({ status }: StatusLabelProps): React.ReactElement {
  const styles = useStatusLabelStyles();
  const { text } = useLocale();
  return (
    <span className={mergeClasses(styles.root, styles[status])}>
      <Icon name={status} size={16} />
      {text(`status_${status}`)}
    </span>
  );
}
