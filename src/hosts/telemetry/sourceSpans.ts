/** Puts every question to a source under a span of its own. */
import type { SyncPorts } from "../../app/syncContract";

/** Runs `work` as a part named `name`. */
export type AsPart = <T>(name: string, work: () => T) => T;

const seen = <T extends object>(source: T, room: string, asPart: AsPart): T =>
  new Proxy(source, {
    get: (target, name) => {
      const member: unknown = Reflect.get(target, name);
      if (typeof member !== "function" || typeof name !== "string") return member;
      return (...args: unknown[]): unknown =>
        asPart<unknown>(`${room}.${name}`, () => Reflect.apply(member, target, args));
    },
  });

export const seenPorts = (ports: SyncPorts, asPart: AsPart): SyncPorts => ({
  ...ports,
  licences: seen(ports.licences, "licences", asPart),
  usage: seen(ports.usage, "usage", asPart),
  imports: seen(ports.imports, "imports", asPart),
});
