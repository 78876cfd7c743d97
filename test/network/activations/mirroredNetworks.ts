import { entry } from "../../../src/exact/entry.js";
import { type Rational, formatRational, rational } from "../../../src/exact/numbers/rational.js";
import { RationalVector } from "../../../src/exact/vectors/rationalVector.js";
import { type ActivationSymmetry, symmetryOf } from "../../../src/network/activations/activationSymmetry.js";
import { parseSymmetry } from "../../../src/network/activations/namedSymmetries.js";
import { type MultiLayerNetwork, multiLayerNetwork } from "../../../src/network/multiLayerNetwork.js";
import { seededIntegers } from "../../../src/network/seededIntegers.js";

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

/**
 * A random network with hidden widths up to 5, of one to three hidden layers, in which many units are copies,
 * mirror images, multiples or constants, and many sums of outgoing weights cancel.
 */
export function mirroredNetwork(seed: number, hiddenLayers = 1 + (seed % 3), hasBiases = seed % 2 === 0) {
  const draw = seededIntegers(seed, "mirrored network");
  const widths = Array.from({ length: hiddenLayers + 2 }, (_, index) =>
    index === 0 || index > hiddenLayers ? draw(1, 2) : draw(1, 5),
  );
  const rows = widths.slice(1).map((height, index) => {
    const width = entry(widths, index) + (hasBiases ? 1 : 0);
    const made: RationalVector[] = [];
    for (let row = 0; row < height; row += 1) {
      const factor = rational(BigInt(entry([1, -1, 2, -3, 0], draw(0, 4))), BigInt(draw(1, 2)));
      const fresh = RationalVector.of(Array.from({ length: width }, () => BigInt(draw(-2, 2))));
      made.push(row > 0 && draw(0, 2) > 0 ? entry(made, draw(0, row - 1)).times(factor) : fresh);
    }
    return made;
  });
  return rowsNetwork(rows, hasBiases);
}

function rowsNetwork(rows: readonly (readonly RationalVector[])[], hasBiases: boolean): MultiLayerNetwork {
  if (!hasBiases) return multiLayerNetwork(rows);
  return multiLayerNetwork(
    rows.map((matrix) => matrix.map((row) => row.slice(0, -1))),
    rows.map((matrix) => RationalVector.fromRationals(matrix.map((row) => row.at(row.dimension - 1)))),
  );
}

/** A random input. */
export function inputOf(network: MultiLayerNetwork, seed: number): RationalVector {
  const draw = seededIntegers(seed, "input");
  const { dimension } = entry(entry(network.weights, 0), 0);
  return RationalVector.of(
    Array.from({ length: dimension }, () => BigInt(draw(-40, 40))),
    7n,
  );
}
