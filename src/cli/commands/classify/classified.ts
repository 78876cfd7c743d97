import { entry } from "../../../exact/entry.js";
import { InputError } from "../../../exact/inputError.js";
import { formatRational, parseRational } from "../../../exact/numbers/rational.js";
import type { SignedPartition } from "../../../network/activations/symmetricReduction.js";
import { asMultiLayer } from "../../../network/anyNetwork.js";
import { type MultiLayerNetwork, layerWidths } from "../../../network/multiLayerNetwork.js";
import { type BoundedActivation, boundedActivation } from "../../../trained/bounds/boundedActivation.js";
import { dataDifference } from "../../../trained/bounds/dataDifference.js";
import { differenceBound } from "../../../trained/bounds/differenceBound.js";
import { type InputBox, inputBox } from "../../../trained/bounds/inputBox.js";
import { knownSymmetry } from "../../../trained/bounds/knownSymmetry.js";
import { preactivationRanges } from "../../../trained/bounds/preactivationRanges.js";
import { type Classification, type ClassifiedLayer, classify } from "../../../trained/pruning/classify.js";
import { anyNetworkIn, dataIn } from "../../files/networks.js";
import { placed } from "../../options/placed.js";
import { present } from "../../options/present.js";
import { writeBound } from "./certificate.js";
import { groupsOf } from "./groups.js";
import type { ClassifyReport, ReportedDifference, ReportedLayer } from "./report.js";
import type { ClassifyRequest } from "./request.js";
import { rootAbove, roundedDown, roundedUp } from "../../options/rounded.js";
import { writeNetwork } from "../../files/writeNetwork.js";

/** Classifies a network's neurons, and writes the pruned network if it is to be written. */
export function classified(request: ClassifyRequest): ClassifyReport {
  const network = asMultiLayer(anyNetworkIn(request.network));
  const activation = request.activation === undefined ? undefined : boundedActivation(request.activation);
  const symmetry = knownSymmetry(activation);
  const box = boxFor(request, network);
  const tolerance = request.tolerance === undefined ? "auto" : parseRational(request.tolerance);
  const ranges =
    box === undefined || activation === undefined || !symmetry.isHomogeneous
      ? undefined
      : preactivationRanges(network, activation, box);
  const found = classify(network, { tolerance, symmetry, ...present({ ranges }) });
  const whole = {
    distance: roundedUp(rootAbove(found.distanceSquared)),
    distanceSquared: formatRational(found.distanceSquared),
    ...present({ activation: activation?.name, within: request.within }),
    ...changes(network, found, { activation, box, data: request.data }),
    ...written(request, { network, found, activation, box }),
  };
  const layers = found.layers.map((layer, index) => reportedLayer(layer, found, index, tolerance === "auto"));
  const [first, ...others] = layers;
  return first !== undefined && others.length === 0 ? { ...first, ...whole } : { ...whole, layers };
}

function boxFor({ within }: ClassifyRequest, network: MultiLayerNetwork): InputBox | undefined {
  if (within === undefined) return undefined;
  const [low, high] = within;
  return inputBox(parseRational(low), parseRational(high), layerWidths(network)[0]);
}

interface Asked {
  readonly activation: BoundedActivation | undefined;
  readonly box: InputBox | undefined;
  readonly data: ClassifyRequest["data"];
}

/** By how much the function changes: over the box, and on the data. */
function changes(
  network: MultiLayerNetwork,
  { projected }: Classification,
  { activation, box, data }: Asked,
): { readonly bound?: string; readonly data?: ReportedDifference } {
  if (activation === undefined) return {};
  const bound =
    box === undefined
      ? undefined
      : placed("--within", () => differenceBound(network, projected, activation, box));
  const difference =
    data === undefined
      ? undefined
      : placed(data.place, () => dataDifference(network, projected, activation, dataIn(data).inputs));
  return present({
    bound: bound === undefined ? undefined : roundedUp(bound.bound),
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

/** A network, and what was asked of it and found in it. */
interface Known extends Omit<Asked, "data"> {
  readonly network: MultiLayerNetwork;
  readonly found: Classification;
}

function written(
  { output, certificate }: ClassifyRequest,
  { network, found, activation, box }: Known,
): Pick<ClassifyReport, "pruned" | "certificate"> {
  if (output === undefined) return {};
  const { reduction } = found;
  const pruned = reduction.irreducible;
  if (pruned === undefined) {
    const layer = reduction.widths.lastIndexOf(0) + 1;
    throw new InputError(
      `no neuron of hidden layer ${layer} is left, and no file holds such a network`,
      "give a smaller tolerance, or leave out --prune",
      "--prune",
    );
  }
  const bytes = writeNetwork(output, pruned);
  if (certificate === undefined || activation === undefined || box === undefined)
    return { pruned: { file: output, bytes } };
  const bound = writeBound({ file: certificate, network, found, pruned, activation, box });
  return { pruned: { file: output, bytes }, certificate: bound };
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
