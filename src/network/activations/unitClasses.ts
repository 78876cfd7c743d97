import { gcd } from "../../exact/numbers/integer.js";
import { type Rational, rational } from "../../exact/numbers/rational.js";
import { RationalVector } from "../../exact/vectors/rationalVector.js";
import { VectorMap } from "../../exact/vectors/vectorMap.js";
import type { TwoLayerNetwork } from "../twoLayerNetwork.js";
import type { ActivationSymmetry } from "./activationSymmetry.js";
import type { Side } from "./sums.js";

/** A unit of a class: its incoming vector is side · scale · direction. */
export interface Member {
  /** Counted from 0. */
  readonly unit: number;
  readonly side: Side;
  /** Above 0; 1 unless the activation is homogeneous. */
  readonly scale: Rational;
}

/** Units of equal incoming vectors, up to sign and scale as far as the activation's symmetry allows. */
export interface UnitClass {
  /** The incoming vector whose first nonzero coordinate is positive; primitive if scale doesn't matter. */
  readonly direction: RationalVector;
  /** In the order of the units. */
  readonly members: readonly Member[];
}

const ONE = rational(1n);

/** The classes of a network's units, in order of first appearance. */
export function unitClasses({ units }: TwoLayerNetwork, symmetry: ActivationSymmetry): UnitClass[] {
  const byDirection = new VectorMap<Member[]>();
  const classes: UnitClass[] = [];
  units.forEach(({ incoming }, unit) => {
    const { direction, side, scale } = placeOf(incoming, symmetry);
    const member = { unit, side, scale };
    const found = byDirection.get(direction);
    if (found !== undefined) {
      found.push(member);
      return;
    }
    const members = [member];
    byDirection.add(direction, members);
    classes.push({ direction, members });
  });
  return classes;
}

type Place = Pick<UnitClass, "direction"> & Pick<Member, "side" | "scale">;

function placeOf(incoming: RationalVector, { parity, isHomogeneous }: ActivationSymmetry): Place {
  const { numerators, denominator } = incoming;
  const first = numerators.find((numerator) => numerator !== 0n);
  // The vector 0 has one side: a unit there is its own mirror image.
  if (parity === undefined || first === undefined) return { direction: incoming, side: 1, scale: ONE };
  const side = first < 0n ? -1 : 1;
  const positive = side < 0 ? incoming.negated() : incoming;
  if (!isHomogeneous) return { direction: positive, side, scale: ONE };
  let common = 0n;
  for (const numerator of numerators) {
    if (common === 1n) break;
    common = gcd(common, numerator);
  }
  const primitive = positive.numerators.map((numerator) => numerator / common);
  return { direction: RationalVector.of(primitive), side, scale: rational(common, denominator) };
}
