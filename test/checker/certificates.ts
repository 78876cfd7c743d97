import fc from "fast-check";
import {
  type Made,
  connectedOf,
  curvesOf,
  enumerationOf,
  formulaOf,
  morseOf,
  pathOf,
  pointOf,
  smallTheta,
} from "./makers.js";
import { criticals, forms, independences } from "./landscapeMakers.js";
import { layeredPaths } from "./multiLayerMakers.js";

const small = fc.integer({ min: 1, max: 2 });

const enumerations = fc
  .constantFrom([1, 1], [1, 3], [2, 2], [2, 3], [1, 4], [3, 3], [2, 4], [3, 4])
  .map(([r = 1, m = 1]) => enumerationOf(r, m));

const trees = fc
  .tuple(fc.constantFrom([1, 2], [1, 3], [2, 3], [2, 4], [3, 4]), small, small, fc.boolean())
  .chain(([[r = 1, m = 2], inputs, outputs, giveTheta]) =>
    smallTheta(r, inputs, outputs).map((theta) => connectedOf(theta, m, giveTheta)),
  );

const rules = fc.constantFrom("none", "distinct", "star", "potential", "potential", "star");
const paths = fc
  .tuple(fc.constantFrom([1, 1], [1, 2], [1, 3], [1, 4], [2, 2], [2, 3], [2, 4], [3, 4]), small, small)
  .chain(([[r = 1, m = 2], inputs, outputs]) =>
    smallTheta(r, inputs, outputs).chain((theta) => {
      const from = pointOf(theta, m);
      const to = fc.oneof(
        { weight: 8, arbitrary: pointOf(theta, m) },
        { weight: 1, arbitrary: fc.constant(undefined) },
      );
      const claims = fc.constantFrom("thm-3.1-path" as const, "ext-geodesic" as const);
      return fc
        .tuple(from, to, rules, claims)
        .map(([start, end, rule, claim]) => pathOf(theta, start, end ?? start, rule, claim));
    }),
  )
  .filter((made) => made !== undefined);

const formulas = fc
  .constantFrom([1, 4], [1, 5], [2, 5], [3, 6], [1, 3], [2, 2])
  .map(([r = 1, m = 4]) => formulaOf(r, m));

const half = fc.integer({ min: -3, max: 3 });
const curves = fc.tuple(half, half, half).map(([start, end, shift]) => curvesOf(start, end, shift));

const wedges = fc
  .tuple(fc.constantFrom([1, 1], [1, 3], [2, 2], [2, 3], [1, 4], [3, 3], [2, 4], [3, 4]), fc.nat(1000))
  .map(([[r = 1, m = 1], root]) => morseOf(r, m, root));

/** Certificates of every kind for small sizes. Most are valid; a bound may be one that does not hold. */
export const certificates: fc.Arbitrary<Made> = fc.oneof(
  { weight: 2, arbitrary: enumerations },
  { weight: 3, arbitrary: trees },
  { weight: 6, arbitrary: paths },
  { weight: 1, arbitrary: formulas },
  { weight: 2, arbitrary: curves },
  { weight: 4, arbitrary: criticals },
  { weight: 2, arbitrary: forms },
  { weight: 1, arbitrary: independences },
  { weight: 3, arbitrary: wedges },
  { weight: 4, arbitrary: layeredPaths },
);
