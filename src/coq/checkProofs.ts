import {
  type Proof,
  assumptionsIn,
  assumptionsText,
  auditText,
  auditTogether,
  axiomsByGroups,
} from "./audit.js";
import { type Backend, CoqError, type ReportProgress } from "./backend.js";
import { type Development, NATIVE_ONLY, STATEMENTS } from "./development.js";
import { spoiled } from "./loopholes.js";
import type { ProofRun, TheoremVerdict } from "./proofRun.js";
import { sentencesOf } from "./sentences.js";
import { type Fingerprints, type Statement, changedSince, fingerprints, statementsIn } from "./statements.js";
import type { Theory } from "./theory.js";
import { vectorsObjection } from "./vectors.js";

/** Committed under `expected/`: hashes of the definitions and statements that a person acknowledged. */
export const ACKNOWLEDGED = "statements.json";
/** Committed under `expected/`: the axioms that each theorem rests on. */
export const ASSUMPTIONS = "assumptions.txt";

/** Objections to single theorems, by statement, and objections to all of them. */
interface Objections {
  readonly general: string[];
  readonly byStatement: Map<string, string>;
}

/** `Statements.v`, which a person reads and acknowledges. A development without it states nothing. */
export function statementsText({ theories }: Development): string {
  const statements = theories.find(({ name }) => name === STATEMENTS);
  return statements === undefined ? "" : statements.source;
}

/**
 * The theory that proves each statement, by a sentence such as `Theorem grows : Grows.`, if there is one; or
 * `Theorem sound : Sound check_it.`, if the statement is about a function and a theory defines this one.
 */
export function proofsIn(development: Development): Proof[] {
  const proved = new Map<string, { readonly file: string; readonly about: string | undefined }>();
  const defined = new Map<string, string>();
  for (const { name: file, source } of development.theories) {
    for (const { text } of sentencesOf(source)) {
      const [, theorem, name, about] = /^Theorem ([^ :]+) ?: ?([^ ]+)(?: (\w+))? ?\.$/.exec(text) ?? [];
      if (theorem !== undefined && name !== undefined) proved.set(`${theorem} : ${name}`, { file, about });
      const definition = /^Definition (\w+)/.exec(text)?.[1];
      if (definition !== undefined) defined.set(definition, file);
    }
  }
  return statementsIn(statementsText(development)).flatMap((statement): Proof[] => {
    const { file, about } = proved.get(`${statement.theorem} : ${statement.name}`) ?? {};
    if (file === undefined) return [];
    if (about === undefined) return [{ statement, file, check: undefined }];
    const home = defined.get(about);
    return home === undefined ? [] : [{ statement, file, check: { name: about, file: home } }];
  });
}

/**
 * Checks all proofs with a backend.
 *
 * A theorem counts as proved if Coq accepts it as a proof of its statement, from the acknowledged axioms, if
 * neither its file nor one that it rests on has a loophole, and if the definitions are the acknowledged ones.
 */
export async function checkProofs(
  development: Development,
  backend: Backend,
  options: { readonly recheck: boolean; readonly progress: ReportProgress },
): Promise<ProofRun> {
  const checked = development.theories.filter(
    ({ name }) => backend.kind === "native" || !NATIVE_ONLY.includes(name),
  );
  const steps = checked.length + 1 + (options.recheck ? 1 : 0);
  const failures = spoiled(development.theories);
  // Coq never reads a theory with a loophole, which could change the meaning of others.
  const sealed = checked.filter(({ name }) => !failures.has(name));
  const report: ReportProgress = (done, _, what) => {
    options.progress(done, steps, what);
  };
  for (const [name, failure] of await backend.compile(sealed, report)) failures.set(name, failure);
  const objections = readObjections(development);
  const proofs = proofsIn(development);
  const sound = proofs.filter(({ file }) => !failures.has(file) && checked.some(({ name }) => name === file));
  const audited = await axiomsByGroups(backend, sound, (group) => audit(backend, group, objections));
  options.progress(checked.length + 1, steps, "axioms");
  const difference = failures.size === 0 ? await vectorsObjection(development, backend) : undefined;
  if (difference !== undefined) objections.general.push(difference);
  const rechecked = options.recheck && backend.recheck !== undefined && failures.size === 0;
  if (rechecked) await recheck(backend, checked, objections);
  options.progress(steps, steps, "coqchk");
  compareAxioms(development, audited, objections);
  const statements = statementsIn(statementsText(development));
  if (statements.length === 0) objections.general.push("Statements.v states nothing");
  const theorems = statements.map((statement): TheoremVerdict => {
    const file = proofs.find((proof) => proof.statement.name === statement.name)?.file;
    const leftOut = file !== undefined && !checked.some(({ name }) => name === file);
    const problem = leftOut ? undefined : objectionTo(statement, file, failures, objections, audited);
    return { ...statement, file, assumptions: audited.get(statement.theorem), problem, leftOut };
  });
  return {
    backend: backend.kind,
    version: backend.version,
    rechecked,
    hash: development.hash,
    theorems,
    problems: [...objections.general, ...[...failures].map(([name, failure]) => `${name}.v: ${failure}`)],
  };
}

/** Objections that need no Coq: statements, or an audit, that differ from what was acknowledged. */
function readObjections(development: Development): Objections {
  const objections: Objections = { general: [], byStatement: new Map() };
  const names = new Set(statementsIn(statementsText(development)).map(({ name }) => name));
  for (const name of changedSince(acknowledged(development), fingerprints(statementsText(development)))) {
    const problem =
      `${name} in Statements.v is not as it was acknowledged: ` +
      "read it, then acknowledge it (--acknowledge)";
    if (names.has(name)) objections.byStatement.set(name, problem);
    else objections.general.push(problem);
  }
  if (development.audit !== auditText(proofsIn(development)))
    objections.general.push("Audit.v doesn't ask for every theorem: --acknowledge remakes it");
  return objections;
}

/** The acknowledged hashes of the statements; none if no readable list is committed. */
export function acknowledged({ expected }: Development): Fingerprints {
  const text = expected[ACKNOWLEDGED];
  if (text === undefined) return {};
  try {
    const fingerprints = JSON.parse(text) as Fingerprints | null;
    if (fingerprints !== null) return fingerprints;
  } catch {
    // --acknowledge writes the file anew.
  }
  return {};
}

/**
 * The axioms of every theorem: by one question for all if there are no axioms, otherwise by one for each. If
 * Coq doesn't accept the audit, single audits find the theorem at fault.
 */
async function audit(
  backend: Backend,
  proofs: readonly Proof[],
  objections: Objections,
): Promise<Map<string, readonly string[]>> {
  const ask = async (asked: readonly Proof[]): Promise<Map<string, readonly string[]>> =>
    assumptionsIn(
      await backend.audit(auditText(asked)),
      asked.map(({ statement }) => statement.theorem),
    );
  if (proofs.length === 0) return new Map();
  try {
    const [axioms] = assumptionsIn(await backend.audit(auditTogether(proofs)), ["together"]).values();
    if (axioms?.length === 0) return new Map(proofs.map(({ statement }) => [statement.theorem, []]));
    return await ask(proofs);
  } catch (error) {
    if (!(error instanceof CoqError)) throw error;
  }
  const answers = new Map<string, readonly string[]>();
  for (const proof of proofs) {
    try {
      for (const [theorem, axioms] of await ask([proof])) answers.set(theorem, axioms);
    } catch (error) {
      if (!(error instanceof CoqError)) throw error;
      objections.byStatement.set(proof.statement.name, error.message);
    }
  }
  return answers;
}

/** Objects if the axioms that Coq lists differ in any word from those that are committed. */
function compareAxioms(
  { expected }: Development,
  audited: ReadonlyMap<string, readonly string[]>,
  { general }: Objections,
): void {
  const lines = new Set(expected[ASSUMPTIONS]?.split("\n"));
  const changed = [...audited].filter((theorem) => !lines.has(assumptionsText(new Map([theorem])).trimEnd()));
  if (changed.length > 0)
    general.push(
      `the axioms of ${changed.map(([theorem]) => theorem).join(", ")} ` +
        `are not those in expected/${ASSUMPTIONS}: --acknowledge writes them`,
    );
}

async function recheck(backend: Backend, theories: readonly Theory[], objections: Objections): Promise<void> {
  try {
    await backend.recheck?.(theories.map(({ name }) => name));
  } catch (error) {
    if (!(error instanceof CoqError)) throw error;
    objections.general.push(error.message);
  }
}

function objectionTo(
  { name, theorem }: Statement,
  file: string | undefined,
  failures: ReadonlyMap<string, string>,
  { general, byStatement }: Objections,
  audited: ReadonlyMap<string, readonly string[]>,
): string | undefined {
  if (file === undefined) return `no theory has Theorem ${theorem} : ${name}.`;
  const axioms = audited.get(theorem);
  const objection = byStatement.get(name) ?? failures.get(file);
  if (objection !== undefined) return objection;
  if (axioms === undefined) return "Coq was not asked for it";
  if (axioms.length > 0) return `it rests on ${axioms.join(", ")}`;
  return general[0];
}
