import { InputError } from "../../exact/inputError.js";
import type { JobKind } from "./job.js";
import { connected } from "./connected.js";
import { cover } from "./cover.js";
import { ends } from "./ends.js";
import { train } from "./train.js";

/** All kinds, by name. */
const KINDS: ReadonlyMap<string, JobKind> = new Map(
  [connected, train, ends, cover].map((kind) => [kind.name, kind]),
);

/** @throws InputError if there is no such kind. */
export function kindNamed(name: string): JobKind {
  const kind = KINDS.get(name);
  if (kind !== undefined) return kind;
  throw new InputError(
    `no kind of job ${JSON.stringify(name)}`,
    `choose among ${[...KINDS.keys()].join(", ")}`,
  );
}
