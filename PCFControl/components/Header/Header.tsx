import React from "react";
import { Button } from "@fluentui/react-components";
import { Icon } from "../Icon/Icon";
import { useLocale } from "../Locale/Locale";
import { readingWords } from "../ruleWords";
import { isBusy } from "../RefreshStatus/useRefreshStatus";
import { useHeaderStyles } from "./Header.styles";
import type { HeaderProps } from "./Header.types";

/** Whose figures these are, how old, how complete, by which edition of the rules. */
export function Header({ snapshot, refresh, now, onRefresh }: HeaderProps): React.ReactElement {
  const styles = useHeaderStyles();
  const locale = useLocale();
  const { text, plural, format } = locale;
  const { coverage, asOf, edition, tenant } = snapshot;
  const coverageWords = plural("coverage", coverage.total, [
    format.number(coverage.read),
    format.number(coverage.total),
  ]);
  const busy = isBusy(refresh);
  return (
    <header className={styles.root}>
      <div className={styles.titles}>
        <h1 className={styles.heading}>{tenant.name}</h1>
        <ul className={styles.facts}>
          <li>
            {text("header_asOf", [format.moment(asOf)])} <span className={styles.age}>({format.ago(asOf, now)})</span>
          </li>
          <li>{coverageWords}</li>
          <li>{text("header_edition", [readingWords("edition", edition, locale)])}</li>
        </ul>
      </div>
      <Button appearance="primary" icon={<Icon name="refresh" />} disabledFocusable={busy} onClick={onRefresh}>
        {text(busy ? "refresh_busy" : "refresh_button")}
      </Button>
    </header>
  );
}
