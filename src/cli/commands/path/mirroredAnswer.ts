import { InputError } from "../../../exact/inputError.js";
import { entry } from "../../../exact/entry.js";
import type { Parity } from "../../../exact/parity.js";
import { DEFAULT_BUDGET } from "../../../manifold/paths/shortestPath.js";
import { changesAlong } from "../../../manifold/paths/manifoldPath.js";
import { type ShortestSignedPath, shortestSignedPath } from "../../../manifold/signed/shortestSignedPath.js";
import type { ActivationSymmetry } from "../../../network/activations/activationSymmetry.js";
import type { TwoLayerNetwork } from "../../../network/twoLayerNetwork.js";
import type { NetworkPair } from "../../files/networks.js";
import { mirrorLines, mirrorOptions } from "../../options/mirrorOptions.js";
import { type Answer, type NoPath, notProved, summary } from "./answer.js";
import { type SteppedPath, unitChanges } from "./changes.js";

/** The most neurons in all points together that a path may have; a path is held in full. */
const MAX_HELD = 5_000_000;

/**
 * A shortest path with mirrored neurons between networks that compute the same for an odd or even activation;
 * undefined if there is none.
 *
 * @throws InputError if the path may be too long.
 * @throws RangeError if the activation is neither odd nor even.
 */
export function shortestMirrored(
  { theta, from, to }: NetworkPair<TwoLayerNetwork>,
  symmetry: ActivationSymmetry,
  budget = DEFAULT_BUDGET,
): ShortestSignedPath | undefined {
  requireHeld(theta.units.length, from.units.length);
  return shortestSignedPath(theta, from, to, parityOf(symmetry), { budget });
}

/** @throws RangeError if the activation is neither odd nor even. */
export function parityOf({ name, parity }: ActivationSymmetry): Parity {
  if (parity === undefined) throw new RangeError(`${name} mirrors no neuron`);
  return parity;
}

/**
 * The answer by {@link shortestMirrored}.
 *
 * @throws InputError if the path may be too long.
 * @throws RangeError if the activation is neither odd nor even.
 */
export function mirroredAnswer(
  pair: NetworkPair<TwoLayerNetwork>,
  symmetry: ActivationSymmetry,
  budget: number,
): Answer | NoPath {
  const { theta, from } = pair;
  const { name: activation } = symmetry;
  const [r, m] = [theta.units.length, from.units.length];
  const shortest = shortestMirrored(pair, symmetry, budget);
  if (shortest === undefined) {
    return {
      reason: `no path: for ${activation} the networks reduce to width ${r}, their own, so they are isolated`,
      mirroring: { activation, signs: [] },
    };
  }
  const { points, partitions, lowerBound, optimal, method } = shortest;
  const segments = partitions.length;
  const bound = optimal ? "no path has fewer" : notProved(lowerBound, segments);
  const path = stepped(from, shortest);
  return {
    segments,
    lowerBound,
    summary: [
      ...mirrorLines(mirrorOptions({ activation })),
      summary(segments, `r = ${r}, m = ${m}`, bound, method),
    ].join("\n"),
    size: { count: m, of: "neurons" },
    changes: () => unitChanges(path),
    allBy: "--changes",
    points: () => points,
    subspaces: () => partitions.map(({ codes }) => codes),
    path,
    mirroring: { activation, signs: partitions.map(({ signs }) => signs) },
  };
}

function stepped(from: TwoLayerNetwork, { points, partitions }: ShortestSignedPath): SteppedPath {
  const codes = changesAlong(
    undefined,
    partitions.map((partition) => partition.codes),
  );
  const signs = changesAlong(
    undefined,
    partitions.map((partition) => partition.signs),
  );
  const units = changesAlong(
    from.units,
    points.slice(1).map((end) => end.units),
  );
  return {
    from,
    steps: () =>
      codes.map((changed, segment) => ({
        codes: changed,
        signs: entry(signs, segment),
        units: entry(units, segment),
      })),
  };
}

/** A path takes at most two moves of two edges a label, and two edges at its ends. */
function requireHeld(r: number, m: number): void {
  const points = 4 * r + 4;
  if (points * m <= MAX_HELD) return;
  throw new InputError(
    `a path with mirrored neurons may have ${points} points of ${m} neurons, which are too many to hold`,
    "give narrower networks, or leave out --activation",
  );
}
