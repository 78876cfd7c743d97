import { isGiven, spelled } from "./network.js";
import { partition } from "./partition.js";
import { type Rational, ZERO, fields, list, rows, sum } from "./values.js";
import { type Expected, demand } from "./verdict.js";

type Matrix = readonly (readonly Rational[])[];

/** A network of several layers: widths from inputs to outputs, matrices with the bias of a row, if any, at its end. */
type Layers = Readonly<{ widths: number[]; biased: number; matrices: Matrix[] }>;

/** `mlp-connected`: a polyline of networks of several layers that all compute the same, for every activation. */
export function layeredPath(body: unknown, expected: Expected): string {
  const given = fields(body, "partitions points theta", "body");
  demand(expected.from !== undefined && expected.to !== undefined, "parameters", "expected", "no from or to");
  const theta = layers(given.theta, "body.theta");
  demand(isIrreducible(theta), "theta", "body.theta", "equal rows, or a zero column, in a hidden layer");
  const raw = list(given.points, "body.points", (point) => point);
  const points = list(raw, "body.points", layers);
  const [r, m, count] = [theta.widths.slice(1, -1), points[0]?.widths.slice(1, -1) ?? [], points.length - 1];
  // Only the hidden widths may be others than those of theta, and they are the same all along.
  const likeTheta = { ...theta, widths: theta.widths.map((width, l) => m[l - 1] ?? width) };
  const alike = new Set([likeTheta, ...points].map(({ widths, biased }) => `${widths.join()};${biased}`));
  demand(alike.size === 1, "shape", "body.points", "not of one shape, and with the ends and biases of theta");
  const tuples = list(given.partitions, "body.partitions", (tuple, at) => {
    const codes = list(tuple, at, (entry) => entry);
    demand(codes.length === r.length, "shape", at, "not one partition for each hidden layer");
    return codes.map((entry, l) => partition(entry, r[l] ?? 0, m[l] ?? 0, `${at}[${l}]`));
  });
  const fits = tuples.length === count && count > 0;
  demand(fits, "segments", "body.partitions", "not one less than points, or none");
  demand(isGiven(raw[0], expected.from), "end", "body.points[0]", "not the caller's first network");
  demand(isGiven(raw[count], expected.to), "end", `body.points[${count}]`, "not the caller's last network");
  tuples.forEach((tuple, index) => {
    const held = points.slice(index, index + 2).every((point) => isHeld(point, tuple, theta));
    demand(held, "member", `body.partitions[${index}]`, "does not hold both ends of its segment");
  });
  return `a path of ${count} segments, all of whose networks compute what theta does, for every activation`;
}

function layers(value: unknown, at: string): Layers {
  const { biases, weights } = fields(value, "biases weights", at);
  const [shifts, read] = [rows(biases, `${at}.biases`), list(weights, `${at}.weights`, rows)];
  const widths = [read[0]?.[0]?.length ?? 0, ...read.map(({ length }) => length)];
  demand(!widths.some((width) => width > 200_001), "size", at, "more than 200001 units in a layer");
  const fits = read.every((matrix, l) => matrix.every(({ length }) => length === widths[l]));
  demand(fits && read.length > 1 && !widths.includes(0), "shape", at, "not two or more matrices that fit");
  const full = shifts.length === 0 || shifts.map(({ length }) => length).join() === widths.slice(1).join();
  demand(full, "shape", `${at}.biases`, "neither none nor one for every row");
  const matrices = read.map((matrix, l) =>
    matrix.map((row, i) => [...row, ...(shifts[l] ?? []).slice(i, i + 1)]),
  );
  return { widths, biased: Number(shifts.length > 0), matrices };
}

/** In each hidden layer rows are distinct, and no column of the next matrix is 0. */
function isIrreducible({ matrices }: Layers): boolean {
  return matrices.slice(1).every((next, l) => {
    const units = matrices[l] ?? [];
    const isHeard = units.every((_, unit) => next.some((row) => row[unit]?.n !== 0n));
    return isHeard && new Set(units.map(spelled)).size === units.length;
  });
}

/** Whether a network is in Φ_P. Inputs, outputs and the input of biases are blocks of their own, with labels. */
function isHeld({ matrices, widths, biased }: Layers, tuple: readonly number[][], theta: Layers): boolean {
  const alone = (count: number): number[] => Array.from({ length: count }, (_, unit) => unit + 1);
  return matrices.every((matrix, l) => {
    const labels = theta.widths[l] ?? 0;
    const columns = [...(tuple[l - 1] ?? alone(labels)), ...alone(biased).map(() => labels + 1)];
    const units = tuple[l] ?? alone(widths[l + 1] ?? 0);
    return isExpanded(matrix, units, columns, theta.matrices[l] ?? []);
  });
}

/** Whether rows with label t sum to row t of θ over labelled blocks of columns, and to 0 over others; zero rows alike. */
function isExpanded(
  matrix: Matrix,
  units: readonly number[],
  columns: readonly number[],
  theta: Matrix,
): boolean {
  const [blocks, labels] = [new Set(columns).size, theta[0]?.length ?? 0];
  const zero = Array.from({ length: blocks }, () => ZERO);
  const sums = new Map(theta.map((row, t) => [t + 1, spelled([...row, ...zero.slice(labels)])]));
  return matrix.every((row, unit) => {
    const own = [...zero];
    row.forEach((entry, column) => {
      const code = columns[column] ?? 0;
      const block = code > 0 ? code - 1 : labels - code;
      own[block] = sum(own[block] ?? ZERO, entry);
    });
    const [code, text] = [units[unit] ?? 0, spelled(own)];
    sums.set(code, sums.get(code) ?? text);
    return sums.get(code) === text;
  });
}
