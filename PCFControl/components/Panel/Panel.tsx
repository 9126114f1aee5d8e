import React from "react";
import { Button, mergeClasses, Skeleton, SkeletonItem } from "@fluentui/react-components";
import type { Snapshot } from "../../../src/domain";
import { EmptyState } from "../EmptyState/EmptyState";
import { Findings } from "../Findings/Findings";
import { Header } from "../Header/Header";
import { Licences } from "../Licences/Licences";
import { LocaleProvider, useLocale } from "../Locale/Locale";
import { MeterDetail } from "../MeterDetail/MeterDetail";
import { Notices } from "../Notices/Notices";
import { Overview } from "../Overview/Overview";
import { RefreshStatus } from "../RefreshStatus/RefreshStatus";
import { isBusy } from "../RefreshStatus/useRefreshStatus";
import { Sources } from "../Sources/Sources";
import { usePanelStyles } from "./Panel.styles";
import type { PanelProps, PanelService, Screen } from "./Panel.types";
import { usePanel } from "./usePanel";

type PanelState = ReturnType<typeof usePanel>;

const screens: readonly Screen[] = ["overview", "findings", "licences", "sources"];

function Loading(): React.ReactElement {
  const styles = usePanelStyles();
  const { text } = useLocale();
  return (
    <div role="status" aria-label={text("loading")}>
      <h1 className="quotaPanel-spoken">{text("control_name")}</h1>
      <Skeleton className={styles.skeleton} aria-hidden>
        <SkeletonItem size={32} style={{ width: "40%" }} />
        <SkeletonItem size={16} style={{ width: "65%" }} />
        {[1, 2, 3, 4, 5].map((row) => (
          <SkeletonItem key={row} size={64} />
        ))}
      </Skeleton>
    </div>
  );
}

/** No snapshot was ever read: what to do, and Refresh where a sync would help. */
function Nothing({ state }: { readonly state: PanelState }): React.ReactElement {
  const { text } = useLocale();
  const { trouble, refreshState, refresh, now, load } = state;
  if (trouble === undefined) return <Loading />;
  const canRefresh = trouble.kind === "noSnapshot" || trouble.kind === "noPanelRow";
  return (
    <>
      <RefreshStatus state={refreshState} now={now} />
      <EmptyState trouble={trouble} {...(trouble.kind === "noTenant" ? {} : { onRetry: () => void load() })}>
        {canRefresh && (
          <Button appearance="primary" disabledFocusable={isBusy(refreshState)} onClick={refresh}>
            {text("refresh_button")}
          </Button>
        )}
      </EmptyState>
    </>
  );
}

interface ViewProps {
  readonly state: PanelState;
  readonly snapshot: Snapshot;
}

function CurrentScreen({ state, snapshot }: ViewProps): React.ReactElement {
  const { screen, history, open, show } = state;
  switch (screen) {
    case "overview":
      return <Overview snapshot={snapshot} history={history} onOpen={open} onAllFindings={() => show("findings")} />;
    case "findings":
      return <Findings snapshot={snapshot} onOpen={open} />;
    case "licences":
      return <Licences snapshot={snapshot} />;
    case "sources":
      return <Sources snapshot={snapshot} />;
  }
}

/** The ways between the screens: plain buttons in a navigation landmark, the current one marked by line and by state. */
function Navigation({ state, snapshot }: ViewProps): React.ReactElement {
  const styles = usePanelStyles();
  const { text, format } = useLocale();
  const count = snapshot.findings.length;
  const title = (name: Screen): string =>
    name === "findings" && count > 0 ? text("screen_findingsCount", [format.number(count)]) : text(`screen_${name}`);
  return (
    <nav aria-label={text("navigation")} className={styles.tabs}>
      {screens.map((name) => (
        <button
          key={name}
          type="button"
          className={mergeClasses(styles.tab, name === state.screen && styles.current)}
          aria-current={name === state.screen ? "page" : undefined}
          onClick={() => state.show(name)}
        >
          {title(name)}
        </button>
      ))}
    </nav>
  );
}

function Screens({ state, snapshot }: ViewProps): React.ReactElement {
  const styles = usePanelStyles();
  const { text } = useLocale();
  const { screen } = state;
  return (
    <>
      <Navigation state={state} snapshot={snapshot} />
      <div className={screen === "overview" ? undefined : styles.card}>
        {(screen === "findings" || screen === "licences") && (
          <h2 className="quotaPanel-spoken">{text(`screen_${screen}`)}</h2>
        )}
        <CurrentScreen state={state} snapshot={snapshot} />
      </div>
    </>
  );
}

function Shown({ state, snapshot }: ViewProps): React.ReactElement {
  const { trouble, refreshState, refresh, now, load, meter, history, back, show } = state;
  const report = snapshot.meters.find((candidate) => candidate.meter === meter);
  return (
    <>
      <Header snapshot={snapshot} refresh={refreshState} now={now} onRefresh={refresh} />
      <RefreshStatus state={refreshState} now={now} />
      <Notices
        snapshot={snapshot}
        trouble={trouble}
        now={now}
        onSources={() => show("sources")}
        onRetry={() => void load()}
      />
      {report === undefined ? (
        <Screens state={state} snapshot={snapshot} />
      ) : (
        <MeterDetail snapshot={snapshot} report={report} history={history} onBack={back} />
      )}
    </>
  );
}

function Page({ service }: { readonly service: PanelService }): React.ReactElement {
  const styles = usePanelStyles();
  const { text } = useLocale();
  const root = React.useRef<HTMLDivElement>(null);
  const state = usePanel(service, root);
  return (
    <div ref={root} tabIndex={-1} className={styles.root}>
      <section aria-label={text("control_name")} aria-busy={state.loading} className={styles.page}>
        {state.loading && <Loading />}
        {!state.loading && state.snapshot === undefined && <Nothing state={state} />}
        {state.snapshot !== undefined && <Shown state={state} snapshot={state.snapshot} />}
      </section>
    </div>
  );
}

/** The whole panel. It sees figures, words and a service; it does not see the platform. */
export function Panel({ service, locale }: PanelProps): React.ReactElement {
  return (
    <LocaleProvider value={locale}>
      <Page service={service} />
    </LocaleProvider>
  );
}
