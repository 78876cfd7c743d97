import { entry } from "../../exact/entry.js";
import { requireArguments } from "../../exact/plainJavaScript.js";
import { labelledPartitions } from "../../combinatorics/partitions/enumeration.js";
import type { LabelledPartition } from "../../combinatorics/partitions/labelledPartition.js";
import { permutations } from "../../combinatorics/partitions/permutations.js";
import { type Permutation, relabelUnits } from "../../combinatorics/partitions/relabelling.js";
import { type IntegerMatrix, clearDenominators } from "../../exact/vectors/integerMatrix.js";
import { reducedRows } from "../../exact/matrices/reducedRows.js";
import type { TwoLayerNetwork } from "../../network/twoLayerNetwork.js";
import { gammaSubspace } from "../subspaces/gammaSubspace.js";
import { type Holders, holdersAt, inclusions, isEmpty, keyOf } from "./flatsByHolders.js";
import type { Poset } from "./poset.js";

/**
 * The lattice of flats of Θ_{r→m}(θ^r): all nonempty intersections of its subspaces Γ_P, ordered by
 * inclusion. The Γ_P cover Θ, and they and their intersections are convex, so the order complex of this poset
 * is homotopy equivalent to Θ by the nerve theorem (Björner, "Topological methods", Handbook of
 * Combinatorics, 1995). The flats are found by exact linear algebra on the equations of the subspaces,
 * without the complex X_{r,m}: the reduced form of its equations identifies an intersection.
 *
 * Relabelling units permutes the subspaces, so one intersection of each orbit is intersected with all of
 * them.
 *
 * @param theta an irreducible network of width r.
 * @param m number of units, at least r. There are 3340 flats for r = 2, m = 5, and many more beyond.
 * @throws RangeError if theta is reducible.
 * @example latticeOfFlats(theta, 2).below.length
 *   === 5 // θ^r: (1; 2); three lines in a row, and the two points where they intersect
 */
export function latticeOfFlats(theta: TwoLayerNetwork, m: number): Poset {
  requireArguments({ network: { theta } });
  return { below: inclusions(new FlatSearch(theta, m).run()) };
}

/** Equations (A | b) in reduced form, of the incoming or of the outgoing vectors alone. */
interface Part {
  readonly rows: IntegerMatrix;
  readonly key: string;
}

/** An affine subspace by its equations: no equation of a Γ_P involves both incoming and outgoing vectors. */
interface Flat {
  readonly incoming: Part;
  readonly outgoing: Part;
}

class FlatSearch {
  private readonly gammas: readonly { readonly partition: LabelledPartition; readonly gamma: Flat }[];
  private readonly symmetries: readonly Permutation[];
  private readonly places: ReadonlyMap<string, number>;
  private readonly intersections = new Map<string, Part | undefined>();

  constructor(
    private readonly theta: TwoLayerNetwork,
    private readonly m: number,
  ) {
    const partitions = [...labelledPartitions(theta.units.length, m)];
    this.gammas = partitions.map((partition) => ({ partition, gamma: this.flatOf(partition) }));
    this.symmetries = [...permutations(m)];
    this.places = new Map(partitions.map(({ key }, place) => [key, place]));
  }

  /** The holders of all flats. */
  run(): Holders[] {
    const holdersOf = new Map<string, Holders>();
    const queue = this.gammas.map(({ gamma }) => gamma);
    for (let flat = queue.pop(); flat !== undefined; flat = queue.pop()) {
      if (holdersOf.has(nameOf(flat))) continue;
      const name = nameOf(flat);
      const holders: LabelledPartition[] = [];
      for (const { partition, gamma } of this.gammas) {
        const flatInside = this.intersection(flat, gamma);
        if (flatInside === undefined) continue;
        if (nameOf(flatInside) === name) holders.push(partition);
        else if (!holdersOf.has(nameOf(flatInside))) queue.push(flatInside);
      }
      for (const symmetry of this.symmetries) {
        const image = nameOf(this.image(flat, symmetry));
        if (!holdersOf.has(image))
          holdersOf.set(image, this.bitSet(holders.map((holder) => relabelUnits(holder, symmetry))));
      }
    }
    return [...holdersOf.values()];
  }

  private flatOf(partition: LabelledPartition): Flat {
    const { theta, m } = this;
    const split = m * theta.inputDimension;
    const rows = clearDenominators(gammaSubspace(theta, partition).equations);
    const isIncoming = (row: readonly bigint[]): boolean =>
      row.slice(0, split).some((coefficient) => coefficient !== 0n);
    const isOutgoing = (row: readonly bigint[]): boolean =>
      row.slice(split, -1).some((coefficient) => coefficient !== 0n);
    if (rows.some((row) => isIncoming(row) && isOutgoing(row)))
      throw new RangeError("an equation in w and a");
    const incoming = rows.filter(isIncoming).map((row) => [...row.slice(0, split), ...row.slice(-1)]);
    const outgoing = rows.filter(isOutgoing).map((row) => row.slice(split));
    return { incoming: part(incoming, split + 1), outgoing: part(outgoing, m * theta.outputDimension + 1) };
  }

  /** Undefined if empty. */
  private intersection(flat: Flat, gamma: Flat): Flat | undefined {
    const { inputDimension, outputDimension } = this.theta;
    const incoming = this.partIn(flat.incoming, gamma.incoming, inputDimension);
    if (incoming === undefined) return undefined;
    const outgoing = this.partIn(flat.outgoing, gamma.outgoing, outputDimension);
    return outgoing === undefined ? undefined : { incoming, outgoing };
  }

  private partIn(left: Part, right: Part, dimension: number): Part | undefined {
    if (left.key === right.key) return left;
    const name = `${dimension}:${left.key}&${right.key}`;
    if (!this.intersections.has(name)) {
      const columns = this.m * dimension + 1;
      const both = part([...left.rows, ...right.rows], columns);
      this.intersections.set(name, isEmpty(both.rows) ? undefined : both);
    }
    return this.intersections.get(name);
  }

  private image(flat: Flat, symmetry: Permutation): Flat {
    const { inputDimension, outputDimension } = this.theta;
    return {
      incoming: moved(flat.incoming, symmetry, inputDimension),
      outgoing: moved(flat.outgoing, symmetry, outputDimension),
    };
  }

  private bitSet(partitions: readonly LabelledPartition[]): Holders {
    const places = partitions.map(({ key }) => {
      const place = this.places.get(key);
      if (place === undefined) throw new RangeError(`no subspace [${key}]`);
      return place;
    });
    return holdersAt(places, this.gammas.length);
  }
}

function nameOf({ incoming, outgoing }: Flat): string {
  return `${incoming.key}#${outgoing.key}`;
}

function part(equations: IntegerMatrix, columns: number): Part {
  const rows = reducedRows(equations, columns);
  return { rows, key: keyOf(rows) };
}

/** The equations after unit i has moved to place π(i), for units with the given number of coordinates. */
function moved({ rows }: Part, symmetry: Permutation, dimension: number): Part {
  const columns = symmetry.length * dimension + 1;
  const images = rows.map((row) => {
    const image = [...row];
    symmetry.forEach((to, from) => {
      for (let at = 0; at < dimension; at += 1)
        image[to * dimension + at] = entry(row, from * dimension + at);
    });
    return image;
  });
  return part(images, columns);
}
