import { flowIsNotUnique, formulaFails } from "./counterexample.js";
import { connected, enumeration } from "./enumeration.js";
import { path } from "./path.js";
import { fields } from "./shape.js";
import { type Expected, Rejection, type Verdict, demand } from "./verdict.js";

export type { Expected, Network, RuleName, Verdict } from "./verdict.js";

const FORMAT = "equiloss-cert/1";
const MAX_LENGTH = 2 ** 28;
const MAX_DEPTH = 8;
const RESERVED = ["critical", "inertia", "independence", "morse"];

/** What settles what, and the parameters that the caller must give and may give. */
const CHECKS = [
  { kind: "enumeration", claim: "thm-3.1-count", refuted: false, needs: "r m", may: "", run: enumeration },
  {
    kind: "connected",
    claim: "thm-3.1-connected",
    refuted: false,
    needs: "r m",
    may: "theta",
    run: connected,
  },
  { kind: "path", claim: "thm-3.1-path", refuted: false, needs: "from to", may: "r m theta", run: path },
  { kind: "path", claim: "ext-geodesic", refuted: false, needs: "from to", may: "r m theta", run: path },
  { kind: "counterexample", claim: "thm-3.1-count", refuted: true, needs: "r m", may: "", run: formulaFails },
  { kind: "counterexample", claim: "lem-2.1", refuted: true, needs: "", may: "", run: flowIsNotUnique },
];

/**
 * Checks a certificate against what the caller wants shown; SPEC.md says what an acceptance proves. Never throws,
 * whatever the text.
 *
 * @param certificate the file's text.
 * @param expected the claim and its parameters; one that the claim has no use for is refused.
 * @example await check(text, { claim: "thm-3.1-count", r: 1, m: 2 }) // { accepted: true, shows: "there are T(1,2) = 3 …" }
 */
export async function check(certificate: string, expected: Expected): Promise<Verdict> {
  try {
    return { accepted: true, shows: await accept(certificate, expected) };
  } catch (error) {
    if (error instanceof Rejection) return error.verdict;
    // Only the machine's own limits are left, such as a string longer than it can hold.
    return { accepted: false, rule: "size", where: "file", reason: String(error) };
  }
}

async function accept(certificate: string, expected: Expected): Promise<string> {
  const { digest, ...rest } = envelope(certificate);
  const bytes = new TextEncoder().encode(JSON.stringify(rest));
  const hash = new Uint8Array(await globalThis.crypto.subtle.digest("SHA-256", bytes));
  const hex = Array.from(hash, (byte) => byte.toString(16).padStart(2, "0")).join("");
  demand(digest === `sha256:${hex}`, "digest", "digest", `the rest has digest sha256:${hex}`);
  const { kind, claim } = rest;
  const reason = RESERVED.includes(String(kind)) ? "reserved for a later version" : "no such kind";
  demand(
    CHECKS.some((known) => known.kind === kind),
    "kind",
    "kind",
    reason,
  );
  const found = CHECKS.find((known) => known.kind === kind && known.claim === claim);
  const fits = found?.claim === expected.claim && found.refuted === (expected.refuted ?? false);
  demand(found !== undefined && fits, "claim", "claim", `does not settle ${expected.claim} as asked`);
  const given = Object.entries(expected).flatMap(([name, value]) => (value === undefined ? [] : [name]));
  const allowed = ["claim", "refuted", ...found.needs.split(" "), ...found.may.split(" ")];
  const needed = found.needs.split(" ").every((name) => name === "" || given.includes(name));
  const complete = needed && given.every((name) => allowed.includes(name));
  demand(complete, "parameters", "expected", `give ${found.needs}; allowed are ${found.may}`);
  return found.run(rest.body, expected);
}

/** The members of the top level, once text, spelling and frame are in order. */
function envelope(certificate: string): Record<string, unknown> {
  demand(certificate.length <= MAX_LENGTH, "size", "file", `more than ${MAX_LENGTH} characters`);
  demand(isShallow(certificate), "depth", "file", `nested more than ${MAX_DEPTH} deep`);
  const value = parse(certificate);
  const line = certificate.replace(/\n$/, "");
  demand(JSON.stringify(value) === line, "canonical", "file", "not in canonical form");
  const given = fields(value, "body claim command digest format kind version", "file");
  demand(given.format === FORMAT, "format", "format", `not ${FORMAT}`);
  for (const name of ["command", "version"]) {
    const text = given[name];
    demand(
      typeof text === "string" && !/\p{Surrogate}/u.test(text),
      "shape",
      name,
      "not a string of Unicode",
    );
    demand(text.length <= 4096, "size", name, "longer than 4096");
  }
  return given;
}

/** Looked at before parsing, as depth can bring a parser down. */
function isShallow(certificate: string): boolean {
  let [depth, quoted] = [0, false];
  for (let at = 0; at < certificate.length && depth <= MAX_DEPTH; at += 1) {
    const character = certificate[at] ?? "";
    if (character === '"') quoted = !quoted;
    else if (quoted) at += character === "\\" ? 1 : 0;
    else if ("[{".includes(character)) depth += 1;
    else if ("]}".includes(character)) depth -= 1;
  }
  return depth <= MAX_DEPTH;
}

function parse(certificate: string): unknown {
  try {
    return JSON.parse(certificate);
  } catch (error) {
    throw new Rejection({ accepted: false, rule: "json", where: "file", reason: String(error) });
  }
}
