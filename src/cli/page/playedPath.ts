import { entry } from "../../exact/entry.js";
import { InputError } from "../../exact/inputError.js";
import { rational } from "../../exact/numbers/rational.js";
import { asMultiLayer } from "../../network/anyNetwork.js";
import { type MultiLayerNetwork, layerWidths } from "../../network/multiLayerNetwork.js";
import { NETWORK_FORMAT, parseMultiLayerFile } from "../../network/networkFile.js";
import { type PlayedPath, STEPS } from "../../report/data/player.js";
import { between } from "../commands/path/between.js";

/** The corners of a path that is played, two or more networks of one shape. */
export type Corners = readonly [MultiLayerNetwork, MultiLayerNetwork, ...MultiLayerNetwork[]];

/** A step of a path: its network, and the ends of the segment that it is on. */
export interface PathStep {
  readonly network: MultiLayerNetwork;
  /** Counted from 0. */
  readonly segment: number;
  readonly start: MultiLayerNetwork;
  readonly end: MultiLayerNetwork;
}

/**
 * Reads the corners of a path.
 *
 * @throws InputError if there are fewer than two, one is no network, or their shapes differ.
 */
export function cornersOf({ points }: PlayedPath): Corners {
  const [first, second, ...more] = points.map((point, index) =>
    parseMultiLayerFile(JSON.stringify({ format: NETWORK_FORMAT, ...point }), `point ${index + 1}`),
  );
  if (first === undefined || second === undefined)
    throw new InputError(`a path of ${points.length} points`, "give two or more");
  const shape = shapeOf(first);
  [second, ...more].forEach((corner, index) => {
    if (shapeOf(corner) === shape) return;
    const problem = `point ${index + 2} has the shape ${shapeOf(corner)}, the first ${shape}`;
    throw new InputError(problem, "give networks of one shape");
  });
  return [first, second, ...more];
}

function shapeOf(network: MultiLayerNetwork): string {
  return `${layerWidths(network).join("-")}${network.biases === undefined ? "" : " with biases"}`;
}

/**
 * The exact network at a step: each segment has `STEPS` equal ones.
 *
 * @throws RangeError if the path has no such step.
 */
export function stepOf(corners: Corners, step: number): PathStep {
  const last = corners.length - 2;
  const segment = Math.min(Math.floor(step / STEPS), last);
  const [start, end] = [entry(corners, segment), entry(corners, segment + 1)];
  const part = rational(BigInt(step - segment * STEPS), BigInt(STEPS));
  if (part.compare(0n) < 0 || part.compare(1n) > 0) throw new RangeError(`no step ${step}`);
  if (part.equals(0n)) return { network: start, segment, start, end };
  if (part.equals(1n)) return { network: end, segment, start, end };
  return { network: asMultiLayer(between(start, end, part)), segment, start, end };
}
