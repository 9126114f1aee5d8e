import React from "react";
import { Link } from "@fluentui/react-components";
import type { Guidance, ServiceLimit } from "../../../src/domain";
import { useLocale } from "../Locale/Locale";
import { ruleWords, sourceWords } from "../ruleWords";
import { useGoodToKnowStyles } from "./GoodToKnow.styles";
import type { GoodToKnowProps } from "./GoodToKnow.types";

function Card({ card: { rule, source, link } }: { readonly card: Guidance }): React.ReactElement {
  const styles = useGoodToKnowStyles();
  const locale = useLocale();
  const origin = sourceWords(source, locale);
  return (
    <li className={styles.card}>
      <div>{ruleWords(rule, locale)}</div>
      <div className={styles.caption}>
        {link === undefined ? (
          origin
        ) : (
          <Link inline className={styles.small} href={link} target="_blank" rel="noreferrer">
            {origin}
          </Link>
        )}
      </div>
    </li>
  );
}

function Limits({ limits }: { readonly limits: readonly ServiceLimit[] }): React.ReactElement | null {
  const styles = useGoodToKnowStyles();
  const locale = useLocale();
  const { text, find, format } = locale;
  if (limits.length === 0) return null;
  const sources = [...new Set(limits.map(({ source }) => sourceWords(source, locale)))];
  return (
    <div>
      <h4 className={styles.subheading}>{text("limits_heading")}</h4>
      <ul className={styles.list}>
        {limits.map(({ id, amount }) => (
          <li key={id}>{find(`limit_${id}`, [format.number(amount)]) ?? `${id}: ${format.number(amount)}`}</li>
        ))}
      </ul>
      <div className={styles.caption}>
        {text("limits_intro")} {locale.list(sources)}
      </div>
    </div>
  );
}

/** What surrounds a meter without being a figure of it: cards of the rules, and limits that no licence raises. */
export function GoodToKnow({ cards, limits }: GoodToKnowProps): React.ReactElement {
  const styles = useGoodToKnowStyles();
  return (
    <div className={styles.root}>
      {cards.length > 0 && (
        <ul className={styles.cards}>
          {cards.map((card) => (
            <Card key={card.rule} card={card} />
          ))}
        </ul>
      )}
      <Limits limits={limits} />
    </div>
  );
}
