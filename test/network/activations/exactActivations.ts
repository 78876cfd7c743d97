import { type Rational, formatRational, rational } from "../../../src/exact/numbers/rational.js";
import { type ActivationSymmetry, symmetryOf } from "../../../src/network/activations/activationSymmetry.js";
import { parseSymmetry } from "../../../src/network/activations/namedSymmetries.js";

const [one, half] = [rational(1n), rational(1n, 2n)];
const bump = (z: Rational): Rational => z.mul(z).add(one).inverse();

/** Activations of every symmetry with rational values everywhere: functions can be compared exactly. */
export const EXACT: readonly ActivationSymmetry[] = [
  symmetryOf("z/(1 + z²)", { parity: "odd", rationalValue: (z) => z.mul(bump(z)) }),
  symmetryOf("1/2 + z/(1 + z²)", {
    parity: "odd",
    constant: half,
    rationalValue: (z) => z.mul(bump(z)).add(half),
  }),
  symmetryOf("1/(1 + z²)", { parity: "even", rationalValue: bump }),
  symmetryOf("z/2 + 1/(1 + z²)", {
    parity: "even",
    slope: half,
    rationalValue: (z) => z.mul(half).add(bump(z)),
  }),
  ...["softsign", "relu", "leaky:1/10", "leaky:-1"].map(parseSymmetry),
];

/** The values of an activation that has rational values everywhere. */
export function valuesOf(symmetry: ActivationSymmetry): (z: Rational) => Rational {
  return (z) => {
    const value = symmetry.rationalValue(z);
    if (value === undefined) throw new RangeError(`${symmetry.name} at ${formatRational(z)}`);
    return value;
  };
}
