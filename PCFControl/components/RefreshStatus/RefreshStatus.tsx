import React from "react";
import { MessageBar, MessageBarBody, ProgressBar } from "@fluentui/react-components";
import { useLocale } from "../Locale/Locale";
import { useRefreshStatusStyles } from "./RefreshStatus.styles";
import type { RefreshStatusProps } from "./RefreshStatus.types";
import { isBusy, refreshWords, type RefreshWords } from "./useRefreshStatus";

function Progress({ words }: { readonly words: RefreshWords }): React.ReactElement {
  const styles = useRefreshStatusStyles();
  const { text } = useLocale();
  return (
    <div className={styles.root}>
      <ProgressBar
        aria-label={text("refresh_progress")}
        thickness="large"
        {...(words.share === undefined ? {} : { value: words.share })}
      />
      <div className={styles.line}>
        <span>{words.phase}</span>
        {words.details.map((detail) => (
          <span key={detail} className={styles.muted}>
            {detail}
          </span>
        ))}
      </div>
    </div>
  );
}

/** A refresh under way or just ended. The live region speaks the phase only. */
export function RefreshStatus({ state, now }: RefreshStatusProps): React.ReactElement {
  const locale = useLocale();
  const words = refreshWords(state, now, locale);
  return (
    <div>
      <div role="status" className="quotaPanel-spoken">
        {words?.phase ?? ""}
      </div>
      {words !== undefined && isBusy(state) && <Progress words={words} />}
      {words !== undefined && !isBusy(state) && (
        <MessageBar intent={words.isTrouble ? "warning" : "success"} layout="multiline">
          <MessageBarBody>{words.phase}</MessageBarBody>
        </MessageBar>
      )}
    </div>
  );
}
