import { type Layers, twoLayers } from "./enclosedLoss.js";
import { demandCritical, demandProblem } from "./nearCritical.js";
import { type Rational, entry, fields, integer, list, ratio, rationals, sum } from "./values.js";
import { type Expected, demand } from "./verdict.js";

/**
 * Kind `channel`, claim `fig-1`. An acceptance proves, for the squared error of the caller's data and
 * activation, that the limit that his network θ is on its way to, as the outgoing weights of two or three of
 * its units run off to infinity, has a critical point with `index` negative eigenvalues and no zero ones,
 * within `radius` of the limit's numbers for θ; and whether the loss rises from there along the channel.
 */
export function channel(body: unknown, expected: Expected): string {
  const keys = "activation affine apart box center congruence data drift index radius slope theta".split(" ");
  const members = fields(body, keys, "body");
  demandProblem(expected);
  const given = twoLayers(members.theta, "body.theta");
  const apart = list(members.apart, "body.apart", integer);
  const isSet = new Set(apart).size === apart.length && apart.every((i) => i >= 0 && i < given.units);
  const isChannel = isSet && (apart.length === 2 || apart.length === 3);
  demand(isChannel, "units", "body.apart", "not two or three units of theta");
  const center = limitLayers(members, given, apart.length);
  demandRunOff(given, apart);
  demand(members.activation === "sigmoid", "activation", "body.activation", "not the sigmoid");
  const { rise } = demandCritical(center, limitOf(given, apart), members);
  const slope = integer(members.slope, "body.slope");
  const { lo, hi } = rise();
  const isRight = slope === 1 ? lo > 0n : slope === -1 && hi < 0n;
  demand(isRight, "instance", "body.slope", "not the sign of L₂, or that is not certain");
  const point =
    members.index === 0 ? "strict local minimum" : `critical point of index ${String(members.index)}`;
  const side = slope === 1 ? "rises" : "falls";
  const leaving = `the channel of neurons ${apart.map((i) => i + 1).join(", ")}`;
  return `a ${point} of the limit, within ${String(members.radius)}, from which the loss ${side} along ${leaving}`;
}

/** The center with v, the parameters of order 1, and then κ and m, which have no unit. */
function limitLayers(members: Record<string, unknown>, given: Layers, leaving: number): Layers {
  const center = twoLayers(members.center, "body.center");
  const drift = rationals(members.drift, "body.drift");
  const affine = rationals(members.affine, "body.affine");
  const { dIn, units } = given;
  // Biases would be more parameters.
  const arePlain = [given, center].every(
    (one) => one.dIn === dIn && one.dOut === 1 && one.parameters.length === one.units * (dIn + 1),
  );
  const isSmaller = center.units === units - leaving + 1 && drift.length === dIn;
  const fits = affine.length === (leaving === 3 ? dIn + 1 : 0);
  demand(
    arePlain && isSmaller && fits,
    "shape",
    "body",
    "not a limit of theta, of one output without biases",
  );
  return {
    ...center,
    parameters: [...center.parameters, ...drift, ...affine],
    places: [
      ...center.places,
      ...drift.map((_, input) => ({ unit: 0, input, output: 0, order: 1 })),
      ...affine.map((_, j) => ({ unit: -1, input: j === 0 ? dIn : j - 1, output: 0, order: 0 })),
    ],
  };
}

/** 1/ε is a_p − a_q for two units, half of a_p + a_q for three, of which the last has a_r ≠ 0. */
function demandRunOff({ parameters, dIn, units }: Layers, apart: readonly number[]): void {
  const outgoing = apart.map((i) => entry(parameters, units * dIn + i));
  const isPair = apart.length === 2;
  const lead = combined(entry(outgoing, 0), isPair ? -1n : 1n, entry(outgoing, 1));
  const runsOff = lead.n !== 0n && (isPair || entry(outgoing, 2).n !== 0n);
  demand(runsOff, "units", "body.apart", "units whose outgoing weights don't run off");
}

/** The limit's numbers for θ: all w, all c, v, κ and m. */
function limitOf({ parameters, dIn, units }: Layers, apart: readonly number[]): Rational[] {
  const all = Array.from({ length: units }, (_, i) => ({
    w: parameters.slice(i * dIn, i * dIn + dIn),
    a: entry(parameters, units * dIn + i),
  }));
  const [p, q] = [entry(all, entry(apart, 0)), entry(all, entry(apart, 1))];
  const sign = apart.length === 2 ? 1n : -1n;
  const c = combined(p.a, sign, q.a);
  const lead = combined(p.a, -sign, q.a);
  const third = apart.slice(2).map((i) => entry(all, i));
  const rest = all.filter((_, i) => !apart.includes(i));
  return [
    ...p.w.map((x, j) => multiplied(combined(x, sign, entry(q.w, j)), HALF)),
    ...rest.flatMap(({ w }) => w),
    c,
    ...rest.map(({ a }) => a),
    ...p.w.map((x, j) => multiplied(multiplied(combined(x, -sign, entry(q.w, j)), lead), HALF)),
    ...third.flatMap(({ w, a }) => [
      multiplied(combined(sum(lead, a), -1n, c), HALF),
      ...w.map((x) => multiplied(multiplied(x, a), { n: 1n, d: 4n })),
    ]),
  ];
}

const HALF: Rational = { n: 1n, d: 2n };

function combined(x: Rational, factor: bigint, y: Rational): Rational {
  return sum(x, { n: factor * y.n, d: y.d });
}

function multiplied(x: Rational, y: Rational): Rational {
  return ratio(x.n * y.n, x.d * y.d);
}
