import React from "react";
import { Link, mergeClasses } from "@fluentui/react-components";
import { acknowledgedWords, findingWords, meterOf } from "../findingWords";
import { Icon } from "../Icon/Icon";
import { useLocale } from "../Locale/Locale";
import { meterName } from "../meterWords";
import { useActionListStyles } from "./ActionList.styles";
import type { ActionItemProps, ActionListProps } from "./ActionList.types";

/** A character and no margin: it stays between the words whichever way the paragraph runs. */
const severityGap = "\u2002";

const icons = { error: "over", warning: "near", info: "info" } as const;

interface RuleLinkProps {
  readonly rule: string;
  readonly link: string | undefined;
}

/** Name of the rule; a way to its public page where one is known. */
function RuleLink({ rule, link }: RuleLinkProps): React.ReactElement {
  const styles = useActionListStyles();
  if (link === undefined) return <span>{rule}</span>;
  return (
    <Link inline className={styles.small} href={link} target="_blank" rel="noreferrer">
      {rule}
    </Link>
  );
}

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
          {severityGap}
          {words.title}
        </h3>
        <p className={styles.sentence}>{words.sentence}</p>
        <p className={styles.advice}>{words.advice}</p>
        {finding.acknowledged !== undefined && (
          <p className={styles.advice}>{acknowledgedWords(finding.acknowledged, locale)}</p>
        )}
      </div>
      <div className={styles.foot}>
        {report !== undefined && (
          <Link as="button" inline onClick={() => onOpen(report.meter)}>
            {locale.text("action_showMeter", [meterName(report.meter, locale)])}
          </Link>
        )}
        <RuleLink rule={locale.text("action_rule", [finding.rule])} link={finding.link} />
      </div>
    </li>
  );
}

/** Findings as sentences with figures and the next step. */
export function ActionList({ snapshot, findings, onOpen }: ActionListProps): React.ReactElement {
  const styles = useActionListStyles();
  return (
    <ul className={styles.list}>
      {findings.map((finding) => (
        <ActionItem key={finding.id} finding={finding} snapshot={snapshot} onOpen={onOpen} />
      ))}
    </ul>
  );
}
