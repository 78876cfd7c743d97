/*
 * The star graph on r + 1 symbols (Akers and Krishnamurthy 1989): an arrangement puts the labels 1…r and a
 * blank, 0, on r + 1 positions; neighbours differ by a swap of the blank with a label. For m = r + 1 the
 * arrangements are the subspaces with a silent unit, at the blank, and a swap goes through the one subspace
 * where label t has both positions. So the intersection graph is the star graph with each edge subdivided
 * (Fig. 4).
 *
 * With mirrored units each label has a sign, and takes either sign when it moves.
 */

/** Label `label` moves from one position to another, where the blank is. */
export interface Move {
  readonly label: number;
  readonly from: number;
  readonly to: number;
}

/** A move after which the label has this code, itself or its negative. */
export interface CodedMove extends Move {
  readonly code: number;
}

/**
 * The distance in the star graph: n + c − 2·[blank displaced], for n displaced symbols, including the blank,
 * in c cycles. A label at its place with the wrong sign counts as displaced, in a cycle of its own.
 *
 * Each move brings at most one label to its target, so every displaced label needs a move, on which it takes
 * its sign. A cycle without the blank takes one more move, which brings the blank into it: so a label that
 * only has the wrong sign goes away and back. Linear in r.
 *
 * @param source codes 0, ±1, …, ±r, each once up to sign; `target` the same.
 * @example starDistance(Int32Array.of(1, 2, 0), Int32Array.of(2, 1, 0)) === 3
 */
export function starDistance(source: Int32Array, target: Int32Array): number {
  const home = placesOf(target);
  const seen = new Uint8Array(source.length);
  let [displaced, cycles] = [0, 0];
  for (let start = 0; start < source.length; start += 1) {
    if (source[start] === target[start] || seen[start] === 1) continue;
    cycles += 1;
    for (let place = start; seen[place] !== 1; place = at(home, Math.abs(at(source, place)))) {
      seen[place] = 1;
      displaced += 1;
    }
  }
  const blank = source.indexOf(0);
  return displaced + cycles - (target[blank] === 0 ? 0 : 2);
}

/**
 * The moves of a shortest way from source to target, {@link starDistance} of them. While the blank is not at
 * its target, the label that belongs to its position moves there; otherwise any displaced label moves. After
 * a linear start, a move takes constant time on average.
 *
 * @example [...starMoves(Int32Array.of(1, 0), Int32Array.of(0, -1))]
 * // [{ label: 1, code: -1, from: 0, to: 1 }]
 */
export function* starMoves(source: Int32Array, target: Int32Array): Generator<CodedMove> {
  const current = Int32Array.from(source);
  const places = placesOf(source);
  let scanned = 0;
  for (;;) {
    const blank = at(places, 0);
    let code = at(target, blank);
    if (code === 0) {
      while (scanned < current.length && current[scanned] === target[scanned]) scanned += 1;
      if (scanned === current.length) return;
      code = at(current, scanned);
    }
    const label = Math.abs(code);
    const from = at(places, label);
    yield { label, code, from, to: blank };
    [current[from], current[blank]] = [0, code];
    [places[0], places[label]] = [from, blank];
  }
}

/** Does what `entry` does, for one kind of list: a path of a wide network takes millions of calls. */
function at(symbols: Int32Array, index: number): number {
  const symbol = symbols[index];
  if (symbol === undefined) throw new RangeError(`no symbol ${index} among ${symbols.length}`);
  return symbol;
}

function placesOf(arrangement: Int32Array): Int32Array {
  const places = new Int32Array(arrangement.length);
  arrangement.forEach((symbol, place) => {
    places[Math.abs(symbol)] = place;
  });
  return places;
}
