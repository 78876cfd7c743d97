import { sizes } from "./request.js";
import { entry, fields, list } from "./values.js";
import { type Expected, demand } from "./verdict.js";

/**
 * Kind `morse`, claim `ext-topology`. An acceptance proves that the cell complex X_{r,m} is homotopy
 * equivalent to a wedge of β(r,m) spheres of dimension m − r: it is built up from a vertex and β(r,m) cells
 * of dimension m − r, by steps that otherwise change nothing up to homotopy. proofs/topology.md argues that Θ
 * is homotopy equivalent to X.
 */
export function morse(body: unknown, expected: Expected): string {
  const members = fields(body, ["m", "r", "steps"], "body");
  const [r, m] = sizes(members, expected);
  // r ≤ 9 follows from the number of cells, which is at least r!. This is demanded first, so that each label
  // is one digit.
  const fits = r >= 1 && r <= m && r <= 9 && m <= 17 && cellCount(r, m) <= 2 ** 18;
  demand(fits, "size", "body", "not 1 ≤ r ≤ m ≤ 17, or more than 2^18 cells");
  const complex = new Set<string>();
  const steps = list(members.steps, "body.steps", (step, at) => {
    const cells = list(step, at, (one, place) => cell(one, r, m, place));
    demand(cells.length === 1 || cells.length === 2, "shape", at, "not one cell or two");
    // A step of two cells is an elementary collapse read backwards, from the second through the first.
    const isPair = cells.length === 1 || facets(entry(cells, 1)).includes(entry(cells, 0));
    demand(isPair, "facet", at, "the first cell is not a facet of the second");
    for (const one of cells) {
      demand(!complex.has(one), "repeated", at, `${one} is there already`);
      // So what is built is a subcomplex after each step.
      const isAttached = facets(one).every((facet) => complex.has(facet));
      demand(isAttached, "attach", at, `a facet of ${one} is missing before it`);
      complex.add(one);
    }
    return cells;
  });
  // There are as many different cells as X has, so they are all of X.
  const isComplete = complex.size === cellCount(r, m);
  demand(isComplete, "complete", "body.steps", `not ${cellCount(r, m)} cells`);
  // A cell of dimension m − r gives every neuron a label. The first step is a vertex, which has no facets.
  const criticalCells = steps.filter((cells) => cells.length === 1).flat();
  const isTop = criticalCells.slice(1).every((one) => !one.includes("0"));
  const spheres = sphereCount(r, m);
  const isWedge = criticalCells.length === 1 + spheres && isTop;
  const reason = `not a vertex and ${spheres} cells of dimension ${m - r}`;
  demand(isWedge, "critical", "body.steps", reason);
  return `X for (r, m) = (${r}, ${m}) is, up to homotopy, a wedge of ${spheres} spheres of dimension ${m - r}`;
}

/**
 * Reads a surjective partial map: m digits, the label of each neuron or 0 for none; every label 1…r occurs.
 */
function cell(value: unknown, r: number, m: number, at: string): string {
  demand(typeof value === "string", "shape", at, "a cell is written as a string");
  const digits = "0123456789".slice(0, r + 1);
  const isMap = value.length === m && Array.from(value).every((digit) => digits.includes(digit));
  const isOnto = isMap && Array.from(digits.slice(1)).every((label) => value.includes(label));
  demand(isOnto, "cell", at, `not ${m} digits with all of 1 to ${r}`);
  return value;
}

/** The facets of a product of simplices: one neuron less in a block that has others. */
function facets(one: string): string[] {
  const cells: string[] = [];
  for (const [unit, label] of Array.from(one).entries()) {
    if (label === "0") continue;
    const facet = `${one.slice(0, unit)}0${one.slice(unit + 1)}`;
    if (facet.includes(label)) cells.push(facet);
  }
  return cells;
}

/**
 * c(r,m), the number of cells of X: the last neuron has no label, or one that others have too, or one of its
 * own.
 */
function cellCount(r: number, m: number): number {
  if (r === 0) return 1;
  if (r > m) return 0;
  return (r + 1) * cellCount(r, m - 1) + r * cellCount(r - 1, m - 1);
}

/** β(r,m), by its recurrence. */
function sphereCount(r: number, m: number): number {
  if (r === 1) return 0;
  if (r === m) return factorial(r) - 1;
  return r * sphereCount(r - 1, m - 1) + (r - 1) * sphereCount(r, m - 1);
}

function factorial(n: number): number {
  return n === 0 ? 1 : n * factorial(n - 1);
}
