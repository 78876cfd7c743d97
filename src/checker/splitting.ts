import { expansion } from "./expansion.js";
import { type Inertia, inertiaOf } from "./inertia.js";
import { type Loss, lossAt } from "./loss.js";
import { type Vector, demandAffordable, dot, pairings } from "./matrix.js";
import { type Rational, type Whole, entry, fields, list, rows, whole } from "./values.js";
import { type Expected, demand } from "./verdict.js";

/**
 * Kind `splitting`, claim `ext-inertia`. An acceptance proves, for the squared error of these data and this
 * activation, that the Hessian at `network`, a point of Γ̄ above θ, is congruent to the direct sum of that at
 * θ and, for all copies but one of each unit t, of blocks (γB_t E_tᵀ; E_t 0); and the inertia that follows.
 * No gradient need be 0. It says nothing of other data, activations or costs.
 */
export function splitting(body: unknown, expected: Expected): string {
  const keys = ["activation", "below", "beta", "data", "inertia", "network", "theta", "units"];
  const members = fields(body, keys, "body");
  const { theta, codes, beta } = expansion(members, expected);
  const { inputs, outgoing } = entry(theta, 0);
  // That many numbers at least are multiplied: SPEC.md, "Limits".
  demandAffordable((codes.length * (inputs + outgoing.length)) ** 3, 0, 0);
  const below = lossAt(members.theta, members.data, members.activation);
  const above = lossAt(members.network, members.data, members.activation);
  const units = list(members.units, "body.units", (unit, at, t) => {
    const copies = [...codes.keys()].filter((i) => codes[i] === t + 1);
    return directions(unit, copies, beta, at);
  });
  demand(units.length === theta.length, "shape", "body.units", "not one for each unit of theta");
  const sizes = { m: codes.length, dIn: inputs, dOut: outgoing.length };
  const steps = [true, false].flatMap((isOfW) => stepsIn(units, isOfW, sizes));
  const [hessian, bends] = [below.hessian(), below.bends()];
  const isSplit = isSum(steps, hessian, bends, below.scale, above);
  demand(isSplit, "split", "body.units", "the Hessian above is not their direct sum");
  const inertiaBelow = inertiaOf(hessian, members.below, "body.below");
  const kinds = units.map((unit, t) => {
    const own = steps.filter((step) => step.unit === t && step.direction === 0);
    return kindOf(unit, own, bends);
  });
  const total = kinds.flatMap(({ blocks }) => blocks).reduce(plus, inertiaBelow);
  const isStated = JSON.stringify(members.inertia) === JSON.stringify(total);
  demand(isStated, "inertia", "body.inertia", `it is ${total.join()}`);
  const isCritical = above.gradient.every((slope) => slope === 0n);
  const point = `${isCritical ? "a critical point" : "a point"} of width ${codes.length}`;
  const inertias = `inertia (${inertiaBelow.join()}) below, (${total.join()}) above`;
  const ranks = kinds.map(({ rank }) => rank).join();
  return `${point} above one of width ${units.length}; the Hessian splits: ${inertias}, rank E_t ${ranks}`;
}

/**
 * How the k copies of a unit move: in direction 0 as the unit of θ does, all w_i by as much and a_i by β_i
 * times as much; and in k − 1 others. Row q has direction q's factors for the w_i, or for the a_i. Column i
 * belongs to unit `copies[i]` of the network. γ = Σβ_i·factor² for w, over w.d²·a.d.
 */
type Directions = Readonly<{
  copies: readonly number[];
  w: Whole;
  a: Whole;
  gammas: Vector;
  members: Record<string, unknown>;
  at: string;
}>;

function directions(
  value: unknown,
  copies: readonly number[],
  beta: readonly Rational[],
  at: string,
): Directions {
  const members = fields(value, ["curvature", "incoming", "mixed", "outgoing"], at);
  const ones = copies.map(() => ({ n: 1n, d: 1n }));
  const shares = copies.map((i) => entry(beta, i));
  const w = whole([ones, ...rows(members.incoming, `${at}.incoming`)]);
  const a = whole([shares, ...rows(members.outgoing, `${at}.outgoing`)]);
  const factors = [...w.rows, ...a.rows];
  const isFull = factors.length === 2 * copies.length && w.rows.length === copies.length;
  const isSquare = isFull && factors.every(({ length }) => length === copies.length);
  demand(isSquare, "shape", at, "not k − 1 rows of k factors for w, and as many for a");
  // So both have k independent rows: all directions together are coordinates.
  const isInverse = pairings(w.rows, a.rows).every((row, p) =>
    row.every((product, q) => {
      const identityEntry = p === q ? w.d * a.d : 0n;
      return product === identityEntry;
    }),
  );
  demand(isInverse, "inverse", at, "the factors for w, times those for a, are not the identity");
  const weighted = w.rows.map((row) => row.map((x, i) => x * entry(entry(a.rows, 0), i)));
  const gammas = weighted.map((row, q) => dot(row, entry(w.rows, q)));
  return { copies, w, a, gammas, members, at };
}

/**
 * A new coordinate, that of a coordinate of θ in a direction of its unit's copies: this is `at` its place in
 * θ. A step of length d moves the network by `vector`, and γ is that of the direction.
 */
type Step = Readonly<{
  unit: number;
  direction: number;
  isOfW: boolean;
  at: number;
  vector: Vector;
  d: bigint;
  gamma: Rational;
}>;

/** The new coordinates of all w, or of all a, for a network of m units. */
function stepsIn(
  units: readonly Directions[],
  isOfW: boolean,
  { m, dIn, dOut }: Record<"m" | "dIn" | "dOut", number>,
): Step[] {
  const size = isOfW ? dIn : dOut;
  // Where the coordinates of w, or of a, begin, as a number of units' w.
  const before = isOfW ? 0 : dIn;
  return units.flatMap(({ copies, w, a, gammas }, unit) =>
    Array.from({ length: size }, (_, j) => j).flatMap((j) => {
      const { rows: factors, d } = isOfW ? w : a;
      return factors.map((row, direction) => {
        const vector = new Array<bigint>(m * (dIn + dOut)).fill(0n);
        for (const [column, i] of copies.entries()) vector[m * before + i * size + j] = entry(row, column);
        const gamma = { n: entry(gammas, direction), d: w.d * w.d * a.d };
        return { unit, direction, isOfW, at: units.length * before + unit * size + j, vector, d, gamma };
      });
    }),
  );
}

/**
 * Whether the Hessian above has these values on pairs of new coordinates: in direction 0 those of the Hessian
 * below; in another one those of γB_t for two coordinates of w, and of E_t; and else 0.
 */
function isSum(
  steps: readonly Step[],
  hessian: readonly Vector[],
  bends: readonly Vector[],
  scale: bigint,
  above: Loss,
): boolean {
  const vectors = steps.map(({ vector }) => vector);
  return pairings(pairings(vectors, above.hessian()), vectors).every((row, i) =>
    row.every((value, j) => {
      const [p, q] = [entry(steps, i), entry(steps, j)];
      const form = p.direction === 0 ? hessian : bends;
      const part = p.direction === q.direction ? entry(entry(form, p.at), q.at) : 0n;
      const factor = p.direction > 0 && p.isOfW && q.isOfW ? p.gamma : { n: 1n, d: 1n };
      return value * factor.d * scale === part * factor.n * p.d * q.d * above.scale;
    }),
  );
}

/** The rank of E_t, and the inertias of the blocks of a unit. */
type UnitKind = Readonly<{ rank: number; blocks: readonly Inertia[] }>;

/** By the inertias of (B_t E_tᵀ; E_t 0) and of (0 E_tᵀ; E_t 0), which has rank E_t positive eigenvalues. */
function kindOf(unit: Directions, own: readonly Step[], bends: readonly Vector[]): UnitKind {
  const form = own.map((p) => own.map((q) => entry(entry(bends, p.at), q.at)));
  const mixedForm = form.map((row, i) =>
    row.map((x, j) => (entry(own, i).isOfW && entry(own, j).isOfW ? 0n : x)),
  );
  const bent = inertiaOf(form, unit.members.curvature, `${unit.at}.curvature`);
  const mixed = inertiaOf(mixedForm, unit.members.mixed, `${unit.at}.mixed`);
  const [positive, negative, zero] = bent;
  const blocks = unit.gammas.slice(1).map((gamma): Inertia => {
    if (gamma === 0n) return mixed;
    // The block with −γ, and E_t for −E_t, is the negative of this one.
    return gamma > 0n ? bent : [negative, positive, zero];
  });
  return { rank: mixed[0], blocks };
}

function plus(x: Inertia, y: Inertia): Inertia {
  return [x[0] + y[0], x[1] + y[1], x[2] + y[2]];
}
