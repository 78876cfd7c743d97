import { sizes } from "./enumeration.js";
import { fields, list } from "./values.js";
import { type Expected, demand } from "./verdict.js";

/** `ext-topology`: X_{r,m} built up by cells and pairs of cells. SPEC.md, "morse", has what this shows and why. */
export function morse(body: unknown, expected: Expected): string {
  const given = fields(body, "m r steps", "body");
  const [r, m] = sizes(given, expected);
  const fits = r >= 1 && r <= m && r <= 9 && m <= 17 && cellCount(r, m) <= 2 ** 18;
  demand(fits, "size", "body", "not 1 ≤ r ≤ m ≤ 17, or more than 2^18 cells");
  const built = new Set<string>();
  const steps = list(given.steps, "body.steps", (step, at) => {
    const cells = list(step, at, (entry, place) => cell(entry, r, m, place));
    const [first = "", ...others] = cells;
    demand(first !== "" && others.length <= 1, "shape", at, "not one cell or two");
    demand(
      others.every((other) => facets(other).includes(first)),
      "facet",
      at,
      "no cell and a facet of it",
    );
    for (const one of cells) {
      demand(!built.has(one), "repeated", at, `${one} is there already`);
      demand(
        facets(one).every((facet) => built.has(facet)),
        "attach",
        at,
        `${one} has facets to come`,
      );
      built.add(one);
    }
    return cells;
  });
  demand(built.size === cellCount(r, m), "complete", "body.steps", `not ${cellCount(r, m)} cells`);
  const [start, ...critical] = steps.filter(({ length }) => length === 1).flat();
  const spheres = sphereCount(r, m);
  const wedge = start !== undefined && critical.every((one) => one.replaceAll("0", "").length === m);
  demand(
    wedge && critical.length === spheres,
    "critical",
    "body.steps",
    `not a vertex and ${spheres} cells of dimension ${m - r}`,
  );
  return `X for (r, m) = (${r}, ${m}) is, up to homotopy, a wedge of ${spheres} spheres of dimension ${m - r}`;
}

/** Reads a surjective partial map: m digits, the label of each neuron or 0 for none; every label 1…r occurs. */
function cell(value: unknown, r: number, m: number, at: string): string {
  demand(typeof value === "string", "shape", at, "a cell is written as a string");
  const known = value.length === m && /^[0-9]*$/.test(value);
  const labels = new Set(known ? value.replaceAll("0", "") : "");
  const onto = labels.size === r && [...labels].every((label) => Number(label) <= r);
  demand(known && onto, "cell", at, `not ${m} digits with all of 1 to ${r}`);
  return value;
}

/** The facets of a product of simplices: one neuron less in a block that has others. */
function facets(one: string): string[] {
  const without = (i: number): string => `${one.slice(0, i)}0${one.slice(i + 1)}`;
  return Array.from(one, (label, i) =>
    label !== "0" && without(i).includes(label) ? [without(i)] : [],
  ).flat();
}

/** The last neuron has no label, or one that others have too, or one of its own. */
function cellCount(r: number, m: number): number {
  if (r === 0 || r > m) return Number(r === 0);
  return (r + 1) * cellCount(r, m - 1) + r * cellCount(r - 1, m - 1);
}

/** β(r,m), by its recurrence. */
function sphereCount(r: number, m: number): number {
  if (r === 1 || r === m) return r === 1 ? 0 : cellCount(r, r) - 1;
  return r * sphereCount(r - 1, m - 1) + (r - 1) * sphereCount(r, m - 1);
}
