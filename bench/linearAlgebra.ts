/**
 * Exact linear algebra side by side with FLINT and PARI: `npx tsx bench/linearAlgebra.ts [runs] [sizes…]`.
 *
 * Matrices of random fractions p/q with |p|, q ≤ 100, denominators cleared row by row. All sides get the
 * integers, and agree on every answer before they are timed. Ours certifies ranks; FLINT's and PARI's don't.
 */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { certifiedRank } from "../src/exact/matrices/certifiedRank.js";
import { certifiedSolve } from "../src/exact/matrices/certifiedSolve.js";
import { determinant } from "../src/exact/matrices/determinant.js";
import { clearDenominators, type IntegerMatrix } from "../src/exact/vectors/integerMatrix.js";
import { formatRational, rational } from "../src/exact/numbers/rational.js";
import { RationalVector } from "../src/exact/vectors/rationalVector.js";
import { externalPeer, paired } from "./paired.js";

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const flint = externalPeer({ source: here("peers/linearAlgebra-flint.c"), libraries: ["flint", "gmp"] });
const gp = externalPeer({ command: "gp" });
const gpScript = readFileSync(here("peers/linearAlgebra.gp"), "utf8");

const MULTIPLIER = 6364136223846793005n;
let state = 2021n;
/** A number below `bound`, from a fixed linear congruential sequence. */
function random(bound: number): number {
  state = BigInt.asUintN(64, state * MULTIPLIER + 1442695040888963407n);
  return Number((state >> 33n) % BigInt(bound));
}

function randomRow(length: number): RationalVector {
  const entry = () => rational(BigInt(random(201) - 100), BigInt(random(100) + 1));
  return RationalVector.fromRationals(Array.from({ length }, entry));
}

function randomMatrix(rows: number, columns: number): IntegerMatrix {
  return clearDenominators(Array.from({ length: rows }, () => randomRow(columns)));
}

/** Rows i ≥ rank become sums and differences of three rows before them. */
function deficient(matrix: IntegerMatrix, rank: number): IntegerMatrix {
  const rows = [...matrix];
  for (let index = rank; index < rows.length; index++) {
    const [a, b, c] = [random(rank), random(rank), random(rank)].map((row) => rows[row] ?? []);
    rows[index] = (a ?? []).map((entry, column) => entry + (b?.[column] ?? 0n) - (c?.[column] ?? 0n));
  }
  return rows;
}

interface Task {
  readonly name: string;
  readonly peerTask: "det" | "solve" | "rank";
  readonly matrix: IntegerMatrix;
  readonly ours: () => string;
}

function tasks(n: number): Task[] {
  const square = randomMatrix(n, n);
  const system = randomMatrix(n, n + 1);
  const [left, right] = [system.map((row) => row.slice(0, n)), system.map((row) => row[n] ?? 0n)];
  const ranks = (name: string, matrix: IntegerMatrix): Task => ({
    name,
    peerTask: "rank",
    matrix,
    ours: () => certifiedRank(matrix, n).rank.toString(),
  });
  return [
    { name: "det", peerTask: "det", matrix: square, ours: () => determinant(square).toString() },
    {
      name: "solve",
      peerTask: "solve",
      matrix: system,
      ours: () => {
        const answer = certifiedSolve(left, right, n);
        return answer.solvable ? formatRational(answer.solution.at(0)) : "none";
      },
    },
    ranks("rank n", square),
    ranks("rank n-1", deficient(square, n - 1)),
    ranks("rank n/2", deficient(square, n >> 1)),
  ];
}

function compare(n: number, { name, peerTask, matrix, ours }: Task, runs: number): void {
  const flintInput = `${matrix.length} ${matrix[0]?.length ?? 0}\n${matrix.map((row) => row.join(" ")).join("\n")}\n`;
  const gpInput = `task = "${peerTask}";\ndata = [${matrix.map((row) => row.join(",")).join(";")}];\n${gpScript}`;
  const peers = {
    ...(flint && { FLINT: { peer: flint, words: [peerTask], input: flintInput } }),
    ...(gp && { PARI: { peer: gp, words: ["-q", "-f", "-s", "512M"], input: gpInput } }),
  };
  const answer = ours();
  for (const [peerName, { peer, words, input }] of Object.entries(peers)) {
    const theirs = peer.run(words, input).answer;
    if (theirs !== answer) throw new Error(`${name} at n = ${n}: ${answer} here, ${theirs} by ${peerName}`);
  }
  const medians = paired<string>(runs, {
    ours,
    ...Object.fromEntries(
      Object.entries(peers).map(([peerName, { peer, words, input }]) => [
        peerName,
        peer.contestant(words, input),
      ]),
    ),
  });
  const own = medians.ours ?? NaN;
  const cells = ["FLINT", "PARI"].map((peerName) => {
    const time = medians[peerName];
    return time === undefined
      ? `${peerName} not installed`
      : `${peerName} ${time.toFixed(3)} ms (ratio ${(own / time).toFixed(2)})`;
  });
  console.log(`n = ${n}  ${name.padEnd(9)} ours ${own.toFixed(3)} ms  ${cells.join("  ")}`);
}

const [runs = 5, ...sizes] = process.argv.slice(2).map(Number);
for (const n of sizes.length > 0 ? sizes : [20, 50, 100]) {
  for (const task of tasks(n)) compare(n, task, runs);
}
