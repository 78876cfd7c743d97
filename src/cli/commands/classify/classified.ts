import { entry } from "../../../exact/entry.js";
import { formatRational, parseRational } from "../../../exact/numbers/rational.js";
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
import { boxWithin } from "../../options/rangeOption.js";
import { placed } from "../../options/placed.js";
import { present } from "../../options/present.js";
import { type CertifiedPruning, writeBound } from "./certificate.js";
import { groupsOf } from "./groups.js";
import { type Pruned, prunedFor, roundingBound, writePruned } from "./pruned.js";
import type { ClassifyReport, ReportedDifference, ReportedLayer } from "./report.js";
import type { ClassifyRequest } from "./request.js";
import { rootAbove, roundedDown, roundedUp } from "../../options/rounded.js";

/** Classifies a network's neurons, and writes the pruned network if it is to be written. */
export async function classified(request: ClassifyRequest): Promise<ClassifyReport> {
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
  const pruned = prunedFor(request.output, found, told);
  const certificate = await certified(request, { network, found, activation, box, pruned });
  const whole = {
    distance: roundedUp(rootAbove(found.distanceSquared)),
    distanceSquared: formatRational(found.distanceSquared),
    ...present({ activation: activation?.name, within: request.within, ball: request.ball }),
    ...changes(network, found, { activation, box, data: request.data, pruned }),
    ...(pruned !== undefined && {
      pruned: await writePruned(pruned, request.activation ?? told.activation, request),
    }),
    ...certificate,
  };
  const layers = found.layers.map((layer, index) => reportedLayer(layer, found, index, tolerance === "auto"));
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

interface Asked {
  readonly activation: BoundedActivation | undefined;
  readonly box: InputBox | undefined;
  readonly data: ClassifyRequest["data"];
  readonly pruned: Pruned | undefined;
}

/** By how much the function changes, over the box and on the data, up to the network that is written. */
function changes(
  network: MultiLayerNetwork,
  { projected }: Classification,
  { activation, box, data, pruned }: Asked,
): { readonly bound?: string; readonly data?: ReportedDifference } {
  if (activation === undefined) return {};
  const written = pruned?.floats === undefined ? projected : pruned.floats.network;
  const bound =
    box === undefined
      ? undefined
      : placed("--within", () =>
          differenceBound(network, projected, activation, box).bound.add(
            roundingBound(pruned, activation, box),
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

/** The certificate that is asked for, of what the written network changes. */
async function certified(
  { certificate: file }: ClassifyRequest,
  { pruned, activation, box, ...known }: Omit<Asked, "data"> & Pick<CertifiedPruning, "network" | "found">,
): Promise<Pick<ClassifyReport, "certificate">> {
  if (file === undefined || pruned === undefined || activation === undefined || box === undefined) return {};
  const written = pruned.floats?.network ?? pruned.exact;
  return { certificate: await writeBound({ ...known, file, pruned: written, activation, box }) };
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
