import React from "react";
import { Link } from "@fluentui/react-components";
import { meters, type MeterGroup as Group, type MeterReport } from "../../../src/domain";
import { ActionList } from "../ActionList/ActionList";
import { openFindings } from "../findingWords";
import { Icon } from "../Icon/Icon";
import { useLocale } from "../Locale/Locale";
import { MeterGroup } from "../MeterGroup/MeterGroup";
import { useOverviewStyles } from "./Overview.styles";
import type { OverviewProps } from "./Overview.types";

/** What fits above the meters without pushing them out of sight. */
const firstActions = 3;

/** Groups and meters in the catalogue's order; groups that this snapshot has nothing for are left out. */
export function groupReports(reports: readonly MeterReport[]): readonly (readonly [Group, readonly MeterReport[]])[] {
  const groups = [...new Set([...meters, ...reports].map(({ group }) => group))];
  return groups
    .map((group) => [group, reports.filter((report) => report.group === group)] as const)
    .filter(([, members]) => members.length > 0);
}

function FirstActions({ snapshot, onOpen, onAllFindings }: OverviewProps): React.ReactElement {
  const styles = useOverviewStyles();
  const { text, plural } = useLocale();
  const count = snapshot.findings.length;
  const open = openFindings(snapshot.findings);
  return (
    <section aria-label={text("action_heading")} className={styles.action}>
      <h2 className={styles.heading}>{text("action_heading")}</h2>
      {open.length === 0 ? (
        <p className={styles.calm}>
          <span className={styles.good}>
            <Icon name="ok" />
          </span>
          {text(count === 0 ? "action_nothing" : "action_acknowledged")}
        </p>
      ) : (
        <ActionList snapshot={snapshot} findings={open.slice(0, firstActions)} onOpen={onOpen} />
      )}
      {count > Math.min(open.length, firstActions) && (
        <Link as="button" inline onClick={onAllFindings}>
          {plural("action_all", count)}
        </Link>
      )}
    </section>
  );
}

export function Overview(props: OverviewProps): React.ReactElement {
  const styles = useOverviewStyles();
  const { snapshot, history, onOpen } = props;
  return (
    <div className={styles.root}>
      <FirstActions {...props} />
      {groupReports(snapshot.meters).map(([group, reports]) => (
        <MeterGroup key={group} group={group} reports={reports} history={history} onOpen={onOpen} />
      ))}
    </div>
  );
}
