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
  /** Whether it uses `vm_compute`, which the embedded Coq lacks. */
  readonly nativeOnly: boolean;
}

const QUERY = /^Eval (cbv|vm_compute) in (.*)\.$/;

/** Sentences allowed before the queries. They can't change the meaning of a name. */
const PREAMBLE =
  /^(?:From (?:Coq|Equiloss(?:\.\w+)?) Require Import [\w ]+|Import ListNotations|Set Printing Depth \d+)\.$/;

/** The queries of `Queries.v`, and the sentences before them. */
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
 * The values in Coq's output, in order, without their types.
 *
 * Versions of Coq differ in line breaks, and in where they print the scopes of numbers. So white space is
 * made uniform, and scopes are left out.
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
 * Asks a Coq with the compiled theories for the values. The embedded one leaves out queries for native Coq.
 *
 * @returns the value of each term.
 * @throws CoqError if it refuses a query, or if the numbers of queries and answers differ.
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

/** The text to commit. Values that this Coq doesn't compute stay as they are. */
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

/** The first difference between Coq's values and the committed ones, in words; undefined if there is none. */
export async function vectorsObjection(
  development: Development,
  backend: Backend,
): Promise<string | undefined> {
  try {
    const committed = vectorsOf(development);
    const computed = await computeVectors(development, backend);
    const terms = queriesIn(development.queries).queries.map(({ term }) => term);
    const changed =
      [...computed.keys()].find((term) => committed.get(term) !== computed.get(term)) ??
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
