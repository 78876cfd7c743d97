import { type Rational, rational, sum } from "./rational.js";
import { fields, list } from "./shape.js";
import { type Network, demand } from "./verdict.js";

/** A unit: its incoming vector as a text, equal for equal vectors only, and its outgoing vector. */
interface Unit {
  readonly incoming: string;
  readonly outgoing: readonly Rational[];
}

export type Units = readonly Unit[];

const MAX_WIDTH = 200_001;

/** Reads a network of at least one neuron; `like` has the dimensions it must have. */
export function network(value: unknown, at: string, like?: Units): Units {
  const given = fields(value, "incoming outgoing", at);
  const incoming = list(given.incoming, `${at}.incoming`, vector);
  const outgoing = list(given.outgoing, `${at}.outgoing`, vector);
  demand(incoming.length <= MAX_WIDTH, "size", at, `more than ${MAX_WIDTH} neurons`);
  demand(incoming.length === outgoing.length, "shape", at, "not a row a neuron on both sides");
  const units = incoming.map((w, index) => ({ incoming: textOf(w), outgoing: outgoing[index] ?? [] }));
  const [model] = like ?? units;
  const alike = units.every((unit) => model !== undefined && dimensions(unit) === dimensions(model));
  demand(alike && model !== undefined, "shape", at, "dimensions differ, or there is no neuron");
  return units;
}

function vector(value: unknown, at: string): Rational[] {
  const entries = list(value, at, rational);
  demand(entries.length > 0, "shape", at, "an empty vector");
  return entries;
}

function dimensions({ incoming, outgoing }: Unit): string {
  return `${incoming.split(" ").length} ${outgoing.length}`;
}

function textOf(entries: readonly Rational[]): string {
  return entries.map(({ n, d }) => `${n}/${d}`).join(" ");
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

/** Whether a network that has been read is the caller's, if he gives one: a network has one spelling. */
export function isGiven(value: unknown, wanted: Network | undefined): boolean {
  if (wanted === undefined) return true;
  const { incoming, outgoing } = wanted;
  return JSON.stringify(value) === JSON.stringify({ incoming, outgoing });
}

/** Whether a network lies in the subspace Γ_P(θ^r) of the labelled partition with these codes. */
export function isMember(point: Units, codes: readonly number[], theta: Units): boolean {
  const blocks = new Map<number, Unit>();
  const aligned = point.every((unit, index) => {
    const code = codes[index] ?? 0;
    const block = blocks.get(code);
    const total = block?.outgoing.map((entry, output) => sum(entry, unit.outgoing[output] ?? entry));
    blocks.set(code, { incoming: unit.incoming, outgoing: total ?? unit.outgoing });
    return (block ?? theta[code - 1] ?? unit).incoming === unit.incoming;
  });
  const isBalanced = ([code, block]: [number, Unit]): boolean => {
    const target = theta[code - 1];
    return target === undefined ? isSilent(block) : textOf(block.outgoing) === textOf(target.outgoing);
  };
  return aligned && [...blocks].every(isBalanced);
}

/** The codes that put all units with one incoming vector into one block, under its label if it is one of θ^r's. */
export function coarsestCodes(point: Units, theta: Units): number[] {
  const codes = new Map(theta.map(({ incoming }, index) => [incoming, index + 1]));
  return point.map(({ incoming }) => {
    const code = codes.get(incoming) ?? theta.length - codes.size;
    codes.set(incoming, code);
    return code;
  });
}

/** Whether μ_point = μ_θ: the sums over equal incoming vectors are those of θ^r, all of which occur. */
export function hasMeasure(point: Units, theta: Units): boolean {
  const codes = coarsestCodes(point, theta);
  const used = new Set(codes);
  return theta.every((_, index) => used.has(index + 1)) && isMember(point, codes, theta);
}
