import { LabelledPartition } from "../../combinatorics/partitions/labelledPartition.js";
import type { Parity } from "../../combinatorics/signed/parity.js";
import { SignedLabelledPartition } from "../../combinatorics/signed/signedLabelledPartition.js";
import { entry } from "../../exact/entry.js";
import { RationalVector } from "../../exact/vectors/rationalVector.js";
import type { TwoLayerNetwork } from "../../network/twoLayerNetwork.js";
import { signedGammaHolds } from "./signedGammaSubspace.js";

/** The class of a unit's incoming vector up to sign: its label, or a number ≤ 0; and its sign. */
export interface SignedClass {
  readonly code: number;
  /** 0 if the incoming vector is 0. */
  readonly sign: 1 | -1 | 0;
}

/**
 * The classes of equal or opposite incoming vectors, one entry for each unit. A class with ±w_t has label t,
 * and signs relative to w_t; in any other the first unit has sign 1.
 */
export function signedClasses(theta: TwoLayerNetwork, network: TwoLayerNetwork): SignedClass[] {
  const classes = new Map<string, SignedClass>();
  const add = (incoming: RationalVector, code: number): void => {
    classes.set(incoming.negated().key, { code, sign: -1 });
    classes.set(incoming.key, { code, sign: incoming.isZero() ? 0 : 1 });
  };
  for (const [index, { incoming }] of theta.units.entries()) add(incoming, index + 1);
  return network.units.map(({ incoming }, unit) => {
    const known = classes.get(incoming.key);
    if (known !== undefined) return known;
    add(incoming, 0 - unit);
    return { code: 0 - unit, sign: incoming.isZero() ? 0 : 1 };
  });
}

/**
 * The signed subspace that holds a point and has one block for each class of equal or opposite incoming
 * vectors; undefined if the point is off the signed manifold, the union of all Γ±_P(θ^r). For odd parity
 * units at 0 are silent.
 */
export function coarsestSignedSubspace(
  theta: TwoLayerNetwork,
  point: TwoLayerNetwork,
  parity: Parity,
): SignedLabelledPartition | undefined {
  const r = theta.units.length;
  const classes = signedClasses(theta, point);
  if (new Set(classes.flatMap(({ code }) => (code > 0 ? [code] : []))).size < r) return undefined;
  const signs = classes.map(({ sign }) => (sign === 0 && parity === "even" ? 1 : sign));
  const coarsest = SignedLabelledPartition.canonical(
    classes.map(({ code }) => code),
    signs,
    r,
    parity,
  );
  return signedGammaHolds(theta, coarsest, point) ? coarsest : undefined;
}

/**
 * A signed subspace that holds both points; undefined if there is none.
 *
 * If any does, so does the coarsest whose blocks have equal or opposite incoming vectors at both points, with
 * the same signs. That is the coarsest subspace of one point: of the network of all pairs of weights, (w_i,
 * w'_i) and (a_i, a'_i), over the pairs (w_t, w_t) and (a_t, a_t).
 */
export function commonSignedSubspace(
  theta: TwoLayerNetwork,
  from: TwoLayerNetwork,
  to: TwoLayerNetwork,
  parity: Parity,
): SignedLabelledPartition | undefined {
  return coarsestSignedSubspace(sideBySide(theta, theta), sideBySide(from, to), parity);
}

function sideBySide(left: TwoLayerNetwork, right: TwoLayerNetwork): TwoLayerNetwork {
  const both = (one: RationalVector, other: RationalVector): RationalVector =>
    RationalVector.fromRationals([...one.toRationals(), ...other.toRationals()]);
  return {
    inputDimension: 2 * left.inputDimension,
    outputDimension: 2 * left.outputDimension,
    units: left.units.map(({ incoming, outgoing }, index) => {
      const other = entry(right.units, index);
      return { incoming: both(incoming, other.incoming), outgoing: both(outgoing, other.outgoing) };
    }),
  };
}

/** The signed partition of an unsigned one of the units with w ≠ 0, and of parts of the others. */
export function withStillParts(
  classes: readonly SignedClass[],
  moving: LabelledPartition,
  parts: readonly StillPart[],
  parity: Parity,
): SignedLabelledPartition {
  const m = classes.length;
  const codes = new Array<number>(m);
  const signs = classes.map(({ sign }): number => sign);
  const active = classes.flatMap(({ sign }, unit) => (sign === 0 ? [] : [unit]));
  active.forEach((unit, place) => {
    codes[unit] = entry(moving.codes, place);
  });
  parts.forEach(({ members, signs: own }, part) => {
    members.forEach((unit, place) => {
      const sign = entry(own, place);
      // Names that no zero block of the others has; all silent units share one.
      codes[unit] = sign === 0 ? -m : -m - 1 - part;
      signs[unit] = sign;
    });
  });
  return SignedLabelledPartition.canonical(codes, signs, moving.r, parity);
}

/** Units at 0 that share a zero block, with their signs; a silent unit is a part of its own, with sign 0. */
export interface StillPart {
  readonly members: readonly number[];
  readonly signs: readonly number[];
}
