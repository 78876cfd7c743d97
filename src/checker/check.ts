import { flowIsNotUnique, formulaFails } from "./counterexample.js";
import { connected, enumeration } from "./enumeration.js";
import { path } from "./path.js";
import { fields } from "./values.js";
import { type Expected, type Verdict, demand } from "./verdict.js";

const RESERVED = ["critical", "inertia", "independence", "morse"];

/** What settles what, and the parameters that the caller may give; those that are needed, `run` asks for. */
const CHECKS = [
  { kind: "enumeration", claim: "thm-3.1-count", parameters: "r m", run: enumeration },
  { kind: "connected", claim: "thm-3.1-connected", parameters: "r m theta", run: connected },
  { kind: "path", claim: "thm-3.1-path", parameters: "from to r m theta", run: path },
  { kind: "path", claim: "ext-geodesic", parameters: "from to r m theta", run: path },
  { kind: "counterexample", claim: "thm-3.1-count", parameters: "r m", run: formulaFails },
  { kind: "counterexample", claim: "lem-2.1", parameters: "", run: flowIsNotUnique },
];

/**
 * Checks a certificate against what the caller wants shown; SPEC.md says what an acceptance proves. Never throws,
 * whatever the text.
 *
 * @param certificate the file's text.
 * @param expected the claim and its parameters; one that the claim has no use for is refused.
 * @example (await check(text, { claim: "thm-3.1-count", r: 1, m: 4 })).accepted === true // for proofs/certificates/enumeration-1-4.json
 */
export async function check(certificate: string, expected: Expected): Promise<Verdict> {
  try {
    return { accepted: true, shows: await accept(certificate, expected) };
  } catch (error) {
    if (error instanceof Error && error.cause !== undefined) return error.cause as Verdict;
    // Only JSON.parse has syntax to object to. Else the machine is at its limits, as with a string it can't hold.
    const rule = error instanceof SyntaxError ? "json" : "size";
    return { accepted: false, rule, where: "file", reason: String(error) };
  }
}

async function accept(certificate: string, expected: Expected): Promise<string> {
  demand(certificate.length <= 2 ** 28, "size", "file", "more than 2^28 characters");
  demand(isShallow(certificate), "depth", "file", "nested more than 8 deep");
  const file: unknown = JSON.parse(certificate);
  demand(JSON.stringify(file) === certificate.replace(/\n$/, ""), "canonical", "file", "not canonical JSON");
  const { digest, ...rest } = fields(file, "body claim command digest format kind version", "file");
  const { body, claim, command, format, kind, version } = rest;
  const named = typeof command === "string" && typeof version === "string" && typeof kind === "string";
  demand(named, "shape", "file", "command, kind and version must be strings");
  demand(format === "equiloss-cert/1", "format", "format", "not equiloss-cert/1");
  const bytes = new TextEncoder().encode(JSON.stringify(rest));
  const hash = new Uint8Array(await globalThis.crypto.subtle.digest("SHA-256", bytes));
  const hex = Array.from(hash, (byte) => byte.toString(16).padStart(2, "0")).join("");
  demand(digest === `sha256:${hex}`, "digest", "digest", `the rest has digest sha256:${hex}`);
  const known = CHECKS.filter((check) => check.kind === kind);
  demand(known.length > 0, "kind", "kind", RESERVED.includes(kind) ? "reserved for later" : "no such kind");
  const found = known.find((check) => check.claim === claim && claim === expected.claim);
  const asked = found !== undefined && (kind === "counterexample") === (expected.refuted ?? false);
  demand(asked, "claim", "claim", `does not settle ${expected.claim} as the caller asks`);
  const allowed = `claim refuted ${found.parameters}`.split(" ");
  const unused = Object.keys(expected).filter((name) => !allowed.includes(name));
  demand(unused.length === 0, "parameters", "expected", `the claim has no use for ${unused.join()}`);
  return found.run(body, expected);
}

/** Looked at before parsing, as depth can bring a parser down. */
function isShallow(certificate: string): boolean {
  let [depth, quotes] = [0, 0];
  for (let at = 0; at < certificate.length && depth <= 8; at += 1) {
    const character = certificate[at] ?? "";
    if (character === '"') quotes += 1;
    else if (quotes % 2 === 1) at += Number(character === "\\");
    else depth += Number("[{".includes(character)) - Number("]}".includes(character));
  }
  return depth <= 8;
}
