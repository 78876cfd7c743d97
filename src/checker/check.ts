import { KINDS, type Kind, SHORT_KINDS } from "./kinds.js";
import { isGiven } from "./request.js";
import { fields } from "./values.js";
import { type Expected, Rejection, type CertificateVerdict, demand } from "./verdict.js";

/** What a caller says who does not ask for a refutation. No other value is taken for one of these. */
const NOT_REFUTED: readonly unknown[] = [undefined, null, false];

/**
 * Checks a certificate against what the caller wants shown. src/checker/SPEC.md says what an acceptance
 * proves. Never throws, whatever the text.
 *
 * @param certificate the file's text.
 * @param expected the claim and its parameters. A parameter that the claim has no use for makes the checker
 *   reject.
 * @example (await checkCertificate(text, { claim: "thm-3.1-count", r: 1, m: 4 })).accepted === true // for
 * proofs/certificates/enumeration-1-4.json
 */
export async function checkCertificate(certificate: string, expected: Expected): Promise<CertificateVerdict> {
  try {
    return { accepted: true, shows: await accept(certificate, expected, KINDS) };
  } catch (error) {
    if (error instanceof Rejection) {
      const { rule, where, reason } = error;
      return { accepted: false, rule, where, reason };
    }
    // The machine is at its limits, as with a string too long for it; or what the caller gives can't be JSON.
    return { accepted: false, rule: "size", where: "file", reason: String(error) };
  }
}

/** Applies the rules of the frame in turn, then those of the kind. Returns what the certificate shows. */
export async function accept(
  certificate: string,
  expected: Expected,
  kinds: readonly Kind[],
): Promise<string> {
  const file = read(certificate);
  const keys = ["body", "claim", "command", "digest", "format", "kind", "version"];
  const { digest, ...rest } = fields(file, keys, "file");
  const { body, claim, command, format, kind, version } = rest;
  const areStrings = typeof command === "string" && typeof version === "string" && typeof kind === "string";
  demand(areStrings, "shape", "file", "command, kind and version must be strings");
  // A whole surrogate pair is one character here. All other strings are compared with a grammar or a list.
  const isUnicode = !/\p{Surrogate}/u.test(command) && !/\p{Surrogate}/u.test(version);
  demand(isUnicode, "canonical", "file", "half a surrogate pair is not Unicode");
  demand(format === "equiloss-cert/1", "format", "format", "not equiloss-cert/1");
  const digestOfRest = `sha256:${await sha256(JSON.stringify(rest))}`;
  demand(digest === digestOfRest, "digest", "digest", `the rest has digest ${digestOfRest}`);
  const ofKind = kinds.filter((one) => one.kind === kind);
  demand(ofKind.length > 0, "kind", "kind", "no such kind");
  // The caller says what a certificate must be about; the certificate can't choose.
  const ofClaim = ofKind.find(({ claims }) => claims.includes(expected.claim));
  const isToShow = NOT_REFUTED.includes(expected.refuted);
  const isToRefute = expected.refuted === true;
  const isAsked = claim === expected.claim && (kind === "counterexample" ? isToRefute : isToShow);
  demand(ofClaim !== undefined && isAsked, "claim", "claim", `does not settle ${expected.claim} as asked`);
  const most = SHORT_KINDS.includes(kind) ? 2 ** 21 : 2 ** 28;
  demand(certificate.length <= most, "size", "file", `more than ${most} characters for its kind`);
  demandParameters(body, expected, ofClaim);
  return ofClaim.run(body, expected);
}

/** Reads one JSON text in canonical form; at most one newline may follow. */
function read(text: string): unknown {
  demand(text.length <= 2 ** 28, "size", "file", "more than 2^28 characters");
  // Checked before parsing, since great depth can crash a parser.
  demand(isShallow(text), "depth", "file", "nested more than 8 deep");
  const file = parsed(text);
  // Every value has one spelling. The keys of objects are checked where the objects are read.
  const isCanonical = JSON.stringify(file) === text.replace(/\n$/, "");
  demand(isCanonical, "canonical", "file", "not canonical JSON");
  return file;
}

function isShallow(text: string): boolean {
  let depth = 0;
  let isInString = false;
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (character === '"') isInString = !isInString;
    else if (isInString) {
      // The next character is escaped, so it doesn't end the string.
      if (character === "\\") at += 1;
    } else if (character === "[" || character === "{") {
      depth += 1;
      if (depth > 8) return false;
    } else if (character === "]" || character === "}") depth -= 1;
  }
  return true;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    demand(!(error instanceof SyntaxError), "json", "file", String(error));
    throw error;
  }
}

/** SHA-256 of the text in UTF-8, in hexadecimal. */
async function sha256(text: string): Promise<string> {
  const bytes = new TextEncoder().encode(text);
  const hash = new Uint8Array(await globalThis.crypto.subtle.digest("SHA-256", bytes));
  return Array.from(hash, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/**
 * Whatever the caller gives must have a use, or the verdict would say nothing about it. Where the body
 * repeats it, both must agree.
 */
function demandParameters(body: unknown, expected: Expected, { parameters }: Kind): void {
  const useful: readonly string[] = ["claim", "refuted", ...parameters];
  const requests = Object.entries(expected);
  const useless = requests.map(([name]) => name).filter((name) => !useful.includes(name));
  demand(useless.length === 0, "parameters", "expected", `the claim has no use for ${useless.join()}`);
  // A body that is not an object is rejected by the rules of its kind.
  const entries = typeof body === "object" && body !== null ? Object.entries(body) : [];
  const members = new Map<string, unknown>(entries);
  const areEqual = requests.every(([name, value]) => !members.has(name) || isGiven(members.get(name), value));
  demand(areEqual, "parameters", "body", "not what the caller asks about");
}
