import React from "react";
import { Button } from "@fluentui/react-components";
import { Icon } from "../Icon/Icon";
import { useLocale } from "../Locale/Locale";
import { useEmptyStateStyles } from "./EmptyState.styles";
import type { Trouble } from "../Panel/Panel.types";
import type { EmptyStateProps } from "./EmptyState.types";

/** Nothing is wrong: nobody has synced yet. */
const first: ReadonlySet<Trouble["kind"]> = new Set(["noTenant", "noPanelRow", "noSnapshot"]);

/** Nothing to show: what happened, and the next step. What the platform said is folded away for whoever mends it. */
export function EmptyState({ trouble, onRetry, children }: EmptyStateProps): React.ReactElement {
  const styles = useEmptyStateStyles();
  const { text } = useLocale();
  return (
    <div className={styles.root} role="alert">
      <span className={styles.icon}>
        <Icon name={first.has(trouble.kind) ? "info" : "near"} size={32} />
      </span>
      <h1 className={styles.heading}>{text(`trouble_${trouble.kind}_title`)}</h1>
      <p className={styles.paragraph}>{text(`trouble_${trouble.kind}_sentence`)}</p>
      <p className={styles.paragraph}>{text(`trouble_${trouble.kind}_next`)}</p>
      <div className={styles.actions}>
        {children}
        {onRetry !== undefined && <Button onClick={onRetry}>{text("trouble_retry")}</Button>}
      </div>
      {trouble.detail !== undefined && (
        <details className={styles.detail}>
          <summary>{text("trouble_detail")}</summary>
          {trouble.detail}
        </details>
      )}
    </div>
  );
}
