import { entry } from "../../exact/entry.js";
import { type CanonicalValue, canonicalPieces } from "../../certificate/canonicalJson.js";
import { CERTIFICATE_FORMAT, type Certificate } from "../../certificate/certificate.js";
import { checkCertificate } from "../../checker/check.js";
import type { CertificateVerdict, Expected, RuleName } from "../../checker/verdict.js";
import type { Control } from "./control.js";

/** A certificate that the checker accepts, and what it is asked. */
export interface Honest {
  readonly kind: Certificate["kind"];
  readonly asked: Expected;
  readonly body: Readonly<Record<string, CanonicalValue>>;
}

/**
 * Changes to a certificate, by places in the file: keys and list indices with dots between. Undefined takes
 * an entry out. The digest is made anew, unless it is among the changes.
 */
export type Edits = Readonly<Record<string, CanonicalValue | undefined>>;

/** A damaged certificate, and the rule of SPEC.md that it breaks. */
export interface Damage {
  readonly rule: RuleName;
  readonly of: Honest;
  readonly edits: Edits;
  /** What the caller asks otherwise; undefined takes it out. */
  readonly asked: Readonly<Record<string, unknown>>;
  /** A change of the whole text, after the edits. */
  readonly text?: (text: string) => string;
}

/** Several ways to damage one certificate. */
export function damages(
  of: Honest,
  ...ways: readonly (readonly [rule: RuleName, edits: Edits, asked?: Damage["asked"]])[]
): Damage[] {
  return ways.map(([rule, edits, asked]) => ({ rule, of, edits, asked: { ...asked } }));
}

/**
 * Refused if the checker accepts the certificate as it is, and rejects it damaged, by this very rule. The
 * checker judges each certificate once as it is, however many ways there are to damage it.
 */
export function damagedControls(all: readonly Damage[]): Control[] {
  const judged = new Map<Honest, Promise<CertificateVerdict>>();
  const undamaged = (of: Honest): Promise<CertificateVerdict> => {
    const verdict =
      judged.get(of) ?? sealed(fileOf(of)).then((certificate) => checkCertificate(certificate, of.asked));
    judged.set(of, verdict);
    return verdict;
  };
  return all.map((damage) => damagedControl(damage, undamaged));
}

function damagedControl(damage: Damage, undamaged: (of: Honest) => Promise<CertificateVerdict>): Control {
  const { rule, of, edits, text, asked } = damage;
  const places = [
    ...Object.keys(edits),
    ...(text === undefined ? [] : ["text"]),
    ...Object.keys(asked).map((name) => `the caller's ${name}`),
  ];
  return {
    name: `${rule}: ${of.asked.claim} (${of.kind}) with another ${places.join(" and ")}`,
    run: async () => {
      const before = await undamaged(of);
      if (!before.accepted) return `rejected undamaged, by rule ${before.rule}: ${before.reason}`;
      const verdict = await checkCertificate(await damagedText(damage), askedOf(damage));
      if (verdict.accepted) return "accepted";
      return verdict.rule === rule ? undefined : `rejected by rule ${verdict.rule}, at ${verdict.where}`;
    },
  };
}

/** The text of a damaged certificate. */
export async function damagedText({ of, edits, text }: Damage): Promise<string> {
  const file = Object.entries(edits).reduce<CanonicalValue>(
    (tree, [place, value]) => put(tree, place.split("."), value),
    fileOf(of),
  );
  const damaged = await sealed(file as Record<string, CanonicalValue>);
  return text?.(damaged) ?? damaged;
}

/** What the caller asks of a damaged certificate. */
export function askedOf({ of, asked }: Damage): Expected {
  const members = Object.entries({ ...of.asked, ...asked }).filter(([, value]) => value !== undefined);
  return Object.fromEntries(members) as Expected;
}

function fileOf({ kind, asked: { claim }, body }: Honest): Record<string, CanonicalValue> {
  return { body, claim, command: "none", format: CERTIFICATE_FORMAT, kind, version: "none" };
}

/** The canonical text, with the right digest unless the file has one. */
async function sealed(file: Record<string, CanonicalValue>): Promise<string> {
  const rest = [...canonicalPieces(file)].join("");
  if (file.digest !== undefined) return rest;
  const hash = await globalThis.crypto.subtle.digest("SHA-256", new TextEncoder().encode(rest));
  const digest = Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, "0")).join("");
  return [...canonicalPieces({ ...file, digest: `sha256:${digest}` })].join("");
}

/** A tree with one entry changed, added or taken out. */
function put(
  tree: CanonicalValue | undefined,
  path: readonly string[],
  value: CanonicalValue | undefined,
): CanonicalValue {
  const key = entry(path, 0);
  const rest = path.slice(1);
  if (typeof tree !== "object") throw new RangeError(`nothing to damage at ${key}`);
  const changed = (part: CanonicalValue | undefined): CanonicalValue[] => {
    const change = rest.length === 0 ? value : put(part, rest, value);
    return change === undefined ? [] : [change];
  };
  if (Array.isArray(tree)) {
    const [entries, at] = [tree as readonly CanonicalValue[], Number(key)];
    if (!(at <= entries.length)) throw new RangeError(`nothing to damage at ${key}`);
    return [...entries.slice(0, at), ...changed(entries[at]), ...entries.slice(at + 1)];
  }
  const members = tree as Readonly<Record<string, CanonicalValue>>;
  const others = Object.entries(members).filter(([name]) => name !== key);
  return Object.fromEntries([...others, ...changed(members[key]).map((entry) => [key, entry] as const)]);
}
