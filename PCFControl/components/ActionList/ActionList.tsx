import React from "react";
import { Link, mergeClasses } from "@fluentui/react-components";
import { bySeverity, findingWords, meterOf } from "../findingWords";
import { Icon } from "../Icon/Icon";
import { useLocale } from "../Locale/Locale";
import { meterName } from "../meterWords";
import { useActionListStyles } from "./ActionList.styles";
import type { ActionItemProps, ActionListProps } from "./ActionList.types";

const icons = { error: "over", warning: "near", info: "info" } as const;

function ActionItem({ finding, snapshot, onOpen }: ActionItemProps): React.ReactElement {
  const styles = useActionListStyles();
  const locale = useLocale();
  const words = findingWords(finding, snapshot, locale);
  const report = meterOf(finding, snapshot);
  return (
    <li className={mergeClasses(styles.item, styles.divided)}>
      <span className={styles[finding.severity]}>
        <Icon name={icons[finding.severity]} />
      </span>
      <div>
        <h3 className={styles.title}>
          <span className={mergeClasses(styles.severity, styles[finding.severity])}>
            {locale.text(`severity_${finding.severity}`)}
          </span>
          {words.title}
        </h3>
        <p className={styles.sentence}>{words.sentence}</p>
        <p className={styles.advice}>{words.advice}</p>
      </div>
      <div className={styles.foot}>
        {report !== undefined && (
          <Link as="button" inline onClick={() => onOpen(report.meter)}>
            {locale.text("action_showMeter", [meterName(report.meter, locale)])}
          </Link>
        )}
        <span>{locale.text("action_rule", [finding.rule])}</span>
      </div>
    </li>
  );
}

/** Findings as sentences with figures and the next step, the worst first. */
export function ActionList({ snapshot, limit, only, onOpen }: ActionListProps): React.ReactElement {
  const styles = useActionListStyles();
  const findings = bySeverity(snapshot.findings).filter(({ severity }) => only === undefined || severity === only);
  return (
    <ul className={styles.list}>
      {findings.slice(0, limit).map((finding) => (
        <ActionItem key={finding.id} finding={finding} snapshot={snapshot} onOpen={onOpen} />
      ))}
    </ul>
  );
}
