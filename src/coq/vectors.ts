import { entry } from "../exact/entry.js";
import { type Backend, CoqError } from "./backend.js";
import type { Development } from "./development.js";
import { sentencesOf } from "./sentences.js";

/** Committed under `expected/`: what Coq computes for other programs to compare with, a line per query. */
export const VECTORS = "vectors.txt";

/** A sentence `Eval … in <term>.` of `Queries.v`. */
interface Query {
  readonly text: string;
  readonly term: string;
  /** It says `vm_compute`, which the embedded Coq lacks. */
  readonly nativeOnly: boolean;
}

const QUERY = /^Eval (cbv|vm_compute) in (.*)\.$/;

/** Sentences that may stand before the queries: none of them could give a name another meaning. */
const PREAMBLE =
  /^(?:From (?:Coq|Equiloss(?:\.\w+)?) Require Import [\w ]+|Import ListNotations|Set Printing Depth \d+)\.$/;

/** What `Queries.v` asks, and the sentences before it. */
function queriesIn(source: string): { readonly preamble: readonly string[]; readonly queries: Query[] } {
  const preamble: string[] = [];
  const queries: Query[] = [];
  for (const { text, line } of sentencesOf(source)) {
    const [, way, term] = QUERY.exec(text) ?? [];
    if (term !== undefined) queries.push({ text, term, nativeOnly: way === "vm_compute" });
    else if (PREAMBLE.test(text)) preamble.push(text);
    else throw new CoqError(`line ${line}: queries must not use ${text}`);
  }
  return { preamble, queries };
}

/**
 * The values that a Coq printed, one after the other, each without its type.
 *
 * Versions of Coq break lines at other places and say in other places which numbers are integers: white space
 * is made uniform, scopes are left out.
 *
 * @example
 * ```ts
 * valuesIn("     = [1%Z;\n        2%Z]\n     : list Z\n") // ["[1; 2]"]
 * ```
 */
export function valuesIn(output: string): string[] {
  const [, ...answers] = ` ${output}`
    .replace(/%\w+/g, "")
    .replace(/\s+/g, " ")
    .replace(/(?<=[[(]) | (?=[\])])/g, "")
    .split(" = ");
  return answers.map((answer) => answer.slice(0, Math.max(0, answer.lastIndexOf(" : "))));
}

/**
 * Asks a Coq in which the theories are compiled for the values. The embedded one leaves out what is for
 * native Coq.
 *
 * @returns the value of each term asked for.
 * @throws CoqError if it doesn't accept a query or doesn't answer each.
 */
async function computeVectors(
  { queries: source }: Development,
  backend: Backend,
): Promise<Map<string, string>> {
  const { preamble, queries } = queriesIn(source);
  const asked = queries.filter(({ nativeOnly }) => backend.kind === "native" || !nativeOnly);
  if (asked.length === 0) return new Map();
  const text = [...preamble, ...asked.map((query) => query.text), ""].join("\n");
  const values = valuesIn(await backend.audit(text));
  if (values.length !== asked.length)
    throw new CoqError(`Coq was asked for ${asked.length} values and printed ${values.length}`);
  return new Map(asked.map(({ term }, index) => [term, entry(values, index)]));
}

/** The text to commit. Values that this Coq was not asked for stay as they are. */
export async function vectorsText(development: Development, backend: Backend): Promise<string> {
  const computed = await computeVectors(development, backend);
  const old = vectorsOf(development);
  return queriesIn(development.queries)
    .queries.flatMap(({ term }) => {
      const value = computed.get(term) ?? old.get(term);
      return value === undefined ? [] : [`${term} = ${value}\n`];
    })
    .join("");
}

/**
 * The first difference between what Coq computes and what is committed, in words; undefined if there is none.
 */
export async function vectorsObjection(
  development: Development,
  backend: Backend,
): Promise<string | undefined> {
  try {
    const committed = vectorsOf(development);
    const computed = await computeVectors(development, backend);
    const terms = queriesIn(development.queries).queries.map(({ term }) => term);
    const changed =
      [...computed].find(([term, value]) => committed.get(term) !== value)?.[0] ??
      terms.find((term) => !committed.has(term)) ??
      [...committed.keys()].find((term) => !terms.includes(term));
    return changed === undefined
      ? undefined
      : `${changed}: what Coq computes is not what is in expected/${VECTORS}: --acknowledge writes it`;
  } catch (error) {
    if (!(error instanceof CoqError)) throw error;
    return `Queries.v: ${error.message}`;
  }
}

function vectorsOf({ expected }: Development): Map<string, string> {
  const text = expected[VECTORS];
  if (text === undefined) return new Map();
  const lines = text.split("\n").filter((line) => line !== "");
  return new Map(
    lines.map((line) => {
      const parts = line.split(" = ");
      return [entry(parts, 0), parts.slice(1).join(" = ")];
    }),
  );
}
