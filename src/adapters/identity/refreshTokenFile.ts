/** The refresh token of a person's sign-in, in memory, or in a file that only its owner can read. */
import { chmodSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import * as v from "valibot";
import { SourceError } from "../../app/errors";

export interface RefreshTokens {
  read(): string | undefined;
  write(token: string): void;
  forget(): void;
}

export const inMemory = (): RefreshTokens => {
  let kept: string | undefined;
  return {
    read: () => kept,
    write: (token) => {
      kept = token;
    },
    forget: () => {
      kept = undefined;
    },
  };
};

/** Whose token it is, so that a file of another tenant or app is not used. */
export interface Owner {
  readonly tenantId: string;
  readonly clientId: string;
}

const content = v.pipe(
  v.string(),
  v.parseJson(),
  v.object({ tenantId: v.string(), clientId: v.string(), refreshToken: v.string() }),
);

/** A file that others may read is refused (`SourceError`, forbidden), one that cannot be understood counts as not there. */
export const inFile = (path: string, owner: Owner): RefreshTokens => ({
  read: () => {
    const text = readPrivate(path);
    const read = v.safeParse(content, text);
    if (!read.success || read.output.tenantId !== owner.tenantId || read.output.clientId !== owner.clientId) return;
    return read.output.refreshToken;
  },
  write: (refreshToken) => {
    writePrivate(path, JSON.stringify({ ...owner, refreshToken }));
  },
  forget: () => {
    rmSync(path, { force: true });
  },
});

const refused = (path: string, fault: string): SourceError =>
  new SourceError("forbidden", `The file of the person's sign-in (${path}) ${fault}.`);

const knowsModes = process.platform !== "win32";

function readPrivate(path: string): string | undefined {
  const state = statSync(path, { throwIfNoEntry: false });
  if (state === undefined) return undefined;
  if (knowsModes && (state.mode & 0o077) !== 0) {
    throw refused(path, "can be read by others. Let only its owner read it (chmod 600), or delete it");
  }
  return attempt(() => readFileSync(path, "utf8"), path, "cannot be read");
}

/** In one step, so that a run that is cut off leaves the old file or the new one. */
function writePrivate(path: string, text: string): void {
  const beside = `${path}.${process.pid}`;
  attempt(
    () => {
      writeFileSync(beside, text, { mode: 0o600 });
      chmodSync(beside, 0o600);
      renameSync(beside, path);
    },
    path,
    "cannot be written",
  );
}

function attempt<T>(act: () => T, path: string, fault: string): T {
  try {
    return act();
  } catch {
    throw refused(path, `${fault}. Check the path and who may use it`);
  }
}
