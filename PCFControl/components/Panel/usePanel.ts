import React from "react";
import type { MeterId, Snapshot } from "../../../src/domain";
import type { History, PanelService, RefreshState, Screen, Trouble } from "./Panel.types";

/** How often a panel that is looked at asks whether the pointer has moved. One small call. */
const watchEvery = 60_000;
const clockEvery = 30_000;
const busyClockEvery = 1_000;

interface Content {
  readonly loading: boolean;
  readonly snapshot: Snapshot | undefined;
  readonly trouble: Trouble | undefined;
}

/** The current snapshot. A failed reading keeps the one that is shown and says so beside it. */
function useContent(service: PanelService) {
  const [content, setContent] = React.useState<Content>({ loading: true, snapshot: undefined, trouble: undefined });
  const [history, setHistory] = React.useState<History>({});
  const load = React.useCallback(
    () =>
      service.load().then((reading) => {
        setContent(({ snapshot }) =>
          reading.kind === "read"
            ? { loading: false, snapshot: reading.snapshot, trouble: undefined }
            : { loading: false, snapshot, trouble: reading.trouble },
        );
        // Without history the trends are empty and say so; the figures stand.
        if (reading.kind === "read") void service.history().then(setHistory, () => setHistory({}));
      }),
    [service],
  );
  React.useEffect(() => {
    void load();
    const timer = setInterval(() => {
      if (document.visibilityState !== "visible") return;
      void service.hasNewer().then((newer) => (newer ? load() : undefined));
    }, watchEvery);
    return () => clearInterval(timer);
  }, [service, load]);
  return { content, history, load };
}

function useRefresh(service: PanelService, load: () => Promise<void>) {
  const [state, setState] = React.useState<RefreshState>({ kind: "idle" });
  const stopper = React.useRef<AbortController>();
  const report = React.useCallback(
    (next: RefreshState) => {
      if (stopper.current?.signal.aborted === true) return;
      setState(next);
      if (next.kind === "ended") void load();
    },
    [load],
  );
  React.useEffect(() => {
    const controller = new AbortController();
    stopper.current = controller;
    void service.follow(report, controller.signal);
    return () => controller.abort();
  }, [service, report]);
  const refresh = React.useCallback(() => {
    stopper.current?.abort();
    stopper.current = new AbortController();
    void service.refresh(report, stopper.current.signal);
  }, [service, report]);
  return { state, refresh };
}

function useClock(service: PanelService, isBusy: boolean): Date {
  const [now, setNow] = React.useState(service.now);
  React.useEffect(() => {
    const timer = setInterval(() => setNow(service.now()), isBusy ? busyClockEvery : clockEvery);
    return () => clearInterval(timer);
  }, [service, isBusy]);
  return now;
}

/** Where the reader is. Going back puts the focus on the meter that was opened. */
function useNavigation(root: React.RefObject<HTMLElement>) {
  const [screen, setScreen] = React.useState<Screen>("overview");
  const [meter, setMeter] = React.useState<MeterId>();
  const returnTo = React.useRef<MeterId>();
  React.useEffect(() => {
    const target = meter === undefined ? returnTo.current : undefined;
    if (target === undefined) return;
    returnTo.current = undefined;
    const row = root.current?.querySelector<HTMLElement>(`[data-meter="${target}"]`);
    row?.closest("details")?.setAttribute("open", "");
    (row ?? root.current)?.focus();
  }, [meter, root]);
  const back = React.useCallback(() => {
    returnTo.current = meter;
    setMeter(undefined);
  }, [meter]);
  const show = React.useCallback((next: Screen) => {
    setMeter(undefined);
    setScreen(next);
  }, []);
  return { screen, meter, open: setMeter, back, show };
}

export function usePanel(service: PanelService, root: React.RefObject<HTMLElement>) {
  const { content, history, load } = useContent(service);
  const { state, refresh } = useRefresh(service, load);
  const now = useClock(service, state.kind === "following");
  return { ...content, history, load, refreshState: state, refresh, now, ...useNavigation(root) };
}
