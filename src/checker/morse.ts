import { demandParity, sizes } from "./request.js";
import { entry, fields, list } from "./values.js";
import { type Expected, demand } from "./verdict.js";

/**
 * Kind `morse`, claims `ext-topology` and `ext-parity-topology`. An acceptance proves that the cell complex
 * X_{r,m}, or X± with two images of each label, is homotopy equivalent to a wedge of β(r,m) spheres of
 * dimension m − r: it is built up from a vertex and β(r,m) cells of dimension m − r, by steps that otherwise
 * change nothing up to homotopy. proofs/topology.md argues that Θ is homotopy equivalent to X, and Θ± to X±.
 */
export function morse(body: unknown, expected: Expected): string {
  const images = expected.claim === "ext-topology" ? 1 : 2;
  const members = fields(body, images > 1 ? ["m", "parity", "r", "steps"] : ["m", "r", "steps"], "body");
  if (images > 1) demandParity(expected);
  const [r, m] = sizes(members, expected);
  // r ≤ 9 follows from the number of cells, which is at least r!. This is demanded first, so that each label
  // is one digit.
  const fits = r >= 1 && r <= m && r <= 9 && m <= 17 && cellCount(r, m, images) <= 2 ** 18;
  demand(fits, "size", "body", "not 1 ≤ r ≤ m ≤ 17, or more than 2^18 cells");
  const complex = new Set<string>();
  const steps = list(members.steps, "body.steps", (step, at) => {
    const cells = list(step, at, (one, place) => cell(one, r, m, images, place));
    demand(cells.length === 1 || cells.length === 2, "shape", at, "not one cell or two");
    // A step of two cells is an elementary collapse read backwards, from the second through the first.
    const isPair = cells.length === 1 || facets(entry(cells, 1), r).includes(entry(cells, 0));
    demand(isPair, "facet", at, "the first cell is not a facet of the second");
    for (const one of cells) {
      demand(!complex.has(one), "repeated", at, `${one} is there already`);
      // So what is built is a subcomplex after each step.
      const isAttached = facets(one, r).every((facet) => complex.has(facet));
      demand(isAttached, "attach", at, `a facet of ${one} is missing before it`);
      complex.add(one);
    }
    return cells;
  });
  // There are as many different cells as X has, so they are all of X.
  const cellsOfX = cellCount(r, m, images);
  demand(complex.size === cellsOfX, "complete", "body.steps", `not ${cellsOfX} cells`);
  // A cell of dimension m − r gives every neuron a label. The first step is a vertex, which has no facets.
  const criticalCells = steps.filter((cells) => cells.length === 1).flat();
  const isTop = criticalCells.slice(1).every((one) => !one.includes("0"));
  const spheres = sphereCount(r, m, images);
  const isWedge = criticalCells.length === 1 + spheres && isTop;
  const reason = `not a vertex and ${spheres} cells of dimension ${m - r}`;
  demand(isWedge, "critical", "body.steps", reason);
  const complexName = `X${images > 1 ? "±" : ""} for (r, m) = (${r}, ${m})`;
  return `${complexName} is, up to homotopy, a wedge of ${spheres} spheres of dimension ${m - r}`;
}

/** The label of each neuron is written as a digit: 0 for none, and t, or r + t for the image of label t. */
const DIGITS = "0123456789abcdefghi";

/** The labels of a cell without their images, 0 for none. */
function labels(one: string, r: number): number[] {
  return Array.from(one, (digit) => DIGITS.indexOf(digit)).map((n) => (n > r ? n - r : n));
}

/** Reads a surjective partial map: m digits; every label 1…r occurs, or its image does. */
function cell(value: unknown, r: number, m: number, images: number, at: string): string {
  demand(typeof value === "string", "shape", at, "a cell is written as a string");
  const digits = DIGITS.slice(0, images * r + 1);
  const isMap = value.length === m && Array.from(value).every((digit) => digits.includes(digit));
  const isOnto = isMap && new Set(labels(`0${value}`, r)).size === r + 1;
  demand(isOnto, "cell", at, `not ${m} digits with all of 1 to ${r}`);
  return value;
}

/** The facets of a product of simplices: one neuron less in a block that has others. */
function facets(one: string, r: number): string[] {
  return labels(one, r).flatMap((label, unit, all) => {
    const isAlone = all.indexOf(label) === all.lastIndexOf(label);
    return label === 0 || isAlone ? [] : [`${one.slice(0, unit)}0${one.slice(unit + 1)}`];
  });
}

/**
 * c(r,m), the number of cells of X: the last neuron has no label, or one that others have too, or one of its
 * own. A label has as many ways as images.
 */
function cellCount(r: number, m: number, images: number): number {
  if (r === 0) return 1;
  if (r > m) return 0;
  const ways = images * r;
  return (ways + 1) * cellCount(r, m - 1, images) + ways * cellCount(r - 1, m - 1, images);
}

/** β(r,m), by its recurrence. */
function sphereCount(r: number, m: number, images: number): number {
  if (r === 0) return 0;
  const ways = images * r;
  const less = sphereCount(r - 1, m - 1, images);
  return r === m ? ways * (less + 1) - 1 : ways * less + (ways - 1) * sphereCount(r, m - 1, images);
}
