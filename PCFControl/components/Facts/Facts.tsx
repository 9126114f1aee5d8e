import React from "react";
import { useFactsStyles } from "./Facts.styles";
import type { FactsProps } from "./Facts.types";

/** Terms with what there is to say about each. */
export function Facts({ facts }: FactsProps): React.ReactElement {
  const styles = useFactsStyles();
  return (
    <dl className={styles.root}>
      {facts.map(({ term, value }) => (
        <div key={term} className={styles.fact}>
          <dt className={styles.term}>{term}</dt>
          <dd className={styles.value}>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
