/** Stands before a simulated tenant and plants secrets and people into every answer that passes. */
import { createServer, request as ask, type IncomingMessage, type ServerResponse } from "node:http";
import type { RunningTenant } from "../../src/simulator/contracts";

/** What must never be seen again. */
export const planted = {
  person: "Canary Birdwatcher",
  upn: "canary.birdwatcher@planted.example",
  guest: "canary_partner.example#EXT#@planted.example",
  secret: "planted~secret~0123456789abcdef",
  token: "eyJhbGciOiJub25lIn0.eyJjYW5hcnkiOiJwbGFudGVkIn0.c2lnbmF0dXJl",
  key: "-----BEGIN PRIVATE KEY-----MIIplantedkey-----END PRIVATE KEY-----",
} as const;

/** As services put them beside what was asked for. */
const besides = {
  createdBy: { displayName: planted.person, userPrincipalName: planted.upn, type: "User" },
  lastModifiedByName: planted.person,
  mail: planted.guest,
  clientSecret: planted.secret,
  access: `Bearer ${planted.token}`,
  privateKey: planted.key,
};

/** As services put them into what they say about trouble. */
export const saidInTrouble = JSON.stringify({
  error: {
    code: "Planted",
    message: `${planted.upn} (${planted.guest}) sent client_secret=${planted.secret} with Authorization: Bearer ${planted.token} and ${planted.key}`,
  },
});

const isObject = (value: unknown): value is object => typeof value === "object" && value !== null;

const withPlants = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(withPlants);
  if (!isObject(value)) return value;
  return { ...besides, ...Object.fromEntries(Object.entries(value).map(([name, one]) => [name, withPlants(one)])) };
};

const plantedText = (text: string, type: string): string =>
  type.includes("json") && text !== "" ? JSON.stringify(withPlants(JSON.parse(text))) : text;

const textOf = async (stream: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(Buffer.from(chunk as Uint8Array));
  return Buffer.concat(chunks).toString("utf8");
};

export interface Planting {
  readonly base: string;
  /** Tokens that were given out or sent along. */
  readonly tokens: ReadonlySet<string>;
  /** How many answers carried something planted. */
  answers(): number;
  close(): Promise<void>;
}

export const startPlanting = async ({ base }: Pick<RunningTenant, "base">): Promise<Planting> => {
  const tokens = new Set<string>();
  let answers = 0;
  const pass = (incoming: IncomingMessage, outgoing: ServerResponse, body: string): void => {
    const { authorization } = incoming.headers;
    if (authorization !== undefined) tokens.add(authorization.replace(/^Bearer /, ""));
    const { host: _host, "content-length": _length, ...headers } = incoming.headers;
    const passedOn = ask(`${base}${incoming.url ?? ""}`, { method: incoming.method ?? "GET", headers }, (answer) => {
      void textOf(answer).then((text) => {
        const given = plantedText(text, answer.headers["content-type"] ?? "");
        if (given !== text) answers += 1;
        const { "content-length": _old, "transfer-encoding": _chunked, ...rest } = answer.headers;
        outgoing.writeHead(answer.statusCode ?? 500, {
          ...rest,
          "x-ms-request-user": planted.upn,
          "set-cookie": `session=${planted.secret}`,
        });
        outgoing.end(given);
      });
    });
    passedOn.on("error", () => outgoing.destroy());
    passedOn.end(body);
  };
  const server = createServer((incoming, outgoing) => {
    void textOf(incoming).then((body) => pass(incoming, outgoing, body));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  return {
    base: `http://127.0.0.1:${port}`,
    tokens,
    answers: () => answers,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
};
