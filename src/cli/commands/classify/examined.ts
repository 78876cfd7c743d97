import { entry } from "../../../exact/entry.js";
import { formatRational, parseRational, rational } from "../../../exact/numbers/rational.js";
import type { SignedPartition } from "../../../network/activations/symmetricReduction.js";
import { asMultiLayer } from "../../../network/anyNetwork.js";
import { type MultiLayerNetwork, layerWidths } from "../../../network/multiLayerNetwork.js";
import { type BoundedActivation, boundedActivation } from "../../../trained/bounds/boundedActivation.js";
import { dataDifference } from "../../../trained/bounds/dataDifference.js";
import { differenceBound } from "../../../trained/bounds/differenceBound.js";
import type { InputBox } from "../../../trained/bounds/inputBox.js";
import { knownSymmetry } from "../../../trained/bounds/knownSymmetry.js";
import { preactivationRanges } from "../../../trained/bounds/preactivationRanges.js";
import { type Classification, type ClassifiedLayer, classify } from "../../../trained/pruning/classify.js";
import { inputsIn } from "../../files/dataFiles.js";
import { type ToldNetwork, toldNetworkIn } from "../../files/networks.js";
import { neededActivation } from "../../files/toldActivation.js";
import { placed } from "../../options/placed.js";
import { present } from "../../options/present.js";
import { boxWithin } from "../../options/rangeOption.js";
import { rootAbove, roundedDown, roundedUp } from "../../options/rounded.js";
import { groupsOf } from "./groups.js";
import type { ClassifyReport, ReportedLayer } from "./report.js";
import type { ClassifyRequest } from "./request.js";

/** A network whose neurons are classified. */
export interface Examined {
  readonly told: ToldNetwork;
  readonly network: MultiLayerNetwork;
  readonly found: Classification;
  readonly activation: BoundedActivation | undefined;
  readonly box: InputBox | undefined;
}

/** A pruned network, and the floats that it is rounded to. */
export interface RoundedPruning {
  readonly exact: MultiLayerNetwork;
  readonly network: MultiLayerNetwork;
}

/** Classifies a network's neurons. */
export function examined(request: ClassifyRequest): Examined {
  const told = toldNetworkIn(request.network);
  const network = asMultiLayer(told.network);
  const activation = activationFor(request, told);
  const symmetry = knownSymmetry(activation);
  const box = boxWithin(request, layerWidths(network)[0]);
  const tolerance = request.tolerance === undefined ? "auto" : parseRational(request.tolerance);
  const ranges =
    box === undefined || activation === undefined || !symmetry.isHomogeneous
      ? undefined
      : preactivationRanges(network, activation, box);
  const found = classify(network, { tolerance, symmetry, ...present({ ranges }) });
  return { told, network, found, activation, box };
}

/**
 * What is printed of a network that was classified.
 *
 * @param more the changes of outputs, and what was written.
 */
export function classifyReport(
  request: ClassifyRequest,
  { found, activation }: Examined,
  more: Pick<ClassifyReport, "bound" | "data" | "pruned" | "certificate">,
): ClassifyReport {
  const whole = {
    distance: roundedUp(rootAbove(found.distanceSquared)),
    distanceSquared: formatRational(found.distanceSquared),
    ...present({ activation: activation?.name, within: request.within, ball: request.ball }),
    ...more,
  };
  const isAuto = request.tolerance === undefined;
  const layers = found.layers.map((layer, index) => reportedLayer(layer, found, index, isAuto));
  const [first, ...others] = layers;
  return first !== undefined && others.length === 0 ? { ...first, ...whole } : { ...whole, layers };
}

/** @throws InputError if one is needed, and neither an option nor the file tells it. */
function activationFor(
  request: ClassifyRequest,
  { activation: told }: ToldNetwork,
): BoundedActivation | undefined {
  const { place } = request.network;
  const name = neededActivation(request.activation, [{ activation: told, place }], request);
  return name === undefined ? undefined : placed("--activation", () => boundedActivation(name));
}

/**
 * By how much the function changes, over the box and on the data, up to the network that is written.
 *
 * @param rounded if that is written in floats.
 */
export function changesOf(
  { network, found: { projected }, activation, box }: Examined,
  data: ClassifyRequest["data"],
  rounded?: RoundedPruning,
): Pick<ClassifyReport, "bound" | "data"> {
  if (activation === undefined) return {};
  const written = rounded === undefined ? projected : rounded.network;
  const bound =
    box === undefined
      ? undefined
      : placed("--within", () =>
          differenceBound(network, projected, activation, box).bound.add(
            rounded === undefined
              ? rational(0n)
              : differenceBound(rounded.exact, rounded.network, activation, box).bound,
          ),
        );
  const difference =
    data === undefined
      ? undefined
      : placed(data.place, () => dataDifference(network, written, activation, inputsIn(data)));
  return present({
    bound: bound === undefined ? undefined : roundedUp(bound),
    data:
      difference === undefined
        ? undefined
        : {
            lower: roundedDown(difference.lower),
            upper: roundedUp(difference.upper),
            input: difference.input + 1,
            output: difference.output + 1,
          },
  });
}

function reportedLayer(
  layer: ClassifiedLayer,
  { reduction }: Classification,
  index: number,
  isAuto: boolean,
): ReportedLayer {
  const { labelledPartition, signs, rest }: SignedPartition = entry(reduction.layers, index);
  return {
    width: labelledPartition.length,
    irreducibleWidth: entry(reduction.widths, index),
    labelledPartition,
    signs,
    ...(rest !== "none" && { rest }),
    groups: groupsOf(layer),
    tolerance: isAuto ? roundedUp(layer.tolerance) : formatRational(layer.tolerance),
    outgoingTolerance: isAuto ? roundedUp(layer.outgoingTolerance) : formatRational(layer.outgoingTolerance),
    ...(isAuto && { nearest: layer.nearest.map(roundedUp) }),
  };
}
