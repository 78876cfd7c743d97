import type { IntegerMatrix } from "../../exact/vectors/integerMatrix.js";

/** Bit p is set if the p-th of some subspaces includes a flat, an intersection of some of them. */
export type Holders = Uint32Array;

/** The holders with the given places among `count` subspaces. */
export function holdersAt(places: Iterable<number>, count: number): Holders {
  const bits = new Uint32Array((count + 31) >>> 5);
  for (const place of places) {
    if (!(place >= 0 && place < count)) throw new RangeError(`no subspace ${place} among ${count}`);
    bits.set([wordAt(bits, place >>> 5) | (1 << (place & 31))], place >>> 5);
  }
  return bits;
}

/**
 * For each flat the flats inside it. A flat is the intersection of its holders, so a flat inside it has all
 * of them and more.
 */
export function inclusions(flats: readonly Holders[]): number[][] {
  const [first] = flats;
  if (first === undefined) return [];
  const words = first.length;
  const bits = new Uint32Array(flats.length * words);
  flats.forEach((holders, flat) => {
    bits.set(holders, flat * words);
  });
  const includes = (outer: number, inner: number): boolean => {
    for (let at = 0; at < words; at += 1) {
      if ((wordAt(bits, outer * words + at) & ~wordAt(bits, inner * words + at)) !== 0) return false;
    }
    return true;
  };
  // A flat inside another has its rarest holder, so only the flats with that one are compared.
  const everyFlat = [...flats.keys()];
  const held = Array.from({ length: 32 * words }, (_, place) =>
    everyFlat.filter((flat) => (wordAt(bits, flat * words + (place >>> 5)) >>> (place & 31)) & 1),
  );
  return everyFlat.map((outer) => {
    const lists = held.filter(
      (_, place) => (wordAt(bits, outer * words + (place >>> 5)) >>> (place & 31)) & 1,
    );
    const shortest = lists.reduce((least, list) => (list.length < least.length ? list : least), everyFlat);
    return shortest.filter((inner) => inner !== outer && includes(outer, inner));
  });
}

/** Does what `entry` does, for one kind of list: millions of pairs of flats are compared. */
function wordAt(bits: Uint32Array, at: number): number {
  const word = bits[at];
  if (word === undefined) throw new RangeError(`no word ${at} among ${bits.length}`);
  return word;
}

/** A key of a matrix of equations: two matrices have equal keys if and only if they are equal. */
export function keyOf(rows: IntegerMatrix): string {
  return rows.map((row) => row.join()).join(";");
}

/** Whether equations (A | b) in reduced form have no solution: 0 = 1, if it follows, is the last row. */
export function isEmpty(rows: IntegerMatrix): boolean {
  return rows.slice(-1).some((last) => last.slice(0, -1).every((coefficient) => coefficient === 0n));
}
