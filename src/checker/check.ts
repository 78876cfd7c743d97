import { flowIsNotUnique, formulaFails } from "./counterexample.js";
import { critical } from "./critical.js";
import { connected, enumeration } from "./enumeration.js";
import { independence } from "./independence.js";
import { inertia } from "./inertia.js";
import { layeredPath } from "./layeredPath.js";
import { isGiven } from "./network.js";
import { path } from "./path.js";
import { fields } from "./values.js";
import { type Expected, type Verdict, demand } from "./verdict.js";

const SPECTRAL = "prop-4.4 ext-saddle open-strict-saddles cooper-2.3";
const CRITICAL = `prop-4.3 ${SPECTRAL}`;

/** What settles what, and the parameters that the caller may give; those that are needed, `run` asks for. */
const CHECKS = [
  { kind: "enumeration", claims: "thm-3.1-count", parameters: "r m", run: enumeration },
  { kind: "connected", claims: "thm-3.1-connected", parameters: "r m theta", run: connected },
  { kind: "path", claims: "thm-3.1-path ext-geodesic", parameters: "from to r m theta", run: path },
  { kind: "counterexample", claims: "thm-3.1-count", parameters: "r m", run: formulaFails },
  { kind: "counterexample", claims: "lem-2.1", parameters: "", run: flowIsNotUnique },
  { kind: "critical", claims: CRITICAL, parameters: "r m theta network data activation", run: critical },
  { kind: "inertia", claims: SPECTRAL, parameters: "matrix inertia", run: inertia },
  { kind: "independence", claims: "thm-4.2", parameters: "weights exponents", run: independence },
  { kind: "layered-path", claims: "mlp-connected", parameters: "from to theta", run: layeredPath },
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
  // All other strings are held against a grammar or a list.
  const halved = /\p{Surrogate}/u.test(`${command} ${version}`);
  demand(!halved, "canonical", "file", "half a surrogate pair is no Unicode");
  demand(format === "equiloss-cert/1", "format", "format", "not equiloss-cert/1");
  const bytes = new TextEncoder().encode(JSON.stringify(rest));
  const hash = new Uint8Array(await globalThis.crypto.subtle.digest("SHA-256", bytes));
  const hex = Array.from(hash, (byte) => byte.toString(16).padStart(2, "0")).join("");
  demand(digest === `sha256:${hex}`, "digest", "digest", `the rest has digest sha256:${hex}`);
  const known = CHECKS.filter((check) => check.kind === kind);
  demand(known.length > 0, "kind", "kind", kind === "morse" ? "reserved for later" : "no such kind");
  const found = known.find(({ claims }) => claims.split(" ").includes(expected.claim));
  const asked = claim === expected.claim && (kind === "counterexample") === (expected.refuted ?? false);
  demand(found !== undefined && asked, "claim", "claim", `does not settle ${expected.claim} as asked`);
  // Matrices that are multiplied are short in all.
  const most = "critical inertia independence".includes(kind) ? 2 ** 21 : 2 ** 28;
  demand(certificate.length <= most, "size", "file", `more than ${most} characters for its kind`);
  const [allowed, wanted] = [`claim refuted ${found.parameters}`.split(" "), Object.entries(expected)];
  const unused = wanted.map(([name]) => name).filter((name) => !allowed.includes(name));
  demand(unused.length === 0, "parameters", "expected", `the claim has no use for ${unused.join()}`);
  const given = new Map<string, unknown>(Object.entries(body ?? {}));
  const same = wanted.every(([name, value]) => !given.has(name) || isGiven(given.get(name), value));
  demand(same, "parameters", "body", "not what the caller asks about");
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
