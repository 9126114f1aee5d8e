/** `--verbose`: each try of each request, with what the service said about its limits. */
import type { Attempt, WatchedRequest } from "../../adapters/http/watching";
import { withoutSecrets } from "../../adapters/http/errors";
import { shownAddress } from "./address";

const throttleText = (throttle: Attempt["throttle"]): string =>
  Object.entries(throttle)
    .map(([name, value]) => `; ${name}: ${value}`)
    .join("");

/** `GET graph.microsoft.com/v1.0/subscribedSkus 429 83 ms, try 2; retry-after: 1` */
export const requestLine = (
  { method, url, attempts }: WatchedRequest,
  { status, durationMs, throttle }: Attempt,
): string => {
  const again = attempts > 1 ? `, try ${attempts}` : "";
  return withoutSecrets(
    `${method} ${shownAddress(url)} ${status ?? "no answer"} ${durationMs} ms${again}${throttleText(throttle)}`,
  );
};

export const requestFields = ({ method, url, attempts }: WatchedRequest, attempt: Attempt) => ({
  method,
  address: withoutSecrets(shownAddress(url)),
  attempt: attempts,
  ...attempt,
});
