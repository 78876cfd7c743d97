import { LabelledPartition } from "../../combinatorics/partitions/labelledPartition.js";
import { entry } from "../../exact/entry.js";
import type { RationalVector } from "../../exact/vectors/rationalVector.js";
import type { TwoLayerNetwork } from "../../network/twoLayerNetwork.js";
import { type UnitClass, unitClasses } from "./unitClasses.js";

/** Units that share a block. */
export interface Part {
  readonly members: readonly number[];
  /** Whether the block has the label of their class; else it is a zero block. */
  readonly labelled: boolean;
}

/**
 * The labelled partitions that split the classes of equal incoming vectors of a network, each class
 * separately. Units of a block share their incoming vector, so the partitions of all subspaces that hold the
 * network are among these.
 *
 * @param partsOf the ways to split a class, for the required sum of its labelled part, or for undefined if no
 *   unit of θ^r has the incoming vector of the class.
 */
export function* splitsOfClasses(
  theta: TwoLayerNetwork,
  network: TwoLayerNetwork,
  partsOf: (unitClass: UnitClass, mass: RationalVector | undefined) => Iterable<readonly Part[]>,
): Generator<LabelledPartition> {
  const classes = unitClasses(theta, network);
  const codes = new Array<number>(network.units.length);
  /** Zero blocks have codes 0, −1, … in the order in which they are made. */
  function* from(position: number, zeroBlocks: number): Generator<LabelledPartition> {
    const unitClass = classes[position];
    if (unitClass === undefined) {
      yield LabelledPartition.canonical(codes, theta.units.length);
      return;
    }
    for (const parts of partsOf(unitClass, unitClass.unit?.outgoing)) {
      let zeros = zeroBlocks;
      for (const { members, labelled } of parts) {
        const code = labelled ? unitClass.label : 0 - zeros++;
        for (const member of members) codes[member] = code;
      }
      yield* from(position + 1, zeros);
    }
  }
  yield* from(0, 0);
}

/**
 * Partitions of units into parts of outgoing sum zero and, if `mass` is given, one part of sum `mass`. The
 * part of the first unit is chosen first, so each partition comes once.
 *
 * @param goOn called before each choice of a unit; false ends the search.
 */
export function* sumSplits(
  network: TwoLayerNetwork,
  units: readonly number[],
  mass: RationalVector | undefined,
  goOn: () => boolean,
): Generator<readonly Part[]> {
  const [first, ...others] = units;
  if (first === undefined) {
    if (mass === undefined) yield [];
    return;
  }
  const { outgoing } = entry(network.units, first);
  // Most classes have one unit, which is the labelled part or a zero block.
  if (others.length === 0) {
    const labelled = mass !== undefined;
    if (goOn() && (labelled ? outgoing.equals(mass) : outgoing.isZero()))
      yield [{ members: [first], labelled }];
    return;
  }
  for (const { members, sum } of subsets(network, others, { members: [first], sum: outgoing }, goOn)) {
    const labelled = mass !== undefined && sum.equals(mass);
    if (!labelled && !sum.isZero()) continue;
    const rest = others.filter((unit) => !members.includes(unit));
    for (const parts of sumSplits(network, rest, labelled ? undefined : mass, goOn)) {
      yield [{ members, labelled }, ...parts];
    }
  }
}

/** Units, and the sum of their outgoing vectors. */
interface Subset {
  readonly members: readonly number[];
  readonly sum: RationalVector;
}

/** The sums that some of the units make with those chosen, those without a unit before those with it. */
function* subsets(
  network: TwoLayerNetwork,
  units: readonly number[],
  chosen: Subset,
  goOn: () => boolean,
): Generator<Subset> {
  const open: [position: number, subset: Subset][] = [[0, chosen]];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (!goOn()) return;
    const [position, subset] = next;
    const unit = units[position];
    if (unit === undefined) {
      yield subset;
      continue;
    }
    const { outgoing } = entry(network.units, unit);
    open.push([position + 1, { members: [...subset.members, unit], sum: subset.sum.plus(outgoing) }]);
    open.push([position + 1, subset]);
  }
}
