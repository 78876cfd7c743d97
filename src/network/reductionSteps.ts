import { requireArguments, speaking } from "../exact/plainJavaScript.js";
import { InputError } from "../exact/inputError.js";
import { type Redundancy, redundancies } from "./irreducible.js";
import type { Unit, TwoLayerNetwork } from "./twoLayerNetwork.js";
import { untilNone } from "./untilNone.js";

/**
 * Applies one step of the reduction that follows Def. 3.1, up to the permutation that the paper allows. Step
 * 1 drops unit `first` and adds its outgoing vector to that of `second`, if both have the same incoming
 * vector. Step 2 drops a unit whose outgoing vector is zero. The function stays the same, and the width falls
 * by one.
 *
 * @throws InputError if the step doesn't apply to the network; RangeError if it names a unit that isn't
 *   there.
 * @example reductionStep(twoLayerNetwork(1, 1, [unitOf(["1"], ["2"]), unitOf(["1"], ["3"])]),
 *   { kind: "equal incoming", first: 0, second: 1 }).units[0]?.outgoing.key
 *   === "5"
 */
export function reductionStep(network: TwoLayerNetwork, step: Redundancy): TwoLayerNetwork {
  requireArguments({ network: { network }, "{ kind }": { step } });
  if (step.kind === "silent") {
    if (!unitAt(network, step.index).outgoing.isZero()) throw notApplicable(step);
    return speaking({ ...network, units: network.units.filter((_, index) => index !== step.index) });
  }
  const first = unitAt(network, step.first);
  const second = unitAt(network, step.second);
  if (step.first === step.second || !first.incoming.equals(second.incoming)) throw notApplicable(step);
  const merged = { incoming: second.incoming, outgoing: first.outgoing.plus(second.outgoing) };
  return speaking({
    ...network,
    units: network.units
      .map((unit, index) => (index === step.second ? merged : unit))
      .filter((_, index) => index !== step.first),
  });
}

/**
 * Applies steps until none applies, each time the one that `choose` picks from those that apply. Every step
 * drops a unit, so there are at most m steps. Claim `def-3.1` says that the result depends on the choices
 * only by the order of units.
 *
 * @param choose index into the nonempty list of steps that apply.
 * @throws RangeError if `choose` picks none of them.
 * @example reduceBySteps(twoLayerNetwork(1, 1, [unitOf(["1"], ["2"]), unitOf(["1"], ["3"])]),
 *   () => 0).units.length
 *   === 1
 */
export function reduceBySteps(
  network: TwoLayerNetwork,
  choose: (steps: readonly Redundancy[]) => number,
): TwoLayerNetwork {
  requireArguments({ network: { network } });
  return untilNone(network, redundancies, choose, reductionStep);
}

function unitAt(network: TwoLayerNetwork, index: number): Unit {
  const unit = network.units[index];
  if (unit === undefined) throw new RangeError(`no neuron ${index} among ${network.units.length}`);
  return unit;
}

function notApplicable(step: Redundancy): InputError {
  return new InputError(
    step.kind === "silent"
      ? `neuron ${step.index} has a nonzero outgoing vector`
      : `neurons ${step.first} and ${step.second} are not two neurons with one incoming vector`,
    "apply a step that the network's redundancies list",
  );
}
