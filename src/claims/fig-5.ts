import { differenceCertificate } from "../certificate/differenceCertificate.js";
import { certificateLayers } from "../certificate/layeredPathCertificate.js";
import { entry } from "../exact/entry.js";
import { type Rational, formatRational, rational } from "../exact/numbers/rational.js";
import { asMultiLayer } from "../network/anyNetwork.js";
import type { TwoLayerNetwork } from "../network/twoLayerNetwork.js";
import { type ActivationFacts, activationFacts } from "../trained/bounds/activationFacts.js";
import { inputBox } from "../trained/bounds/inputBox.js";
import { provableBound } from "../trained/bounds/provableBound.js";
import { committedEnds } from "../training/committedEnds.js";
import { ZERO_LOSS } from "../training/secondOrder.js";
import { type TrainedRun, networkOfRun } from "../training/trainedRun.js";
import { certificates } from "./evidence/certificates.js";
import type { Instance } from "./evidence/certified.js";
import type { Claim } from "./evidence/claim.js";
import { everyCase } from "./evidence/everyCase.js";
import type { FoundTable } from "./evidence/verdict.js";
import {
  PAIRED_IN_PAPER,
  figureTeacher,
  groupSizes,
  standardsOf,
  studentGroups,
} from "./instances/trainedStudents.js";

const [WIDTH, RUNS] = [10, 50n];
const ACTIVATION = "softplus+sigmoid:1,4";
const BOX = [rational(-5n), rational(5n)] as const;

/** Bounds on the difference of a student and the teacher: the least of these is asked that can be proved. */
const BOUNDS: readonly Rational[] = [rational(1n, 5000n), rational(1n, 50n), rational(1n, 10n)];

export const claim: Claim = {
  id: "fig-5",
  title: "Trained networks of Figure 5",
  statement:
    "All students of width 10 that are trained from 50 starts, with σ(x) = sigmoid(4x) + softplus(x), " +
    "end near the expansion manifold of the teacher of width 4: each neuron is nearly a copy of one of " +
    "the teacher's, or nearly of zero type, and with these pruned the student is the teacher, but for a " +
    "proved bound. Of their 500 neurons 292 are copies of the teacher's, 117 are of zero type by " +
    "themselves, 72 in pairs, 15 in threes and 4 in fours",
  limits:
    "About the ends in proofs/ends/fig5-10.json, which were trained here with our settings of Adam and a finish " +
    "of second order; those of the paper aren't published. What is proved is about their exact weights, and " +
    "nothing is proved of how they were found. The losses are doubles. Beside our numbers the paper's text has " +
    "one, 54 neurons of zero type in pairs; its other numbers are in the picture alone",
  source: "Şimşek et al. 2021, Fig. 5",
  hypotheses: [
    "inputs on the grid −5:¼:5 squared, 1681 points",
    "outputs are compared for all inputs from −5 to 5",
  ],
  evidence: [
    everyCase("neurons", {
      what:
        "the loss is below 1e-16, and the neurons are copies of each of the teacher's, and groups of zero type; " +
        "the same for every tolerance from 1/64 to 1/40 on incoming vectors, and from 1/10000 to 1/200 on " +
        "outgoing weights and sums",
      range: "the 50 ends",
      expected: () => RUNS,
      cases: () => committedEnds("fig5", WIDTH).runs,
      check: checkNeurons,
    }),
    everyCase("sizes", {
      what: "as many neurons are copies, and of zero type in groups of each size, as is claimed",
      range: "the 500 neurons of the 50 ends",
      expected: () => BigInt(CLAIMED.length),
      cases: () => sizeCases(committedEnds("fig5", WIDTH).runs),
      check: checkSize,
      table: () => foundSizes(committedEnds("fig5", WIDTH).runs),
    }),
    certificates("pruned", {
      what:
        "the student's output is that of the teacher, but for at most 1/5000, 1/50 or 1/10; the least of these " +
        "that layer-by-layer bounds prove, where copies that are apart by d count as if nothing cancelled",
      range: "the 50 ends; all inputs from −5 to 5",
      expected: () => RUNS,
      instances: () => committedEnds("fig5", WIDTH).runs.map((run) => prunedInstance(networkOfRun(run))),
    }),
  ],
};

/** Undefined if a run ends with zero loss, as far as doubles show, and its neurons are as they should be. */
export function checkNeurons({ seed, loss, ...weights }: TrainedRun): string | undefined {
  if (!(loss < ZERO_LOSS)) return `seed ${seed}: the loss is ${loss}`;
  const groups = studentGroups(networkOfRun(weights));
  return typeof groups === "string" ? `seed ${seed}: ${groups}` : undefined;
}

/** How many neurons are copies, and in groups of zero type of 1, 2, 3 and 4. */
const CLAIMED = [292, 117, 72, 15, 4];

/** A kind of neurons, as the table names it, how many there are, and how many are claimed. */
export interface SizeCase {
  readonly kind: string;
  readonly count: number;
  readonly claimed: number | undefined;
}

/** Each kind of neurons that there is. */
export function sizeCases(runs: readonly TrainedRun[]): SizeCase[] {
  const { rows } = foundSizes(runs);
  return rows.map((row, place) => ({
    kind: entry(row, 0),
    count: Number(entry(row, 1)),
    claimed: CLAIMED[place],
  }));
}

/** Undefined if there are as many of a kind as are claimed. */
export function checkSize({ kind, count, claimed }: SizeCase): string | undefined {
  return count === claimed ? undefined : `${count} are ${kind}, not ${String(claimed)}`;
}

/** How many neurons of all runs are what, as on the right of Figure 5. */
export function foundSizes(runs: readonly TrainedRun[]): FoundTable {
  const found = runs.map((run) => studentGroups(networkOfRun(run)));
  const { copies, zeroType } = groupSizes(found.filter((groups) => typeof groups !== "string"));
  const inPaper = (size: number): string => (size === 2 ? String(PAIRED_IN_PAPER) : "in the picture alone");
  return {
    title: `The ${runs.length * WIDTH} neurons of the students`,
    head: ["neurons", "here", "in the paper's text"],
    rows: [
      ["copies of the teacher's", String(copies), "in the picture alone"],
      ...[...zeroType].map(([size, count]) => [
        size === 1 ? "zero type, alone" : `zero type, in groups of ${size}`,
        String(count),
        inPaper(size),
      ]),
    ],
  };
}

/** That a student computes what the teacher does, but for a bound. */
export function prunedInstance(student: TwoLayerNetwork): Instance {
  const groups = studentGroups(student);
  if (typeof groups === "string") throw new RangeError(groups);
  const [network, pruned] = [asMultiLayer(student), asMultiLayer(figureTeacher)];
  const units = [standardsOf(groups, student.units.length)];
  const least = provableBound([network, pruned], units, facts(), inputBox(...BOX, student.inputDimension));
  const bound = BOUNDS.find((value) => least.compare(value) <= 0);
  if (bound === undefined) throw new RangeError("no bound can be proved");
  const certificate = differenceCertificate({
    ...{ activation: ACTIVATION, bound, network, pruned, units, within: BOX },
  });
  return {
    certificate,
    asked: {
      ...{ claim: certificate.claim, activation: ACTIVATION, bound: formatRational(bound) },
      ...{ network: certificateLayers(network), pruned: certificateLayers(pruned) },
      within: BOX.map(formatRational),
    },
  };
}

function facts(): ActivationFacts {
  const known = activationFacts(ACTIVATION);
  if (known === undefined) throw new RangeError(`nothing is known of ${ACTIVATION}`);
  return known;
}
