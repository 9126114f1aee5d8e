/** A small server for one test: answers what it is told, remembers what it was asked. */
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { Route } from "../../src/adapters/http/routes";

export interface Asked {
  readonly method: string;
  /** Production address: `https://host/path?query`. */
  readonly url: string;
  readonly headers: IncomingMessage["headers"];
  readonly body: string;
}

export interface Answer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Text is sent as it is, anything else as JSON. */
  readonly body?: unknown;
  /** Closes the connection in the middle of the body. */
  readonly cut?: true;
  /** Never answers. */
  readonly silent?: true;
  /** Answers when this has come true. */
  readonly after?: Promise<unknown>;
}

export interface AnsweringServer {
  readonly route: Route;
  readonly asked: readonly Asked[];
  close(): Promise<void>;
}

export async function answering(answer: (asked: Asked, count: number) => Answer): Promise<AnsweringServer> {
  const asked: Asked[] = [];
  const server = createServer((request, response) => {
    void bodyOf(request).then((body) => {
      const [, host = "", rest = ""] = /^\/([^/]+)(.*)$/.exec(request.url ?? "") ?? [];
      const question = { method: request.method ?? "", url: `https://${host}${rest}`, headers: request.headers, body };
      asked.push(question);
      const given = answer(question, asked.length);
      return Promise.resolve(given.after).then(() => give(response, given));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  return {
    asked,
    route: (url) => `http://127.0.0.1:${port}/${url.slice("https://".length)}`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk as Uint8Array));
  return Buffer.concat(chunks).toString("utf8");
}

function give(response: ServerResponse, { status = 200, headers, body = "", cut, silent }: Answer): void {
  if (silent) return;
  const text = typeof body === "string" ? body : JSON.stringify(body);
  const length = cut ? { "content-length": String(Buffer.byteLength(text) + 100) } : {};
  response.writeHead(status, { "content-type": "application/json", ...length, ...headers });
  if (!cut) return void response.end(text);
  response.write(text, () => response.destroy());
}

/** A credential that asks nobody. */
export const anyToken = {
  token: () => Promise.resolve({ token: "test-token", expiresAt: Date.now() + 3_600_000 }),
};
