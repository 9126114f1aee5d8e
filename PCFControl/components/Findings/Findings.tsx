import React from "react";
import { Field, Select } from "@fluentui/react-components";
import { toCsv, type Finding, type Severity, type Snapshot } from "../../../src/domain";
import { ActionList } from "../ActionList/ActionList";
import { acknowledgedWords, bySeverity, findingWords } from "../findingWords";
import { ListTools } from "../ListTools/ListTools";
import { useLocale } from "../Locale/Locale";
import type { Locale } from "../Locale/Locale.types";
import { useFindingsStyles } from "./Findings.styles";
import type { FindingsProps } from "./Findings.types";

const severities: readonly Severity[] = ["error", "warning", "info"];
const columns = ["severity", "title", "sentence", "advice", "rule", "state"];

function asCsv(snapshot: Snapshot, locale: Locale): string {
  const { text } = locale;
  const rows = bySeverity(snapshot.findings).map((finding) => {
    const { title, sentence, advice } = findingWords(finding, snapshot, locale);
    const state = finding.acknowledged === undefined ? "" : acknowledgedWords(finding.acknowledged, locale);
    return [text(`severity_${finding.severity}`), title, sentence, advice, finding.rule, state];
  });
  return toCsv([columns.map((name) => text(`findings_${name}`)), ...rows]);
}

interface FilterProps {
  readonly only: Severity | undefined;
  readonly onChoose: (severity: Severity | undefined) => void;
}

function SeverityFilter({ only, onChoose }: FilterProps): React.ReactElement {
  const { text } = useLocale();
  return (
    <Field label={text("findings_severity")}>
      <Select
        value={only ?? "all"}
        onChange={(_, data) => onChoose(severities.find((severity) => severity === data.value))}
      >
        <option value="all">{text("findings_all")}</option>
        {severities.map((severity) => (
          <option key={severity} value={severity}>
            {text(`severity_${severity}`)}
          </option>
        ))}
      </Select>
    </Field>
  );
}

/** What somebody lives with, folded away below the rest. */
function Acknowledged({ findings, ...rest }: FindingsProps & { readonly findings: readonly Finding[] }) {
  const styles = useFindingsStyles();
  const { plural, format } = useLocale();
  if (findings.length === 0) return null;
  return (
    <details className={styles.acknowledged}>
      <summary className={styles.summary}>
        {plural("findings_acknowledgedCount", findings.length, [format.number(findings.length)])}
      </summary>
      <ActionList findings={findings} {...rest} />
    </details>
  );
}

/** Every finding with facts, advice and rule; by severity, the acknowledged ones at the end. */
export function Findings({ snapshot, onOpen }: FindingsProps): React.ReactElement {
  const styles = useFindingsStyles();
  const locale = useLocale();
  const { text } = locale;
  const [only, setOnly] = React.useState<Severity>();
  if (snapshot.findings.length === 0) return <p>{text("action_nothing")}</p>;
  const shown = bySeverity(snapshot.findings).filter(({ severity }) => only === undefined || severity === only);
  const open = shown.filter(({ acknowledged }) => acknowledged === undefined);
  return (
    <div>
      <div className={styles.tools}>
        <SeverityFilter only={only} onChoose={setOnly} />
        <ListTools name={text("screen_findings")} csv={() => asCsv(snapshot, locale)} />
      </div>
      <ActionList snapshot={snapshot} findings={open} onOpen={onOpen} />
      <Acknowledged snapshot={snapshot} findings={shown.slice(open.length)} onOpen={onOpen} />
    </div>
  );
}
