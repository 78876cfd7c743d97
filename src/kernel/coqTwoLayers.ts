import type { Checkers } from "#kernel";
import { CODES, type Definition, type Part, UNITS } from "./coqPart.js";
import { boundTerm, codesTerm, listTerm, networkTerm, signsTerm } from "./coqTerms.js";
import type { Signed } from "./mirroredPath.js";
import type { Network } from "./network.js";

type Arguments<Name extends keyof Checkers> = Parameters<Checkers[Name]>;

export function enumerationPart(...[r, m, partitions]: Arguments<"check_enumeration">): Part {
  return {
    theory: "SoundEnumeration",
    definitions: [["partitions", `list (${CODES})`, listTerm(partitions, codesTerm, ";\n  ")]],
    statement: `NoDup partitions /\\ (forall P, In P partitions <-> labelled_partition ${r} ${m} P) /\\
  Z.of_nat (length partitions) = T ${r} ${m} /\\
  forall (K : Field) (W A : VectorSpace K) (base : network W A), length base = ${r} ->
    (forall θ, Theta base ${m} θ <-> exists P, In P partitions /\\ Gamma base P θ) /\\
    (characteristic_zero K -> (exists w : W, w <> vzero) -> (exists a : A, a <> vzero) -> irreducible base ->
     forall P Q, In P partitions -> In Q partitions -> P <> Q -> exists θ, Gamma base P θ /\\ ~ Gamma base Q θ)`,
    by: `sound_enumeration ${r} ${m} partitions`,
  };
}

export function pathPart(
  ...[inputs, outputs, theta, from, to, points, partitions]: Arguments<"check_path">
): Part {
  return {
    theory: "SoundPath",
    definitions: [
      ...polyline(theta, from, to, points),
      ["partitions", `list (${CODES})`, listTerm(partitions, codesTerm, ";\n  ")],
    ],
    statement: `units_joined (units_point ${inputs} ${outputs} theta ${from.length}) ${partitions.length} first last`,
    by: `sound_path rationals ${inputs} ${outputs} theta first last points partitions`,
  };
}

export function shortestPathPart(
  ...[inputs, outputs, theta, from, to, points, partitions, bound]: Arguments<"check_shortest_path">
): Part {
  return {
    theory: "SoundShortestPath",
    definitions: [
      ...polyline(theta, from, to, points),
      ["partitions", `list (${CODES})`, listTerm(partitions, codesTerm, ";\n  ")],
      ["bound", `path_bound (${CODES})`, boundTerm(bound, codesTerm)],
    ],
    statement: shortest(`units_point ${inputs} ${outputs}`, from.length, partitions.length),
    by: `sound_shortest_path rationals ${inputs} ${outputs} theta first last points partitions bound`,
  };
}

/** That the path is one of n segments inside a set of networks of m units, and that none there has fewer. */
function shortest(set: string, m: number, n: number): string {
  return `forall (L : OrderedField) (f : rationals -> L), contains f ->
  let inside := ${set} (units_over f theta) ${m} in
  units_joined_closed inside ${n} (units_over f first) (units_over f last) /\\
  forall n, units_joined_closed inside n (units_over f first) (units_over f last) -> ${n} <= n`;
}

export function mirroredPathPart(
  ...[parity, inputs, outputs, theta, from, to, points, partitions]: Arguments<"check_mirrored_path">
): Part {
  const inside = `units_signed_point ${parity} ${inputs} ${outputs} theta ${from.length}`;
  return {
    theory: "SoundMirroredPath",
    definitions: [
      ...polyline(theta, from, to, points),
      ["partitions", `list (${SIGNED})`, listTerm(partitions, signedTerm, ";\n  ")],
    ],
    statement: `units_joined (${inside}) ${partitions.length} first last /\\
  ${alike(inside, parity)}`,
    by: `sound_mirrored_path rationals ${parity} ${inputs} ${outputs} theta first last points partitions`,
  };
}

export function shortestMirroredPathPart(
  ...[
    parity,
    inputs,
    outputs,
    theta,
    from,
    to,
    points,
    partitions,
    bound,
  ]: Arguments<"check_shortest_mirrored_path">
): Part {
  const set = `units_signed_point ${parity} ${inputs} ${outputs}`;
  return {
    theory: "SoundShortestMirroredPath",
    definitions: [
      ...polyline(theta, from, to, points),
      ["partitions", `list (${SIGNED})`, listTerm(partitions, signedTerm, ";\n  ")],
      ["bound", `path_bound (${SIGNED})`, boundTerm(bound, signedTerm)],
    ],
    statement: `(${shortest(set, from.length, partitions.length)}) /\\
  ${alike(`${set} theta ${from.length}`, parity)}`,
    by: `sound_shortest_mirrored_path rationals ${parity} ${inputs} ${outputs} theta first last points partitions bound`,
  };
}

const SIGNED = `${CODES} * list Z`;

const signedTerm = ([codes, signs]: Signed): string => `(${codesTerm(codes)}, ${signsTerm(signs)})`;

/** That all networks inside a set compute what θ does, for every activation of the parity. */
function alike(inside: string, parity: string): string {
  return `forall (L : VectorSpace rationals) (activation : list rationals -> L) (θ : ${UNITS}) (j : nat),
    @add rationals one one <> zero ->
    (forall w, activation (map opp w) = scale (parity_sign ${parity}) (activation w)) ->
    ${inside} θ -> units_output activation θ j = units_output activation theta j`;
}

export function connectedPart(...[inputs, outputs, m, theta, tree]: Arguments<"check_connected">): Part {
  const placed = listTerm(
    tree,
    ([[codes, [parent, depth]], point]) =>
      `(${codesTerm(codes)}, (${parent}, ${depth}), ${networkTerm(point)})`,
    ";\n  ",
  );
  const inside = `units_point ${inputs} ${outputs} theta ${m}`;
  return {
    theory: "SoundTree",
    definitions: [
      ["theta", UNITS, networkTerm(theta)],
      ["tree", `list (${CODES} * (nat * nat) * ${UNITS})`, placed],
    ],
    statement: `forall θ θ', ${inside} θ -> ${inside} θ' ->
  exists n, units_joined (${inside}) n θ θ'`,
    by: `sound_connected rationals ${inputs} ${outputs} ${m} theta tree`,
  };
}

function polyline(theta: Network, from: Network, to: Network, points: readonly Network[]): Definition[] {
  return [
    ["theta", UNITS, networkTerm(theta)],
    ["first", UNITS, networkTerm(from)],
    ["last", UNITS, networkTerm(to)],
    ["points", `list (${UNITS})`, listTerm(points, networkTerm, ";\n  ")],
  ];
}
