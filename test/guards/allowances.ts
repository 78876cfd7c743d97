import type { FloatRule } from "./noFloats.js";
import type { LoopholeRule } from "./noLoopholes.js";
import type { Finding } from "./tree.js";

/** What each file may do against the rules of a guard, and why that is right there. */
export type Allowances<Rule extends string> = Readonly<
  Record<string, { readonly rules: readonly Rule[]; readonly reason: string }>
>;

/** Passes on what a kernel filled, and leaves to the kernel all arithmetic that could round. */
const HOLDS_RESIDUES = { rules: ["float-memory"], reason: "holds residues or limbs of the kernel" } as const;

/** Holds the bytes or the floats of a file, and computes nothing with floats. */
const HOLDS_FLOATS = { rules: ["float-memory"], reason: "holds what a file holds" } as const;

/**
 * Kernels whose doubles are integers below 2^53 throughout, as each file's first comment proves; and the
 * files that use them.
 */
export const FLOATS_ALLOWED: Allowances<FloatRule> = {
  "src/exact/modular/residueKernel.ts": {
    rules: ["float-memory", "division", "math", "literal"],
    reason: "residues and limbs in doubles, with a reciprocal that only guesses quotients",
  },
  "src/exact/modular/digitReading.ts": HOLDS_RESIDUES,
  "src/exact/modular/imagesOfVectors.ts": HOLDS_RESIDUES,
  "src/exact/modular/limbMatrix.ts": HOLDS_RESIDUES,
  "src/exact/modular/nullspaceBasis.ts": HOLDS_RESIDUES,
  "src/exact/modular/padicLifting.ts": HOLDS_RESIDUES,
  "src/exact/modular/pivotBlock.ts": HOLDS_RESIDUES,
  "src/exact/modular/residueElimination.ts": HOLDS_RESIDUES,
  "src/exact/numbers/doubleValue.ts": {
    rules: ["float-memory"],
    reason: "takes a double apart into its bits, and computes with these alone",
  },
  "src/exact/numbers/integer.ts": { rules: ["parse-int"], reason: "reads one hexadecimal digit" },
  "src/exact/numbers/lehmerStep.ts": {
    rules: ["division", "math"],
    reason: "quotients of integers below 2^53, and the result is right whatever they are",
  },
  "src/exact/vectors/doubleCoordinates.ts": {
    rules: ["float-memory"],
    reason: "takes doubles apart, and multiplies them by powers of two where nothing overflows",
  },
  "src/formats/byteReader.ts": HOLDS_FLOATS,
  "src/formats/floatTypes.ts": HOLDS_FLOATS,
  "src/formats/writtenFiles.ts": HOLDS_FLOATS,
  "src/formats/writtenTensors.ts": HOLDS_FLOATS,
  "src/formats/foundNetwork.ts": HOLDS_FLOATS,
  "src/formats/foundVectors.ts": HOLDS_FLOATS,
  "src/formats/keras/config.ts": {
    rules: ["json"],
    reason: "reads the names of layers; a slope is a double there too",
  },
  "src/formats/csv/readCsv.ts": HOLDS_FLOATS,
  "src/formats/hdf5/writeHdf5.ts": HOLDS_FLOATS,
  "src/formats/keras/writtenConfig.ts": {
    rules: ["float-memory", "division"],
    reason: "holds the floats of a file, and refuses a slope that isn't the quotient",
  },
  "src/formats/tensorflow/writeTensorflowJs.ts": HOLDS_FLOATS,
  "src/formats/onnx/layers.ts": HOLDS_FLOATS,
  "src/formats/onnx/tensor.ts": HOLDS_FLOATS,
  "src/formats/onnx/writeOnnx.ts": {
    rules: ["float-memory", "division"],
    reason: "holds the floats of a file, and refuses a slope that isn't the quotient",
  },
  "src/combinatorics/counts/primeField.ts": {
    rules: ["division"],
    reason: "the reciprocal of the prime, which only guesses quotients",
  },
  "src/combinatorics/partitions/codeIndex.ts": {
    rules: ["float-memory"],
    reason: "a table of counts below 2^53, which is too much for 32 bits",
  },
  "src/combinatorics/counts/labelledPartitionResidue.ts": HOLDS_RESIDUES,
  "src/combinatorics/counts/roundedCounts.ts": {
    rules: ["float-memory", "division", "math"],
    reason: "rounded on purpose, within proven errors; where these leave it open, the exact count decides",
  },
  "src/network/networkTexts.ts": {
    rules: ["json"],
    reason: "reads a text whose weights are strings, and refuses it if one is not",
  },
};

/** npm doesn't install Coq. */
const NEEDS_COQ = {
  rules: ["silent-test"],
  reason: "says that it is skipped where there is no coqc",
} as const;

/** npm doesn't install a GPU's driver either. */
const NEEDS_WEBGPU = {
  rules: ["silent-test"],
  reason: "says that it is not run where WebGPU doesn't start, and why",
} as const;

/** Nor OCaml. */
const NEEDS_OCAML = {
  rules: ["silent-test"],
  reason: "says that it is not run where there is no Coq, OCaml or js_of_ocaml, or another version",
} as const;

/** Nor a browser. */
const NEEDS_CHROMIUM = {
  rules: ["silent-test"],
  reason: "says that it is not run where there is no Chromium",
} as const;

/** Nor schedulers of jobs. */
const NEEDS_SCHEDULERS = {
  rules: ["silent-test"],
  reason: "says which of Slurm, GNU parallel and Snakemake are not there, and are not run",
} as const;

export const LOOPHOLES_ALLOWED: Allowances<LoopholeRule> = {
  "test/kernel/rebuilt.test.ts": NEEDS_OCAML,
  "test/shard/schedulers.large.test.ts": NEEDS_SCHEDULERS,
  "test/crosscheck/webgpu.test.ts": NEEDS_WEBGPU,
  "test/report/accessible.test.ts": NEEDS_CHROMIUM,
  "test/report/figures.test.ts": NEEDS_CHROMIUM,
  "test/report/page.test.ts": NEEDS_CHROMIUM,
  "test/report/networks.test.ts": NEEDS_CHROMIUM,
  "test/cli/commands/proofs/proofs.test.ts": NEEDS_COQ,
  "test/cli/commands/verify/proofsJob.test.ts": NEEDS_COQ,
  "test/coq/holes.test.ts": NEEDS_COQ,
  "test/cli/commands/check/byCoq.test.ts": NEEDS_COQ,
  "test/kernel/coq.large.test.ts": NEEDS_COQ,
  "test/proofs/alone.large.test.ts": NEEDS_COQ,
  "test/cli/commands/proofs/ending.test.ts": NEEDS_COQ,
  "test/coq/acknowledge.test.ts": NEEDS_COQ,
  "test/coq/wholeRuns.test.ts": NEEDS_COQ,
  "src/exact/modular/residueKernel.ts": {
    rules: ["comment"],
    reason: "a check on each access would cost more than the arithmetic",
  },
  "src/exact/modular/residueElimination.ts": {
    rules: ["comment"],
    reason: "a check on each access would cost more than the arithmetic",
  },
};

/** The findings that the list doesn't allow, and the entries of the list that allow nothing. */
export function withAllowances<Rule extends string>(
  findings: readonly Finding<Rule>[],
  allowed: Allowances<Rule>,
): { left: Finding<Rule>[]; unneeded: string[] } {
  const left = findings.filter(({ file, rule }) => allowed[file]?.rules.includes(rule) !== true);
  const used = new Set(findings.map(({ file, rule }) => `${file}: ${rule}`));
  const entries = Object.entries(allowed).flatMap(([file, { rules }]) =>
    rules.map((rule) => `${file}: ${rule}`),
  );
  return { left, unneeded: entries.filter((entry) => !used.has(entry)) };
}
