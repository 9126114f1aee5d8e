import React from "react";
import { Badge, mergeClasses } from "@fluentui/react-components";
import type { Contribution } from "../../../src/domain";
import { DataTable } from "../DataTable/DataTable";
import type { Column } from "../DataTable/DataTable.types";
import { useLocale } from "../Locale/Locale";
import type { Locale } from "../Locale/Locale.types";
import { meterName } from "../meterWords";
import { readingWords, ruleWords, sourceWords } from "../ruleWords";
import { useWhyThisNumberStyles } from "./WhyThisNumber.styles";
import type { WhyThisNumberProps } from "./WhyThisNumber.types";
import { amountWords, formulaWords, lineMarks, lineRuleWords, sumWords, switchWords } from "./useWhyThisNumber";

interface ProductProps extends WhyThisNumberProps {
  readonly line: Contribution;
}

function Product({ line, report }: ProductProps): React.ReactElement {
  const styles = useWhyThisNumberStyles();
  const locale = useLocale();
  return (
    <div>
      <div className={styles.product}>{line.productName}</div>
      <div className={styles.caption}>{line.skuPartNumber}</div>
      <div className={styles.marks}>
        {lineMarks(line, report, locale).map((mark) => (
          <Badge key={mark} appearance="outline" color="informative" size="medium">
            {mark}
          </Badge>
        ))}
      </div>
    </div>
  );
}

function Rule({ line }: { readonly line: Contribution }): React.ReactElement {
  const styles = useWhyThisNumberStyles();
  const locale = useLocale();
  const edition = readingWords("edition", line.edition, locale);
  return (
    <div className={styles.rule}>
      <div>{lineRuleWords(line, locale)}</div>
      <div className={styles.caption}>{sourceWords(line.source, locale)}</div>
      <div className={styles.caption}>{locale.text("why_ruleId", [line.rule, edition])}</div>
    </div>
  );
}

function columnsOf({ report }: WhyThisNumberProps, locale: Locale): readonly Column<Contribution>[] {
  const { text } = locale;
  return [
    {
      id: "product",
      title: text("why_product"),
      heads: true,
      value: (line) => line.productName,
      cell: (line) => <Product line={line} report={report} />,
    },
    { id: "formula", title: text("why_formula"), numeric: true, value: (line) => formulaWords(line, report, locale) },
    {
      id: "amount",
      title: text("why_amount"),
      numeric: true,
      value: (line) => line.amount,
      cell: (line) => amountWords(line, report, locale),
    },
    {
      id: "rule",
      title: text("why_rule"),
      prose: true,
      value: (line) => `${line.rule}: ${lineRuleWords(line, locale)} (${sourceWords(line.source, locale)})`,
      cell: (line) => <Rule line={line} />,
    },
  ];
}

function Sum({ report }: WhyThisNumberProps): React.ReactElement {
  const styles = useWhyThisNumberStyles();
  const locale = useLocale();
  return (
    <tr role="row" className={styles.sumRow}>
      <th scope="row" colSpan={2} className={styles.sum}>
        {locale.text("why_sum")}
      </th>
      {/* eslint-disable-next-line jsx-a11y/no-interactive-element-to-noninteractive-role -- the narrow layout takes the role of a cell away */}
      <td role="cell" className={mergeClasses(styles.sum, styles.end)}>
        {sumWords(report, locale)}
      </td>
    </tr>
  );
}

/** Open readings of rules: the one in force, and what each other would give. */
function Switches({ report }: WhyThisNumberProps): React.ReactElement | null {
  const styles = useWhyThisNumberStyles();
  const locale = useLocale();
  if (report.switches.length === 0) return null;
  return (
    <section>
      <h4 className={styles.subheading}>{locale.text("switch_heading")}</h4>
      <ul className={styles.list}>
        {report.switches.map((effect) => (
          <li key={effect.name}>{switchWords(effect, report, locale)}</li>
        ))}
      </ul>
    </section>
  );
}

/** The lines that the owned figure is the sum of, each with its rule and where the rule is written down. */
export function WhyThisNumber({ report }: WhyThisNumberProps): React.ReactElement {
  const styles = useWhyThisNumberStyles();
  const locale = useLocale();
  const hasLines = report.contributions.length > 0;
  return (
    <div className={styles.root}>
      {hasLines && (
        <DataTable
          name={locale.text("why_table", [meterName(report.meter, locale)])}
          columns={columnsOf({ report }, locale)}
          rows={report.contributions}
          keyOf={(line) => `${line.product}/${line.skuPartNumber ?? ""}/${line.rule}/${line.trial}`}
          empty=""
          footer={<Sum report={report} />}
        />
      )}
      {!hasLines && <p className={styles.fallback}>{locale.text(`why_noLines_${report.owned.kind}`)}</p>}
      <div>
        <h4 className={styles.subheading}>{locale.text("why_counting")}</h4>
        <div>{ruleWords(report.rule, locale)}</div>
        <div className={styles.caption}>
          {report.rule} · {sourceWords(report.ruleSource, locale)}
        </div>
      </div>
      <Switches report={report} />
    </div>
  );
}
