import { type Rational, ZERO, fields, rows, sum, whole } from "./values.js";
import { demand } from "./verdict.js";

/** A unit: its incoming vector as a text, equal for equal vectors only, and its outgoing vector. */
type Unit = Readonly<{ incoming: string; outgoing: readonly Rational[] }>;
export type Units = readonly Unit[];

/** Reads a network of 1 to 200,001 neurons; `like` has the dimensions it must have. */
export function network(value: unknown, at: string, like?: Units): Units {
  const given = fields(value, "incoming outgoing", at);
  const incoming = rows(given.incoming, `${at}.incoming`);
  const outgoing = rows(given.outgoing, `${at}.outgoing`);
  demand(incoming.length <= 200_001, "size", at, "more than 200001 neurons");
  demand(incoming.length === outgoing.length && incoming.length > 0, "shape", at, "uneven or no rows");
  const units = incoming.map((w, index) => ({ incoming: spelled(w), outgoing: outgoing[index] ?? [] }));
  const found = [...new Set([...(like ?? []), ...units].map(dimensions))];
  demand(/^[1-9][0-9]*>[1-9][0-9]*$/.test(found.join()), "shape", at, `dimensions ${found.join()}`);
  return units;
}

function dimensions({ incoming, outgoing }: Unit): string {
  return `${incoming.split("/").length - 1}>${outgoing.length}`;
}

/** Reads θ^r and demands that it is irreducible (Def. 3.1). */
export function irreducible(value: unknown, at: string): Units {
  const theta = network(value, at);
  const distinct = new Set(theta.map(({ incoming }) => incoming)).size === theta.length;
  demand(distinct && !theta.some(isSilent), "theta", at, "equal incoming vectors, or a zero outgoing one");
  return theta;
}

export function isSilent({ outgoing }: Unit): boolean {
  return outgoing.every(({ n }) => n === 0n);
}

const KEYS = ["biases", "denominator", "incoming", "inputs", "numerator", "outgoing", "targets", "weights"];

/** Whether what has been read is the caller's, if he gives one: a value has one spelling. */
export function isGiven(value: unknown, wanted: unknown): boolean {
  return wanted === undefined || JSON.stringify(value) === JSON.stringify(wanted, KEYS);
}

/** A vector as a text, equal for equal vectors only. */
export function spelled(vector: readonly Rational[]): string {
  return vector.map(({ n, d }) => `${n}/${d}`).join(" ");
}

/** Units with all outgoing vectors times one number, which makes them whole: sums need no common divisor then. */
export function scaled(units: Units): Units {
  const outgoing = whole(units.map((unit) => unit.outgoing)).rows;
  return units.map((unit, i) => ({ ...unit, outgoing: (outgoing[i] ?? []).map((n) => ({ n, d: 1n })) }));
}

/**
 * Whether a network lies in the subspace Γ_P(θ^r) of the labelled partition with these codes, one per neuron: no block
 * leaves its incoming vector, and each comes out at its sum. A label without a neuron doesn't, as no a_t is 0.
 */
export function isMember(point: Units, codes: readonly number[], theta: Units): boolean {
  const negative = (a: readonly Rational[]): Rational[] => a.map(({ n, d }) => ({ n: -n, d }));
  const blocks = new Map(theta.map((unit, t) => [t + 1, { ...unit, outgoing: negative(unit.outgoing) }]));
  const aligned = point.every(({ incoming, outgoing }, index) => {
    const code = codes[index] ?? 0;
    const block = blocks.get(code) ?? { incoming, outgoing: outgoing.map(() => ZERO) };
    const total = block.outgoing.map((entry, output) => sum(entry, outgoing[output] ?? ZERO));
    blocks.set(code, { incoming, outgoing: total });
    return block.incoming === incoming;
  });
  return aligned && [...blocks.values()].every(isSilent);
}

/** The codes that put all units with one incoming vector into one block, under its label if it is one of θ^r's. */
export function coarsestCodes(point: Units, theta: Units): number[] {
  const codes = new Map(theta.map(({ incoming }, index) => [incoming, index + 1]));
  return point.map(({ incoming: w }) => codes.set(w, codes.get(w) ?? theta.length - codes.size).get(w) ?? 0);
}
