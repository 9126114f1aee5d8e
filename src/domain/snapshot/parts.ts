/** Shape of an encoded snapshot: a `core` text and pages of environments, each short enough for one Dataverse column. */

export interface EncodedPart {
  readonly kind: "core" | "environments";
  readonly text: string;
}

/** What `dqp_snapshot.dqp_parts` lists. `hash` is the SHA-256 of the text in lower-case hex. */
export interface PartReference {
  readonly kind: "core" | "environments";
  readonly hash: string;
}
