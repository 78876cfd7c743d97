/** An error that is planted in the compiled program, and the run of `verify` that has to fail by it. */
export interface Plant {
  readonly name: string;
  /** Below dist/src. */
  readonly file: string;
  /** What stands there exactly once, and what is put in its place. */
  readonly find: string;
  readonly replace: string;
  readonly claims: readonly string[];
  /** What has to notice: evidence of these claims, or a control of every run. */
  readonly by: "evidence" | "controls";
}

/** Cheap, where controls are to notice and any claim will do. */
const ANY = ["eq-5"];

/** A rule of the checker that is switched off. */
function ruleOff(file: string, condition: string, rule: string): Plant {
  return {
    name: `the checker's rule ${rule} off in ${file}`,
    file: `checker/${file}.js`,
    find: `demand(${condition}, "${rule}"`,
    replace: `demand(true, "${rule}"`,
    claims: ANY,
    by: "controls",
  };
}

const CHECKER: readonly Plant[] = [
  ruleOff("check", "digest === `sha256:${hex}`", "digest"),
  ruleOff("path", "held", "member"),
  ruleOff("path", "same", "measure"),
  ruleOff("path", "smooth", "bound-lipschitz"),
  ruleOff("enumeration", "held", "member"),
  ruleOff("partition", "due === undefined", "last"),
  ruleOff("layeredPath", "held", "member"),
  ruleOff("inertia", "values.every(leads)", "congruence"),
  ruleOff("critical", "flat", "gradient"),
  ruleOff("critical", "holds.get(claim) ?? true", "instance"),
  ruleOff("independence", "isOne", "inverse"),
  ruleOff("morse", "facets(one).every((facet) => built.has(facet))", "attach"),
  {
    name: "the checker's σ'' three times too large where w·x is not 0",
    file: "checker/loss.js",
    find: "ratio((n2 * q - n * q2) * q - 2n * q1 * turn, q * q * q)",
    replace: "ratio(((n2 * q - n * q2) * q - 2n * q1 * turn) * (u === 0n ? 1n : 3n), q * q * q)",
    claims: ANY,
    by: "controls",
  },
];

const ENGINES: readonly Plant[] = [
  {
    name: "exhaustive checks that don't count",
    file: "claims/exhaustive.js",
    find: "BigInt(visited) !== expected || visited === 0",
    replace: "false",
    claims: ANY,
    by: "controls",
  },
  {
    name: "exhaustive checks that hold without a case",
    file: "claims/exhaustive.js",
    find: " || visited === 0",
    replace: "",
    claims: ANY,
    by: "controls",
  },
  {
    name: "certified checks that don't count",
    file: "claims/certified.js",
    find: "BigInt(accepted) !== expected || accepted === 0",
    replace: "false",
    claims: ANY,
    by: "controls",
  },
  {
    name: "certified checks that take what is rejected",
    file: "claims/certified.js",
    find: "if (!verdict.accepted) {",
    replace: "if (false) {",
    claims: ANY,
    by: "controls",
  },
  {
    name: "sampled checks that don't count",
    file: "claims/sampled.js",
    find: "held && cases === RUNS",
    replace: "held",
    claims: ANY,
    by: "controls",
  },
  {
    name: "sampled checks that leave out what fast-check says",
    file: "claims/sampled.js",
    find: "const { held, cases, counterexample } = sample(property, seed);",
    replace:
      "const { held, cases, counterexample } = { held: true, cases: RUNS, _: sample(property, seed) };",
    claims: ANY,
    by: "controls",
  },
  {
    name: "a listing of orbits that ends early",
    file: "combinatorics/orbits.js",
    find: "labelled >= r;",
    replace: "labelled > r;",
    claims: ANY,
    by: "controls",
  },
];

const FLOATS: readonly Plant[] = [
  {
    name: "NaN within bounds",
    file: "crosscheck/comparison.js",
    find: "if (finite && share <= 1) {",
    replace: "if (!(share > 1)) {",
    claims: ANY,
    by: "controls",
  },
  {
    name: "bounds of products a million times too wide",
    file: "crosscheck/boundedMatrix.js",
    find: "result.error[index] = (growth * most - size) * SLACK + lost;",
    replace: "result.error[index] = ((growth * most - size) * SLACK + lost) * 1e6;",
    claims: ANY,
    by: "controls",
  },
  {
    name: "bounds of products twenty times too wide",
    file: "crosscheck/boundedMatrix.js",
    find: "result.error[index] = (growth * most - size) * SLACK + lost;",
    replace: "result.error[index] = ((growth * most - size) * SLACK + lost) * 20;",
    claims: ANY,
    by: "controls",
  },
  {
    name: "a float loss off by 1.002",
    file: "crosscheck/gradientProgram.js",
    find: "tf.scalar(0.5)",
    replace: "tf.scalar(0.501)",
    claims: ["prop-4.3"],
    by: "evidence",
  },
  {
    name: "kernels measured with what they are off by left out",
    file: "crosscheck/measuredAccuracy.js",
    find: "!(error <= WORST_KERNEL)",
    replace: "false",
    claims: ANY,
    by: "controls",
  },
];

const MATHEMATICS: readonly Plant[] = [
  {
    name: "the gradient's half for incoming vectors doubled",
    file: "landscape/gradient.js",
    find: "...blocks.flatMap((block) => block.slice(0, network.inputDimension)),",
    replace:
      "...blocks.flatMap((block) => block.slice(0, network.inputDimension).map((entry) => entry.add(entry))),",
    claims: ["def-4.1", "prop-4.3"],
    by: "evidence",
  },
  {
    name: "∂f/∂w doubled",
    file: "landscape/jacobian.js",
    find: "weight * slope * coordinate",
    replace: "2n * weight * slope * coordinate",
    claims: ["def-4.1", "prop-4.3"],
    by: "evidence",
  },
  {
    name: "σ'' wrong where w·x is not 0",
    file: "landscape/pointPass.js",
    find: "curvature: rational(2n * (numerators[2] ?? 0n), denominator)",
    replace: "curvature: rational((n === 0n ? 2n : 5n) * (numerators[2] ?? 0n), denominator)",
    claims: ["open-strict-saddles"],
    by: "evidence",
  },
  {
    name: "every invariant factor 1, so that nothing has torsion",
    file: "exact/smithForm.js",
    find: "factors.push(pivot < 0n ? -pivot : pivot);",
    replace: "factors.push(1n);",
    claims: ["ext-topology"],
    by: "evidence",
  },
  {
    name: "the last failing m one too large from r = 61 on",
    file: "combinatorics/threshold.js",
    find: "    return failing;\n",
    replace: "    return failing + (r > 60 ? 1 : 0);\n",
    claims: ["ext-threshold"],
    by: "evidence",
  },
  {
    name: "Γ_P without the directions of w",
    file: "manifold/gammaSubspace.js",
    find: "...incomingDirections(space, group),",
    replace: "",
    claims: ["thm-3.1-dim"],
    by: "evidence",
  },
];

export const PLANTS: readonly Plant[] = [...CHECKER, ...ENGINES, ...FLOATS, ...MATHEMATICS];
