import React from "react";
import { Field, Select } from "@fluentui/react-components";
import type { Severity } from "../../../src/domain";
import { ActionList } from "../ActionList/ActionList";
import { bySeverity, findingWords } from "../findingWords";
import { toCsv } from "../ListTools/csv";
import { ListTools } from "../ListTools/ListTools";
import { useLocale } from "../Locale/Locale";
import { useFindingsStyles } from "./Findings.styles";
import type { FindingsProps } from "./Findings.types";

const severities: readonly Severity[] = ["error", "warning", "info"];

/** Every finding with facts, advice and rule; by severity. */
export function Findings({ snapshot, onOpen }: FindingsProps): React.ReactElement {
  const styles = useFindingsStyles();
  const locale = useLocale();
  const { text } = locale;
  const [only, setOnly] = React.useState<Severity>();
  if (snapshot.findings.length === 0) return <p>{text("action_nothing")}</p>;
  const csv = (): string => {
    const titles = ["severity", "title", "sentence", "advice", "rule"].map((name) => text(`findings_${name}`));
    const rows = bySeverity(snapshot.findings).map((finding) => {
      const words = findingWords(finding, snapshot, locale);
      return [text(`severity_${finding.severity}`), words.title, words.sentence, words.advice, finding.rule];
    });
    return toCsv([titles, ...rows]);
  };
  return (
    <div>
      <div className={styles.tools}>
        <Field label={text("findings_severity")}>
          <Select
            value={only ?? "all"}
            onChange={(_, data) => setOnly(severities.find((severity) => severity === data.value))}
          >
            <option value="all">{text("findings_all")}</option>
            {severities.map((severity) => (
              <option key={severity} value={severity}>
                {text(`severity_${severity}`)}
              </option>
            ))}
          </Select>
        </Field>
        <ListTools name={text("screen_findings")} csv={csv} />
      </div>
      <ActionList snapshot={snapshot} onOpen={onOpen} {...(only === undefined ? {} : { only })} />
    </div>
  );
}
