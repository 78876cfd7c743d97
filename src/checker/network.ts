import type { Work } from "./changes.js";
import { type Rational, ZERO, entry, fields, rows, whole } from "./values.js";
import { type Parity, demand } from "./verdict.js";

/**
 * A unit (w, a). Its incoming vector w is held as a text, equal for equal vectors only, with its dimension
 * `inputs`. Its outgoing vector a is held as numbers, since these are added.
 */
type Unit = Readonly<{ incoming: string; inputs: number; outgoing: readonly Rational[] }>;

/** The members of a network. */
export const NETWORK = ["incoming", "outgoing"];

/** A two-layer network, as its units. */
export type Units = readonly Unit[];

/**
 * Reads a network of 1 to 200,001 units; with the dimensions of `like`, if that is given. With a parity the
 * mirror images follow the units: (−w, −a) of (w, a) for an odd one, (−w, a) for an even one.
 */
export function network(value: unknown, at: string, like?: Units, parity?: Parity): Units {
  const members = fields(value, NETWORK, at);
  const incoming = rows(members.incoming, `${at}.incoming`);
  const outgoing = rows(members.outgoing, `${at}.outgoing`);
  demand(incoming.length <= 200_001, "size", at, "more than 200001 neurons");
  const isEven = incoming.length === outgoing.length && incoming.length > 0;
  demand(isEven, "shape", at, "not one outgoing row for each incoming one, or no rows");
  const units = incoming.map((w, i) => unitOf(w, entry(outgoing, i)));
  const networks = like === undefined ? units : [...like, ...units];
  const dimensions = [...new Set(networks.map(dimensionsOf))];
  const areSame = dimensions.length === 1;
  const areFull = units.every(({ inputs, outgoing: a }) => inputs > 0 && a.length > 0);
  demand(areSame && areFull, "shape", at, `dimensions d_in>d_out not one pair from 1: ${dimensions.join()}`);
  if (parity === undefined) return units;
  const images = units.map(({ outgoing: a }, i) =>
    unitOf(entry(incoming, i).map(negated), parity === "odd" ? a.map(negated) : a),
  );
  return [...units, ...images];
}

function unitOf(w: readonly Rational[], outgoing: readonly Rational[]): Unit {
  return { incoming: spelled(w), inputs: w.length, outgoing };
}

function negated({ n, d }: Rational): Rational {
  return { n: -n, d };
}

/** d_in and d_out. */
function dimensionsOf({ inputs, outgoing }: Unit): string {
  return `${inputs}>${outgoing.length}`;
}

/** The texts of vectors that were spelled. */
const TEXTS = new WeakMap<readonly Rational[], string>();

/** A vector as a text, equal for equal vectors only. */
export function spelled(vector: readonly Rational[]): string {
  const known = TEXTS.get(vector);
  if (known !== undefined) return known;
  const text = vector.map(({ n, d }) => `${n}/${d}`).join(" ");
  TEXTS.set(vector, text);
  return text;
}

/** Reads θ and demands that it, with its images, is irreducible (Def. 3.1): distinct w, and no a is zero. */
export function irreducible(value: unknown, at: string, parity?: Parity): Units {
  const theta = network(value, at, undefined, parity);
  const isDistinct = new Set(theta.map(({ incoming }) => incoming)).size === theta.length;
  const hasSilent = theta.some(isSilent);
  demand(isDistinct && !hasSilent, "theta", at, "equal incoming vectors, or a neuron without output");
  return theta;
}

/** Whether the outgoing vector is 0. */
export function isSilent({ outgoing }: Unit): boolean {
  return outgoing.every(({ n }) => n === 0n);
}

/**
 * Units with all outgoing vectors multiplied by one number, which makes them whole: then sums need no common
 * divisor.
 */
export function scaled(units: Units): Units {
  const outgoing = whole(units.map((unit) => unit.outgoing)).rows;
  return units.map((unit, i) => ({ ...unit, outgoing: entry(outgoing, i).map((n) => ({ n, d: 1n })) }));
}

/**
 * Whether a network lies in the subspace Γ_P of the labelled partition P with these codes, one for each unit:
 * incoming vectors are w_t on block t and equal within each zero block; outgoing vectors sum to a_t on block
 * t, and to 0 on each zero block.
 */
export function isMember(point: Units, codes: readonly number[], theta: Units, work: Work): boolean {
  // For each block its incoming vector, the sum of its outgoing vectors so far, and what this must be.
  const blocks = new Map<number, { incoming: string; total: readonly Rational[]; a: readonly Rational[] }>();
  const zero = entry(theta, 0).outgoing.map(() => ZERO);
  for (const [t, { incoming, outgoing: a }] of theta.entries()) {
    blocks.set(t + 1, { incoming, total: zero, a });
  }
  for (const [i, { incoming, outgoing }] of point.entries()) {
    work.spend(incoming.length / 1024);
    const code = entry(codes, i);
    let block = blocks.get(code);
    if (block === undefined) {
      // The first unit of a zero block.
      block = { incoming, total: zero, a: zero };
      blocks.set(code, block);
    }
    if (block.incoming !== incoming) return false;
    block.total = block.total.map((n, o) => work.add(n, entry(outgoing, o)));
  }
  // A labelled block without a unit is left at 0, which is not a_t.
  return [...blocks.values()].every(({ total, a }) => spelled(total) === spelled(a));
}

/**
 * The codes of the coarsest partition: units with equal incoming vectors are in one block, with label t if
 * the vector is w_t. A network has the measure of θ if and only if the subspace of this partition holds it.
 */
export function coarsestCodes(point: Units, theta: Units): number[] {
  const codes = new Map(theta.map(({ incoming }, t) => [incoming, t + 1]));
  let nextZeroBlock = 0;
  return point.map(({ incoming }) => {
    let code = codes.get(incoming);
    if (code === undefined) {
      code = nextZeroBlock;
      codes.set(incoming, code);
      nextZeroBlock -= 1;
    }
    return code;
  });
}
