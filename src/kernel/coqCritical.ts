import type { Checkers } from "#kernel";
import { type Definition, type Part, UNITS, VECTORS } from "./coqPart.js";
import { listTerm, matrixTerm, networkTerm, vectorTerm } from "./coqTerms.js";
import type { Block } from "./inertia.js";
import type { LossPoint } from "./lossPoint.js";
import type { Split } from "./splitting.js";

export function inertiaPart(...[matrix, stated]: Parameters<Checkers["check_inertia"]>): Part {
  const [, , , numbers] = stated;
  const size = matrix.length;
  return {
    theory: "SoundInertia",
    isOrdered: true,
    definitions: [["H", VECTORS, matrixTerm(matrix)], ...evidence(stated, "")],
    statement: `symmetric_matrix H /\\
  @inertia_on ordered_rationals _ scalars_plus (fun x => length x = ${size}) (fun x => matrix_form H x x) ${numbers.join(" ")}`,
    by: `sound_inertia ordered_rationals H kernel congruence places ${numbers.join(" ")}`,
  };
}

export function criticalPart(...point: LossPoint): Part {
  return {
    theory: "SoundCritical",
    isOrdered: true,
    definitions: pointDefinitions(point),
    statement: aboutLosses(
      point,
      "critical_copies L (with_coordinates fW fA theta) (with_coordinates fW fA units) beta",
    ),
    by: `sound_critical ordered_rationals ${given(point)}`,
  };
}

export function criticalInstancePart(
  ...[claim, ...rest]: Parameters<Checkers["check_critical_instance"]>
): Part {
  const [inputs, outputs, numerator, denominator, data, theta, units, beta, below, above] = rest;
  const point: LossPoint = [inputs, outputs, numerator, denominator, data, theta, units, beta];
  const [, , , numbersBelow] = below;
  const [, , , numbersAbove] = above;
  const conclusion = `let θr := with_coordinates fW fA theta in
    let θ := with_coordinates fW fA units in
    critical_copies L θr θ beta /\\
    @loss_inertia ordered_rationals W A _ L θr ${numbersBelow.join(" ")} /\\
    @loss_inertia ordered_rationals W A _ L θ ${numbersAbove.join(" ")} /\\
    critical_instance ${claim} L (fun x => fA (snd x)) ${outputs} θr θ ${numbersBelow[1]} ${numbersAbove.join(" ")}`;
  return {
    theory: "SoundInstances",
    isOrdered: true,
    definitions: [...pointDefinitions(point), ...evidence(below, "_below"), ...evidence(above, "_above")],
    statement: aboutLosses(point, conclusion),
    by: `sound_critical_instance ordered_rationals ${claim} ${given(point)} kernel_below congruence_below kernel_above congruence_above places_below places_above ${[...numbersBelow, ...numbersAbove].join(" ")}`,
  };
}

export function splittingPart(
  ...[a, b, c, d, e, f, g, h, ...rest]: Parameters<Checkers["check_splitting"]>
): Part {
  const point: LossPoint = [a, b, c, d, e, f, g, h];
  const [below, splits, stated] = rest;
  const [, , , numbersBelow] = below;
  const conclusion = `let θr := with_coordinates fW fA theta in
    let θ := with_coordinates fW fA units in
    copies_above θr θ beta /\\
    @loss_inertia ordered_rationals W A _ L θr ${numbersBelow.join(" ")} /\\
    @loss_inertia ordered_rationals W A _ L θ ${stated.join(" ")} /\\ length splits = length theta /\\
    forall t split, nth_error splits t = Some split ->
      mixed_rank L θr (nth t θr (vzero, vzero)) ${a} (fst (fst (snd (snd (snd split)))))`;
  return {
    theory: "SoundSplitting",
    isOrdered: true,
    definitions: [
      ...pointDefinitions(point),
      ...evidence(below, ""),
      ["splits", "list (unit_split rationals)", listTerm(splits, splitTerm, ";\n   ")],
    ],
    statement: aboutLosses(point, conclusion),
    by: `sound_splitting ordered_rationals ${given(point)} kernel congruence places splits ${[...numbersBelow, ...stated].join(" ")}`,
  };
}

function splitTerm([incoming, outgoing, curvature, mixed]: Split): string {
  return `(${matrixTerm(incoming)}, ${matrixTerm(outgoing)}, (${blockTerm(curvature)}, ${blockTerm(mixed)}))`;
}

function pointDefinitions([, , numerator, denominator, data, theta, units, beta]: LossPoint): Definition[] {
  return [
    ["numerator", "list rationals", vectorTerm(numerator)],
    ["denominator", "list rationals", vectorTerm(denominator)],
    ["data", UNITS, networkTerm(data)],
    ["theta", UNITS, networkTerm(theta)],
    ["units", UNITS, networkTerm(units)],
    ["beta", "list rationals", vectorTerm(beta)],
  ];
}

/** What is so for every squared error of these data, with this activation. */
function aboutLosses([inputs, outputs]: LossPoint, conclusion: string): string {
  const spaces = "(W A : VectorSpace rationals) (fW : list rationals -> W) (fA : list rationals -> A)";
  const activation = ["quotient", "quotient_slope", "quotient_bend"].map(
    (f) => `(${f} numerator denominator)`,
  );
  return `rational_loss ${inputs} ${outputs} denominator data theta /\\
  rational_loss ${inputs} ${outputs} denominator data units /\\
  forall ${spaces}
    (L : Loss rationals W A (list rationals * list rationals)),
    squared_error ${inputs} ${outputs} fW fA ${activation.join(" ")} data L ->
    ${conclusion}`;
}

function given([inputs, outputs]: LossPoint): string {
  return `${inputs} ${outputs} numerator denominator data theta units beta`;
}

function blockTerm([kernel, places, congruence, inertia]: Block): string {
  return `(${matrixTerm(kernel)}, ${placesTerm(places)}, ${matrixTerm(congruence)}, (${inertia.join(", ")}))`;
}

const placesTerm = (places: readonly number[]): string => `[${places.join("; ")}]`;

function evidence([kernel, places, congruence]: Block, end: string): Definition[] {
  return [
    [`kernel${end}`, VECTORS, matrixTerm(kernel)],
    [`places${end}`, "list nat", placesTerm(places)],
    [`congruence${end}`, VECTORS, matrixTerm(congruence)],
  ];
}
