import type { FoundNetwork } from "../../../src/formats/foundNetwork.js";
import { somePoint, valuesAt } from "../residues.js";
import { inputShape, outputOf } from "./secondReader.js";

/** More points at once than the layers of tests are wide, so that a bias along the wrong side is seen. */
const POINTS = 11;

const DIFFERENT = "the outputs differ";

/**
 * Undefined if the second reader, which runs the graph, gets what the found network computes; else what is
 * wrong.
 */
export function disagreement(file: Uint8Array, found: FoundNetwork): string | undefined {
  const [first] = found.layers;
  if (first === undefined) return "no layers";
  const width = first.weights.columns;
  const points = Array.from({ length: POINTS }, (_, index) => somePoint(width, index + 1));
  const expected = points.map((point) => valuesAt(found, point));
  const run = (dims: readonly number[]): string => {
    const isOne = dims.length === 1 || dims[0] === 1;
    const data = isOne ? points.slice(0, 1).flat() : points.flat();
    const asColumns = dims.length === 2 && dims[0] === width && dims[1] === POINTS;
    try {
      const output = outputOf(file, { dims, data: asColumns ? exchanged(points) : data });
      const count = isOne ? 1 : POINTS;
      // A vector that is broadcast to a matrix is no vector of outputs.
      if (output.data.length !== count * (expected[0] ?? []).length) return "another number of outputs";
      return [expected.flat(), exchanged(expected), expected.slice(0, 1).flat()].some(
        (values) => values.join() === output.data.join(),
      )
        ? "same"
        : DIFFERENT;
    } catch (error) {
      return `the second reader fails: ${String(error)}`;
    }
  };
  const shape = inputShape(file);
  const outcomes = shapesFor(shape, width).map(run);
  if (outcomes.includes("same")) return outcomes.find((outcome) => outcome === DIFFERENT);
  // A graph may be made for one input at a time.
  const alone = [...(shape ?? [1]).slice(1).map(() => 1), width];
  return outcomes.includes(DIFFERENT) || run(alone) !== "same" ? outcomes.join("; ") : undefined;
}

/** The shapes of inputs that the graph may take. */
function shapesFor(shape: readonly (number | undefined)[] | undefined, width: number): number[][] {
  const matrices = [
    [POINTS, width],
    [width, POINTS],
  ];
  if (shape === undefined) return [...matrices, [width]];
  if (shape.length < 2) return [[width]];
  if (shape.length === 2) return matrices;
  const sizes = shape.slice(1).map((size) => size ?? 0);
  const isWidth = sizes.reduce((product, size) => product * size, 1) === width;
  return [[POINTS, ...(isWidth ? sizes : [...sizes.slice(1).map(() => 1), width])]];
}

function exchanged(rows: readonly (readonly number[])[]): number[] {
  return rows[0] === undefined ? [] : rows[0].flatMap((_, column) => rows.map((row) => Number(row[column])));
}
