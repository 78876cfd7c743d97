import { entry } from "../exact/entry.js";
import type { LabelledPartition } from "../combinatorics/partitions/labelledPartition.js";
import { orbitRepresentative, orbits } from "../combinatorics/partitions/orbits.js";
import { type Rational, rational } from "../exact/numbers/rational.js";
import { expandCritical } from "../landscape/criticalPoints/criticalExpansion.js";
import { RationalVector } from "../exact/vectors/rationalVector.js";
import { type DataSet, dataSet } from "../landscape/loss/data.js";
import { criticalPoint } from "../landscape/criticalPoints/randomCriticalPoint.js";
import { asMultiLayer } from "../network/anyNetwork.js";
import type { TwoLayerNetwork } from "../network/twoLayerNetwork.js";
import { QUARTIC, type CheckedActivation, checkedPolynomial, realActivations } from "./checkedActivation.js";
import { type Comparison, type Enclosure } from "./comparison.js";
import { outcomeOf } from "./compareFunctions.js";
import { floatGradient, gradientBounds } from "./gradientProgram.js";
import { nearbyDoubles } from "./multiLayerBatch.js";
import { DOUBLE_ACTIVATIONS, nearCriticalPoint } from "./nearCriticalPoint.js";
import type { Outcome, Run } from "./run.js";

/** A network and data at which the gradient is checked. */
export interface CriticalCase {
  readonly checked: CheckedActivation;
  readonly network: TwoLayerNetwork;
  readonly data: DataSet;
}

/** Bounds the derivatives at certified critical points, which are found in doubles of 53 bits. */
export const CERTIFIED = 2 ** -40;

const SHAPES = [
  { r: 1, inputDimension: 1, outputDimension: 1 },
  { r: 2, inputDimension: 1, outputDimension: 2 },
  { r: 2, inputDimension: 2, outputDimension: 1 },
  { r: 2, inputDimension: 2, outputDimension: 2 },
] as const;
const EXTRA = 2;

/** A gradient that must not be 0 has an entry of at least this size. */
const STEEP = 2 ** -10;

/**
 * Gradients at points of Γ̄ above critical points, where Prop. 4.3 says 0. A gradient off by a factor would
 * be 0 there too. So they are also compared with all targets moved by 1, where they are not 0.
 */
export async function checkCriticalGradients(run: Run): Promise<Outcome> {
  const what =
    "∇L by tf.grads at points of Γ̄ above critical points, beside 0 for a polynomial, and beside " +
    "certified enclosures within 2^−40 of 0 for sigmoid, tanh, softplus and σ_{α,γ}; and there with all " +
    "targets moved by 1, where it is not 0";
  return outcomeOf(what, async (comparison) => {
    let done = 0;
    for (const point of criticalCases(run.seed)) {
      for (const [surjection, beta] of expansions(point.network.units.length)) {
        const wide = { ...point, network: expandCritical(point.network, surjection, beta) };
        await compareGradient(run, wide, comparison, "critical");
        await compareGradient(run, { ...wide, data: withMovedTargets(point.data) }, comparison, "steep");
        if (comparison.failed) return;
      }
      done += 1;
      run.progress(done, SHAPES.length * (1 + realActivations().length));
    }
  });
}

/** An exact critical point of each shape, and one found in doubles for each real activation. */
export function* criticalCases(seed: number): Generator<CriticalCase> {
  for (const shape of SHAPES) {
    const { r, inputDimension, outputDimension } = shape;
    const points = Math.trunc((r * (inputDimension + outputDimension)) / outputDimension) + 2;
    const { network, data } = criticalPoint({ ...shape, points, activation: QUARTIC, seed });
    yield { checked: checkedPolynomial(QUARTIC), network, data };
    for (const checked of realActivations())
      yield { checked, ...nearCriticalPoint(doubleOf(checked), { ...shape, points, size: 1, seed }) };
  }
}

function withMovedTargets({ inputs, targets }: DataSet): DataSet {
  return dataSet(
    inputs,
    targets.map((target) => target.plus(RationalVector.of(new Array<bigint>(target.dimension).fill(1n)))),
  );
}

/** A checked activation in doubles. @throws RangeError if there is none. */
export function doubleOf({ float }: CheckedActivation): (typeof DOUBLE_ACTIVATIONS)[string] {
  const activation = DOUBLE_ACTIVATIONS[float.name];
  if (activation === undefined) throw new RangeError(`no ${float.name} in doubles`);
  return activation;
}

/** One surjection of each orbit with m ≤ r + 2, and shares β of sum 1, one of them negative. */
export function expansions(r: number): (readonly [LabelledPartition, Rational[]])[] {
  return Array.from({ length: EXTRA }, (_, more) => [...orbits(r, r + more + 1)])
    .flat()
    .filter(({ zeroSizes }) => zeroSizes.length === 0)
    .map(orbitRepresentative)
    .map((surjection) => [surjection, unevenBeta(surjection)] as const);
}

/** The first β of a block of k members is 1 + (k − 1)/3, the others are −1/3. */
function unevenBeta({ m, labelledBlocks }: LabelledPartition): Rational[] {
  const beta = new Array<Rational>(m).fill(rational(1n));
  for (const members of labelledBlocks) {
    const others = BigInt(members.length - 1);
    members.forEach((member, place) => {
      beta[member] = place === 0 ? rational(3n + others, 3n) : rational(-1n, 3n);
    });
  }
  return beta;
}

async function compareGradient(
  { backend, model, fault }: Run,
  { checked, network, data }: CriticalCase,
  comparison: Comparison,
  kind: "critical" | "steep",
): Promise<void> {
  const exact = checked.gradient(network, data);
  const bounds = gradientBounds(network, data, checked.float, model, residualsOf(checked, network, data));
  const computed = await floatGradient(backend, network, data, checked.float, fault);
  if (computed.length !== exact.length) comparison.fail(`${computed.length} of ${exact.length} derivatives`);
  const size = Math.max(...exact.map(({ lower, upper }) => Math.max(-lower, upper)));
  if (kind === "critical" ? !(size <= CERTIFIED) : !(size >= STEEP))
    comparison.fail(`the point is not ${kind}: derivatives of up to ${size}`);
  exact.forEach((value, index) => {
    comparison.add(
      computed[index] ?? NaN,
      value,
      entry(bounds, index),
      () =>
        `${checked.name}, derivative ${index + 1} of ${exact.length} at width ${network.units.length}` +
        (kind === "steep" ? ", targets moved" : ""),
    );
  });
}

/** Enclosures of f(x_k|θ) − y_k, an output a row. */
export function residualsOf(
  checked: CheckedActivation,
  network: TwoLayerNetwork,
  { inputs, targets }: DataSet,
): Enclosure[] {
  const layered = asMultiLayer(network);
  const outputs = inputs.map((input) => checked.outputs(layered, input));
  return Array.from({ length: network.outputDimension }, (_, output) =>
    outputs.map((values, index) => {
      const { lower, upper } = entry(values, output);
      const target = entry(nearbyDoubles(entry(targets, index)), output);
      const off = (Math.abs(lower) + Math.abs(upper) + Math.abs(target)) * 2 ** -48;
      return { lower: lower - target - off, upper: upper - target + off };
    }),
  ).flat();
}
