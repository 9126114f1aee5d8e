import React from "react";
import { Button, MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle } from "@fluentui/react-components";
import { useLocale } from "../Locale/Locale";
import type { NoticesProps } from "./Notices.types";
import { isStale, missingWords } from "./useNotices";

interface NoticeProps {
  readonly title: string;
  readonly body: string;
  readonly action?: React.ReactNode;
}

const Notice = ({ title, body, action }: NoticeProps): React.ReactElement => (
  <MessageBar intent="warning">
    <MessageBarBody>
      <MessageBarTitle>{title}</MessageBarTitle> {body}
    </MessageBarBody>
    {action !== undefined && <MessageBarActions>{action}</MessageBarActions>}
  </MessageBar>
);

/** What limits the figures below: a failed reading, missing environments or sources, their age. */
export function Notices({ snapshot, trouble, now, onSources, onRetry }: NoticesProps): React.ReactElement {
  const locale = useLocale();
  const { text, format } = locale;
  const missing = missingWords(snapshot, locale);
  return (
    <>
      {trouble !== undefined && (
        <Notice
          title={text(`trouble_${trouble.kind}_title`)}
          body={`${text("notice_stillShown", [format.moment(snapshot.asOf)])} ${text(`trouble_${trouble.kind}_next`)}`}
          action={
            <Button size="small" onClick={onRetry}>
              {text("trouble_retry")}
            </Button>
          }
        />
      )}
      {missing !== undefined && (
        <Notice
          title={text("partial_title")}
          body={missing}
          action={
            <Button size="small" onClick={onSources}>
              {text("partial_show")}
            </Button>
          }
        />
      )}
      {isStale(snapshot, now) && (
        <Notice title={text("stale_title")} body={text("stale_sentence", [format.ago(snapshot.asOf, now)])} />
      )}
    </>
  );
}
