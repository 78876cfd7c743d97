import { entry } from "../../exact/entry.js";
import type { Interval } from "../../exact/intervals/interval.js";
import { magnitude } from "../../exact/numbers/integer.js";
import { Column } from "./column.js";
import { type EndData, type EndNetwork, residuals, unitColumns } from "./endNetwork.js";

/** Outgoing weights on their way to infinity are beyond this: of two units with opposite signs, or of one. */
const LEAST_WEIGHT = 8n;

/** Incoming weights that tend to 0, or to be mirrored, are up to this far from it: an eighth. */
const NEAR = 3n;

/** What a network tends to, and for each unit those that it stands for. */
export interface Limit {
  readonly network: EndNetwork;
  readonly members: readonly (readonly number[])[];
}

interface Unit {
  readonly place: number;
  readonly w: readonly bigint[];
  readonly c: bigint;
}

/** What the first unit is in a limit, and what is added to all. */
type First = Readonly<{ w: bigint[]; c: bigint; v: bigint[]; affine: readonly bigint[] }>;

/**
 * The limit that a network is on its way to, whose first unit stands for those that run off.
 *
 * - A pair with huge and opposite outgoing weights: (w ± εv, c/2 ± 1/(2ε)) tends to c·σ(w·x) + (v·x)·σ'(w·x).
 * - Mirror images and a third unit: as σ(z) + σ(−z) = 1 = 2σ(0), units (±w + εv/2, 1/ε ± c/2) with (εw', −2/ε
 *   + γ) tend to c·σ(w·x) + (v·x)·σ'(w·x) + κ + m·x, where m is −½w' and κ is ½(γ − c); or with −1/ε.
 *
 * Without these it is the network itself.
 */
export function limitOf(network: EndNetwork): Limit {
  const { inputs: d, units, parameters, precision } = network;
  const all = Array.from({ length: units }, (_, place) => ({
    place,
    w: parameters.slice(place * d, place * d + d),
    c: entry(parameters, units * d + place),
  }));
  const gone = tripleOf(all, precision) ?? pairOf(all, precision);
  if (gone === undefined) return asItIs(network);
  const { w, c, v, affine } =
    gone.length === 2 ? limitOfPair(gone, precision) : limitOfTriple(gone, precision);
  const rest = all.filter((unit) => !gone.includes(unit));
  return {
    network: {
      ...network,
      units: rest.length + 1,
      channels: 1,
      isAffine: affine.length > 0,
      parameters: [w, ...rest.map((unit) => unit.w), c, rest.map((unit) => unit.c), v, affine].flat(2),
    },
    members: [gone.map(({ place }) => place), ...rest.map(({ place }) => [place])],
  };
}

/** A network that isn't on its way to any limit. */
export function asItIs(network: EndNetwork): Limit {
  return { network, members: Array.from({ length: network.units }, (_, place) => [place]) };
}

/** The units with the largest and the least outgoing weight, if these are beyond the least weight. */
function pairOf(all: readonly Unit[], precision: number): [Unit, Unit] | undefined {
  const order = [...all].sort((left, right) => (left.c < right.c ? 1 : -1));
  const [high, low] = [entry(order, 0), entry(order, order.length - 1)];
  const least = LEAST_WEIGHT << BigInt(precision);
  return high.c >= least && low.c <= -least ? [high, low] : undefined;
}

/**
 * The unit with the largest outgoing weight, if its incoming weights are nearly 0, after the two units whose
 * incoming weights are most nearly mirrored among those with outgoing weights of the other sign.
 */
function tripleOf(all: readonly Unit[], precision: number): [Unit, Unit, Unit] | undefined {
  const near = 1n << (BigInt(precision) - NEAR);
  const third = all.reduce((most, unit) => (magnitude(unit.c) > magnitude(most.c) ? unit : most));
  if (magnitude(third.c) < LEAST_WEIGHT << BigInt(precision) || sizeOf(third.w) > near) return undefined;
  const others = all.filter(({ c }) => c < 0n !== third.c < 0n);
  const pairs = others.flatMap((one, place) =>
    others.slice(0, place).map((other) => ({ one, other, gap: sizeOf(sumOf(one.w, other.w)) })),
  );
  const [best] = pairs.sort((left, right) => (left.gap < right.gap ? -1 : 1));
  return best === undefined || best.gap > near ? undefined : [best.one, best.other, third];
}

function limitOfPair([p, q]: readonly [Unit, Unit], precision: number): First {
  return {
    w: sumOf(p.w, q.w).map((value) => value >> 1n),
    c: p.c + q.c,
    v: differenceOf(p.w, q.w).map((value) => (value * (p.c - q.c)) >> BigInt(precision + 1)),
    affine: [],
  };
}

function limitOfTriple([p, q, third]: readonly [Unit, Unit, Unit], precision: number): First {
  const c = p.c - q.c;
  // 2κ = γ − c with γ = −(−2/ε) + c_3, where 2/ε = c_1 + c_2.
  const constant = (p.c + q.c + third.c - c) >> 1n;
  return {
    w: differenceOf(p.w, q.w).map((value) => value >> 1n),
    c,
    v: sumOf(p.w, q.w).map((value) => (value * (p.c + q.c)) >> BigInt(precision + 1)),
    affine: [constant, ...third.w.map((value) => (value * third.c) >> BigInt(precision + 2))],
  };
}

function sumOf(left: readonly bigint[], right: readonly bigint[]): bigint[] {
  return left.map((value, j) => value + entry(right, j));
}

function differenceOf(left: readonly bigint[], right: readonly bigint[]): bigint[] {
  return left.map((value, j) => value - entry(right, j));
}

function sizeOf(vector: readonly bigint[]): bigint {
  return vector.map(magnitude).reduce((most, value) => (value > most ? value : most));
}

/**
 * A positive multiple of L₂, for all networks within `reach` of a limit, of which one is critical: along the
 * channel the loss is L_∞ + ε²L₂ but for higher orders (claim `ext-channels`). For a pair it is Σ_k e_k (½c
 * (v·x)² σ'' + ⅙ (v·x)³ σ''') with the residuals e_k. At the critical point the first summand is 0: Σ e_k σ'
 * x = 0, as v is a parameter, hence Σ e_k (v·x) σ'' x = 0, as w is. Mirror images have Σ_k e_k (⅛c (v·x)² σ''
 * + (v·x)³ σ'''/24 − ⅓ (m·x)³), where σ'' drops out as well.
 */
export function channelSlope(network: EndNetwork, reach: bigint, data: EndData): Interval {
  const units = unitColumns(network, reach, data);
  const errors = residuals(units, data);
  const { jets, along = Column.zero(errors.values.length, network.precision), affine } = entry(units, 0);
  const terms = cube(along).times(jets[3]);
  return errors.inner(affine === undefined ? terms : terms.plus(cube(affine[1]).multiple(-8n)));
}

function cube(column: Column): Column {
  return column.times(column).times(column);
}
