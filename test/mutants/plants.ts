import type { ControlGroupName } from "../../src/claims/controls/groups.js";
import { MATHEMATICS } from "./plantsInMathematics.js";

/** An error in one place of the compiled program. */
export interface Edit {
  /** Below dist/src. */
  readonly file: string;
  /** What stands there exactly once, and what is put in its place. */
  readonly find: string;
  readonly replace: string;
}

/** Errors that are planted together, and the run of `verify` that has to fail by them. */
export interface Plant {
  readonly name: string;
  readonly edits: readonly Edit[];
  readonly claims: readonly string[];
  /** What has to notice: a group of controls, or evidence of these claims, with a failure of these words. */
  readonly by: ControlGroupName | RegExp;
}

/** Cheap, where controls are to notice and any claim will do. */
const ANY = ["rem-2.1"];

/** An error that a control of this group has to notice. */
function controlled(by: ControlGroupName, name: string, file: string, find: string, replace: string): Plant {
  return { name, edits: [{ file, find, replace }], claims: ANY, by };
}

/** A rule of the checker that is switched off. */
function ruleOff(
  file: string,
  condition: string,
  rule: string,
  by: ControlGroupName = "certificates",
): Plant {
  const name = `the checker's rule ${rule} off in ${file}`;
  return controlled(
    by,
    name,
    `checker/${file}.js`,
    `demand(${condition}, "${rule}"`,
    `demand(true, "${rule}"`,
  );
}

const CHECKER: readonly Plant[] = [
  ruleOff("check", "digest === digestOfRest", "digest", "frames"),
  ruleOff("path", "isHeld", "member"),
  ruleOff("path", "haveMeasure", "measure"),
  ruleOff("bound", "isClose", "bound-lipschitz"),
  ruleOff("connected", "isShared", "member"),
  ruleOff("partition", "next === undefined", "last"),
  ruleOff("layeredPath", "isHeld", "member"),
  ruleOff("images", "areSigns", "partition"),
  ruleOff("images", "isComplete", "count"),
  ruleOff("inertia", "isDominant", "congruence"),
  ruleOff("critical", "isFlat", "gradient"),
  ruleOff("critical", "holds", "instance"),
  ruleOff("splitting", "isInverse", "inverse"),
  ruleOff("splitting", "isSplit", "split"),
  ruleOff("independence", "isOne", "inverse"),
  ruleOff("morse", "isAttached", "attach"),
  controlled(
    "certificates",
    "the checker's σ'' three times too large where w·x is not 0",
    "checker/activation.js",
    "ratio(second, q * q * q)",
    "ratio(second * (u === 0n ? 1n : 3n), q * q * q)",
  ),
];

const ENGINES: readonly Plant[] = [
  controlled(
    "engines",
    "exhaustive checks that don't count",
    "claims/evidence/exhaustive.js",
    "BigInt(visited) !== expected || visited === 0",
    "false",
  ),
  controlled(
    "engines",
    "exhaustive checks that hold without a case",
    "claims/evidence/exhaustive.js",
    " || visited === 0",
    "",
  ),
  controlled(
    "engines",
    "certified checks that don't count",
    "claims/evidence/certified.js",
    "BigInt(accepted) !== expected || accepted === 0",
    "false",
  ),
  controlled(
    "engines",
    "certified checks that take what is rejected",
    "claims/evidence/certified.js",
    "failure = verdict.accepted",
    "failure = true",
  ),
  controlled(
    "engines",
    "sampled checks that don't count",
    "claims/evidence/sampled.js",
    "held && cases === RUNS",
    "held",
  ),
  controlled(
    "engines",
    "sampled checks that leave out what fast-check says",
    "claims/evidence/sampled.js",
    "const { held, cases, distinct, counterexample } = sample(property, seed);",
    "const { held, cases, distinct, counterexample } = { held: true, cases: RUNS, distinct: RUNS, _: sample(property, seed) };",
  ),
  controlled(
    "engines",
    "a listing of orbits that ends early",
    "combinatorics/partitions/orbits.js",
    "labelled >= r;",
    "labelled > r;",
  ),
];

const CHECKS: readonly Plant[] = [
  controlled(
    "checks",
    "inertias that are not compared with the predicted ones",
    "claims/ext-inertia.js",
    "if (text !== wanted)",
    "if (text === undefined)",
  ),
];

const FLOATS: readonly Plant[] = [
  controlled(
    "floats",
    "NaN within bounds",
    "crosscheck/comparison.js",
    "if (finite && share <= 1) {",
    "if (!(share > 1)) {",
  ),
  controlled(
    "floats",
    "bounds of products a million times too wide",
    "crosscheck/boundedMatrix.js",
    "result.error[index] = (growth * most - size) * SLACK + lost;",
    "result.error[index] = ((growth * most - size) * SLACK + lost) * 1e6;",
  ),
  controlled(
    "floats",
    "bounds of products twenty times too wide",
    "crosscheck/boundedMatrix.js",
    "result.error[index] = (growth * most - size) * SLACK + lost;",
    "result.error[index] = ((growth * most - size) * SLACK + lost) * 20;",
  ),
  {
    name: "a float loss off by 1.002",
    edits: [{ file: "crosscheck/gradientProgram.js", find: "tf.scalar(0.5)", replace: "tf.scalar(0.501)" }],
    claims: ["prop-4.3"],
    by: /./,
  },
  controlled(
    "floats",
    "kernels measured with what they are off by left out",
    "crosscheck/measuredAccuracy.js",
    "!(error <= WORST_KERNEL)",
    "false",
  ),
];

export const PLANTS: readonly Plant[] = [...CHECKER, ...CHECKS, ...ENGINES, ...FLOATS, ...MATHEMATICS];
