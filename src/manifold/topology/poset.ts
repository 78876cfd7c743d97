import { entry } from "../../exact/entry.js";
import { requireArguments } from "../../exact/plainJavaScript.js";
import { type ChainComplex, type Facet, chainComplexOf } from "./chainComplex.js";

/**
 * A finite partially ordered set of the numbers 0 … n − 1: for each y all x < y.
 *
 * @example eulerCharacteristicOfPoset({ below: [[], [], [0, 1], [0, 1]] }) === 0 // a circle
 */
export interface Poset {
  readonly below: readonly (readonly number[])[];
}

/**
 * The elements below no other.
 *
 * @example maximalElements({ below: [[], [0], [0]] }) // [1, 2]
 */
export function maximalElements({ below }: Poset): number[] {
  const covered = new Set(below.flat());
  return [...below.keys()].filter((x) => !covered.has(x));
}

/**
 * χ of the order complex by Möbius' recursion, without listing chains: the chains that end in y, counted with
 * signs by their lengths, give `e(y) = 1 − Σ_{x<y} e(x)`, and χ = Σ e(y).
 *
 * @throws RangeError if x < y < … < x for some x. The function doesn't check that the order is transitive.
 * @example eulerCharacteristicOfPoset({ below: [[], [0], [0]] }) === 1
 */
export function eulerCharacteristicOfPoset(poset: Poset): number {
  requireArguments({ "{ below }": { poset } });
  const { below } = poset;
  const ends = new Map<number, number>();
  let sum = 0;
  // In an order, every x below y has fewer elements below it than y has.
  for (const [y, lower] of [...below.entries()].sort(([, a], [, b]) => a.length - b.length)) {
    let end = 1;
    for (const x of lower) {
      const before = ends.get(x);
      if (before === undefined) throw new RangeError(`not an order: ${x} < ${y} has as many below it`);
      end -= before;
    }
    ends.set(y, end);
    sum += end;
  }
  return sum;
}

/** A chain of more than one element: the number of the chain without the last one, and that. */
interface Chain {
  readonly prefix: number;
  readonly last: number;
}

/**
 * The order complex: a simplex for each nonempty chain x_0 < … < x_d.
 *
 * @throws RangeError if it is not an order: then a face of some chain is not a chain, or chains never end.
 * @example orderComplex({ below: [[], [0], [0]] }).starts // [0, 3, 5]
 */
export function orderComplex(poset: Poset): ChainComplex {
  requireArguments({ "{ below }": { poset } });
  const { below } = poset;
  const size = below.length;
  const above = below.map((): number[] => []);
  below.forEach((lower, y) => {
    for (const x of lower) entry(above, x).push(y);
  });
  const key = (prefix: number, last: number): number => prefix * size + last;
  let chains: Chain[] = [...below.keys()].map((last) => ({ prefix: 0, last }));
  let facets: Facet[][] = chains.map(() => []);
  const dimensions: Facet[][][] = [];
  /** The numbers of the chains of one dimension below those that are being listed. */
  let numbers = new Map<number, number>();
  for (let d = 0; chains.length > 0; d += 1) {
    if (d > size) throw new RangeError("not an order: some element is below itself");
    dimensions.push(facets);
    const [longer, shorter, shorterNumbers] = [
      chains.flatMap(({ last }, prefix) => grown(prefix, last)),
      facets,
      numbers,
    ];
    const withLast = (facet: number, last: number): number => {
      const number = shorterNumbers.get(key(facet, last));
      if (number === undefined)
        throw new RangeError(`not an order: a chain without one element, up to ${last}, is not a chain`);
      return number;
    };
    facets = longer.map(({ prefix, last }) => [
      // Dropping an element before the last leaves a face of the prefix, with the same sign, and the last
      // element.
      ...(d === 0
        ? [[last, 1] as const]
        : entry(shorter, prefix).map(([facet, sign]): Facet => [withLast(facet, last), sign])),
      [prefix, d % 2 === 0 ? -1 : 1],
    ]);
    numbers = new Map(longer.map(({ prefix, last }, number) => [key(prefix, last), number]));
    chains = longer;
  }
  return chainComplexOf(dimensions);

  function grown(prefix: number, last: number): Chain[] {
    return entry(above, last).map((next) => ({ prefix, last: next }));
  }
}
