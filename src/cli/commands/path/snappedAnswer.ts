import { entry } from "../../../exact/entry.js";
import { formatRational, parseRational } from "../../../exact/numbers/rational.js";
import { layerWidths } from "../../../network/multiLayerNetwork.js";
import { multiLayerFile } from "../../../network/networkFile.js";
import { boundedActivation } from "../../../trained/bounds/boundedActivation.js";
import { boxWithin } from "../../options/rangeOption.js";
import { boundAlongPath, lossAlongPath } from "../../../trained/paths/alongPath.js";
import { type SnappedEnd, type SnappedPath, snappedPath } from "../../../trained/paths/snappedPath.js";
import { dataIn } from "../../files/dataFiles.js";
import { nearPairIn } from "../../files/networks.js";
import { neededActivation } from "../../files/toldActivation.js";
import { placed } from "../../options/placed.js";
import { present } from "../../options/present.js";
import { asDecimal, rootAbove, roundedDown, roundedUp } from "../../options/rounded.js";
import {
  type Answer,
  type NoPath,
  type SegmentChanges,
  type SubspaceCodes,
  isolation,
  weightsOf,
} from "./answer.js";
import { layerChanges } from "./changes.js";
import { type Wanted, isSoonListed } from "./pathAnswer.js";
import type { SnapRequest, SnappedDistance, Snapping } from "./snapping.js";
import { snappedSummary } from "./snappedSummary.js";

/**
 * A path between networks that are nearly the same.
 *
 * @throws InputError that names the option or file at fault, as where the networks differ by more.
 */
export function snappedAnswer({ from, to, budget }: Wanted, asked: SnapRequest): Answer | NoPath {
  const pair = nearPairIn(from, to);
  const places = [from.place, to.place];
  const told = pair.told.map(({ activation }, end) => ({ activation, place: entry(places, end) }));
  const snap = { ...asked, ...present({ activation: neededActivation(asked.activation, told, asked) }) };
  const tolerance = parseRational(snap.tolerance);
  const path = placed("--tolerance", () =>
    snappedPath(pair.from, pair.to, { tolerance, budget, ...present({ activation: snap.activation }) }),
  );
  if ("isolatedLayer" in path) return { reason: isolation(path) };
  const snapping = snappingOf(path, snap);
  const size = weightsOf(pair.from);
  const { segments, list } = path;
  return {
    segments,
    lowerBound: null,
    summary: snappedSummary(path, snapping),
    size,
    changes: () => (isSoonListed(segments, size) ? changesOf(path) : []),
    allBy: "--json",
    points: () => list().points,
    subspaces: () => list().codes.map((one) => subspaceOf(path, one)),
    snapping,
    ...mirroringOf(path),
  };
}

/** With two layers without biases a list of codes, else one for each hidden layer. */
function subspaceOf(path: SnappedPath, codes: readonly (readonly number[])[] | undefined): SubspaceCodes {
  if (codes === undefined) return null;
  return isOfUnits(path) ? entry(codes, 0) : codes;
}

/** Whether the networks have two layers and no biases, so that layers need not be named. */
function isOfUnits({ theta }: SnappedPath): boolean {
  return theta.weights.length === 2 && theta.biases === undefined;
}

/** The segments to and from the snapped networks in words, the others neuron by neuron. */
function changesOf(path: SnappedPath): SegmentChanges[] {
  const { from, to, list } = path;
  const { points, codes } = list();
  const found = layerChanges(points);
  const changes = isOfUnits(path)
    ? found.map((one) => one.map((change) => ({ ...change, layer: undefined })))
    : found;
  const isFirst = (segment: number): boolean => segment === 0 && !from.distanceSquared.equals(0n);
  return codes.map((one, segment) => {
    if (one !== undefined) return entry(changes, segment);
    const [end, where] = isFirst(segment) ? [from, "to exact copies"] : [to, "to the second network"];
    return `all weights move by at most ${asDecimal(roundedUp(end.largestChange))}, ${where}`;
  });
}

function mirroringOf({ symmetry, list }: SnappedPath): Pick<Answer, "mirroring"> {
  if (symmetry.parity === undefined) return {};
  const { signs } = list();
  if (signs === undefined) throw new RangeError("a path of mirrored neurons without signs");
  return {
    mirroring: { activation: symmetry.name, signs: signs.map((one) => one ?? null) },
  };
}

function snappingOf(path: SnappedPath, snap: SnapRequest): Snapping {
  const { theta, difference, from, to, middle } = path;
  const { tolerance, activation, within, ball } = snap;
  return {
    tolerance,
    theta: multiLayerFile(theta),
    difference: roundedUp(difference),
    from: distanceOf(from),
    to: distanceOf(to),
    between: { segments: middle.segments, lowerBound: middle.lowerBound },
    ...present({ activation, within, ball }),
    ...changesAlong(path, snap),
  };
}

function distanceOf({ distanceSquared, largestChange }: SnappedEnd): SnappedDistance {
  return {
    distance: roundedUp(rootAbove(distanceSquared)),
    distanceSquared: formatRational(distanceSquared),
    largestChange: roundedUp(largestChange),
  };
}

/** How far outputs change over the box, and what the loss is on the data. */
function changesAlong(
  path: SnappedPath,
  { activation: name, data, ...where }: SnapRequest,
): Pick<Snapping, "bound" | "data"> {
  if (name === undefined) return {};
  const activation = placed("--activation", () => boundedActivation(name));
  const [dimension] = layerWidths(path.theta);
  const box = boxWithin(where, dimension);
  const bound = box && placed("--within", () => boundAlongPath(path, activation, box));
  const loss = data && placed(data.place, () => lossAlongPath(path, activation, dataIn(data)));
  return present({
    bound: bound && roundedUp(bound),
    data: loss && {
      leastLoss: roundedDown(loss.least),
      mostLoss: roundedUp(loss.most),
      change: roundedUp(loss.change),
    },
  });
}
