import { createHash } from "node:crypto";
import type { Claim } from "../../../claims/evidence/claim.js";
import { type ClaimResult, type VerificationResult, failed } from "../../../claims/evidence/claimResult.js";
import type { ReportedRun, ReportedVerdicts } from "../../../report/data/site.js";
import { InputError } from "../../../exact/inputError.js";
import type { Verdict } from "../../../claims/evidence/verdict.js";
import { type Fields, demanding, fieldsOf, jsonFields } from "../../../machine/jsonFields.js";
import { type Source, textOf } from "../../files/sources.js";
import { present } from "../../options/present.js";
import { packageVersion } from "../../terminal/packageVersion.js";
import { badge, badges, controlsLine, outcome, proofsLine, sentence } from "../verify/reporters/wording.js";

/** A run of `verify`, as a file tells of it. */
export interface GivenRun {
  readonly result: VerificationResult;
  readonly reported: ReportedRun;
}

const FORMAT = "equiloss-verification/1";
const REPAIR = "give what equiloss verify --json printed, as a whole";

/**
 * Reads what a run wrote.
 *
 * @throws InputError with the place if the file is not that, or lacks what is to be shown.
 */
export function givenRun(source: Source): GivenRun {
  const { place } = source;
  const text = textOf(source);
  const fields = jsonFields(text, { place, repair: REPAIR });
  if (fields.format !== FORMAT) throw new InputError(`"format" is not "${FORMAT}"`, REPAIR, place);
  requireRun(fields, place);
  const result = fields as unknown as VerificationResult;
  const { version, started, maxM, seed } = result;
  const own = packageVersion();
  const digest = createHash("sha256").update(source.bytes).digest("hex");
  return {
    result,
    reported: {
      file: place,
      digest: `sha256 of the file: ${digest}`,
      lines: [
        `begun at ${started}, by version ${version}${version === own ? "" : `, not by ${own}, which made this page`}`,
        `${outcome(result)}; largest m ${maxM}, seed ${seed}`,
        proofsLine(result),
        controlsLine(result),
      ],
    },
  };
}

/** The verdicts that the run gave a claim; undefined if the claim was not in it. */
export function verdictsOf({ id, statement }: Claim, { result }: GivenRun): ReportedVerdicts | undefined {
  const found = result.claims.find((claim) => claim.id === id);
  if (found === undefined) return undefined;
  return {
    badges: badges(found),
    sentences: found.verdicts.map((verdict) => ({
      text: `${badge(verdict)}: ${sentence(verdict)}`,
      failed: failed(verdict),
    })),
    ...present({ answer: found.answer }),
    ...(found.statement === statement
      ? {}
      : { note: `The run was about another statement: ${found.statement}` }),
  };
}

type Kind = Verdict["kind"];

/** The members of each kind of verdict that are texts and have to be there. */
const TEXTS: Readonly<Record<Kind, string>> = {
  proved: "what theorem by",
  exhaustive: "what range visited expected",
  certified: "what range accepted expected",
  sampled: "what property cases distinct",
  numeric: "what cases",
  "refuted as stated": "what corrected",
  missing: "",
};

function requireRun(fields: Fields, place: string): void {
  const at = { place, repair: REPAIR };
  const demand = demanding(at);
  for (const name of ["started", "version"]) demand(typeof fields[name] === "string", `lacks "${name}"`);
  for (const name of ["maxM", "seed"]) demand(Number.isSafeInteger(fields[name]), `lacks "${name}"`);
  demand(typeof fields.ok === "boolean", 'lacks "ok"');
  const proofs = fieldsOf(fields.proofs, { ...at, place: `${place}, proofs` });
  demand(typeof proofs.ran === "boolean", 'lacks "ran" of the proofs');
  const lists = proofs.ran === true ? ["leftOut", "problems"] : [];
  demand(
    lists.every((name) => isTexts(proofs[name])),
    "lacks what the proofs left out",
  );
  demand(typeof proofs[proofs.ran === true ? "by" : "reason"] === "string", "lacks how the proofs ran");
  const controls = fieldsOf(fields.controls, { ...at, place: `${place}, controls` });
  demand(
    ["count", "refused"].every((name) => Number.isSafeInteger(controls[name])),
    "lacks the controls",
  );
  demand(isTexts(controls.unrefused), 'lacks "unrefused" of the controls');
  demand(Array.isArray(fields.claims), '"claims" is not a list');
  const claims = fields.claims as readonly unknown[];
  demand(claims.length > 0, "has no claims");
  for (const claim of claims) requireClaim(claim, place);
  const hasFailed = (claims as readonly ClaimResult[]).some(({ verdicts }) => verdicts.some(failed));
  demand(fields.ok === false || !hasFailed, '"ok" is true, though a verdict failed');
}

function requireClaim(value: unknown, place: string): void {
  const fields = fieldsOf(value, { place: `${place}, claims`, repair: REPAIR });
  const { id, statement, verdicts, provedInPart } = fields;
  const demand = demanding({ place: `${place}, claim ${JSON.stringify(id)}`, repair: REPAIR });
  demand(typeof id === "string" && typeof statement === "string", "has no id, or no statement");
  demand(Array.isArray(verdicts) && verdicts.length > 0, '"verdicts" is not a list of some');
  demand(fields.answer === undefined || typeof fields.answer === "string", '"answer" is not a text');
  if (provedInPart !== undefined) {
    const { part, leavesOpen } = fieldsOf(provedInPart, { place, repair: REPAIR });
    demand(typeof part === "string" && typeof leavesOpen === "string", '"provedInPart" is not two texts');
  }
  for (const verdict of verdicts as ClaimResult["verdicts"]) requireVerdict(verdict, demand);
}

function requireVerdict(value: unknown, demand: ReturnType<typeof demanding>): void {
  const verdict = typeof value === "object" && value !== null ? (value as Fields) : {};
  const { kind, held, failure, assumptions, counterexample, backend, seed } = verdict;
  const texts = Object.entries(TEXTS).find(([name]) => name === kind)?.[1];
  demand(texts !== undefined, "has a verdict of no known kind");
  const names = texts === undefined || texts === "" ? [] : texts.split(" ");
  demand(
    names.every((name) => typeof verdict[name] === "string"),
    `a verdict ${String(kind)} lacks a text`,
  );
  demand(kind === "missing" || typeof held === "boolean", `a verdict ${String(kind)} lacks "held"`);
  demand(failure === undefined || typeof failure === "string", '"failure" is not a text');
  demand(assumptions === undefined || isTexts(assumptions), '"assumptions" is not a list of texts');
  const needsSeed = kind === "sampled" || kind === "numeric";
  demand(!needsSeed || Number.isSafeInteger(seed), `a verdict ${String(kind)} lacks its seed`);
  demand(kind !== "refuted as stated" || isTexts(valuesOf(counterexample)), "a refutation lacks its example");
  if (kind !== "numeric") return;
  const floats = [verdict.error, verdict.bound];
  demand(
    floats.every((value) => value === null || typeof value === "number"),
    "a number is none",
  );
  const members = valuesOf(backend);
  demand(isTexts(members) && members.length === 4, "a verdict numeric lacks its backend");
}

const isTexts = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((text) => typeof text === "string");

const valuesOf = (value: unknown): unknown =>
  typeof value === "object" && value !== null && !Array.isArray(value) ? Object.values(value) : undefined;
