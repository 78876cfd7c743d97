/**
 * Inertia side by side with PARI and FLINT: `npx tsx bench/inertia.ts [runs] [sizes…]`.
 *
 * First all sides agree on 300 small symmetric matrices, a good part of them singular or with zeros on the
 * diagonal. Then the clock, on integer matrices of 60 bits an entry, of full rank and of a rank 10 lower, or
 * half where that is less. Ours certifies its answer; PARI's qfsign and the signs of FLINT's characteristic
 * polynomial don't.
 */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { certifiedInertia, inertiaFault } from "../src/exact/inertia/inertia.js";
import { type IntegerMatrix, product, transpose } from "../src/exact/vectors/integerMatrix.js";
import { externalPeer, paired, type SelfTimed } from "./paired.js";

const AGREEMENTS = 300;

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const flint = externalPeer({ source: here("peers/inertia-flint.c"), libraries: ["flint", "gmp"] });
const gp = externalPeer({ command: "gp" });
const gpScript = readFileSync(here("peers/inertia.gp"), "utf8");

const MULTIPLIER = 6364136223846793005n;
let state = 2021n;
/** The next `bits` ≤ 60 bits of a fixed sequence, as a signed integer. */
function random(bits: number): bigint {
  state = BigInt.asUintN(128, state * MULTIPLIER + 1442695040888963407n);
  return BigInt.asIntN(bits, state >> 64n);
}

function randomSymmetric(size: number, bits: number): IntegerMatrix {
  const square = Array.from({ length: size }, () => Array.from({ length: size }, () => random(bits)));
  return square.map((row, i) => row.map((entry, j) => (j <= i ? entry : (square[j]?.[i] ?? 0n))));
}

/**
 * B^T·S·B with S random and B the identity beside a block of −2 … 1: of the given rank, unless S is singular.
 */
function ofRank(rank: number, size: number, bits: number): IntegerMatrix {
  const wide = Array.from({ length: rank }, (_, row) =>
    Array.from({ length: size }, (__, column) => (column < rank ? BigInt(column === row) : random(2))),
  );
  const image = product(randomSymmetric(rank, bits), wide, size);
  return product(transpose(wide, size), image, size);
}

/**
 * Matrices of sizes 1 … 12 and ranks down to 0, with entries of 1 … 60 bits, every third with zeros on the
 * diagonal.
 */
function small(index: number): IntegerMatrix {
  const size = 1 + (index % 12);
  const matrix = ofRank(Math.max(0, size - (index % 5)), size, [1, 2, 3, 8, 30, 60][index % 6] ?? 1);
  return index % 3 > 0 ? matrix : matrix.map((row, i) => row.map((entry, j) => (i === j ? 0n : entry)));
}

function ours(matrices: readonly IntegerMatrix[]): string {
  const answers = matrices.map((matrix) => {
    const { positive, negative, zero } = certifiedInertia(matrix).inertia;
    return `${positive},${negative},${zero}`;
  });
  return answers.join(" ");
}

/** The peers that are installed, each with its answer and its clock. */
function peersOn(
  matrices: readonly IntegerMatrix[],
): Record<string, { answer: string; contestant: SelfTimed }> {
  const sizes = matrices.map(
    (matrix) => `${matrix.length}\n${matrix.map((row) => row.join(" ")).join("\n")}\n`,
  );
  const flintInput = `${matrices.length}\n${sizes.join("")}`;
  const rows = (matrix: IntegerMatrix): string =>
    `matconcat([${matrix.map((row) => `[${row.join(",")}]`).join(";")}])`;
  const gpInput = `list = [${matrices.map(rows).join(",")}];\n${gpScript}`;
  const words = ["-q", "-f", "-s", "512M"];
  return {
    ...(flint && {
      FLINT: { answer: flint.run([], flintInput).answer, contestant: flint.contestant([], flintInput) },
    }),
    ...(gp && { PARI: { answer: gp.run(words, gpInput).answer, contestant: gp.contestant(words, gpInput) } }),
  };
}

function requireAgreement(name: string, matrices: readonly IntegerMatrix[]): ReturnType<typeof peersOn> {
  const answer = ours(matrices);
  const peers = peersOn(matrices);
  for (const [peerName, peer] of Object.entries(peers)) {
    if (peer.answer !== answer) throw new Error(`${name}: ${answer} here, ${peer.answer} by ${peerName}`);
  }
  return peers;
}

function compare(name: string, matrix: IntegerMatrix, runs: number): void {
  const peers = requireAgreement(name, [matrix]);
  const certificate = certifiedInertia(matrix);
  const medians = paired<string>(runs, {
    ours: () => ours([matrix]),
    check: () => inertiaFault(matrix, certificate),
    ...Object.fromEntries(Object.entries(peers).map(([peerName, { contestant }]) => [peerName, contestant])),
  });
  const own = medians.ours ?? NaN;
  const cells = ["FLINT", "PARI"].map((peerName) => {
    const time = medians[peerName];
    return time === undefined
      ? `${peerName} not installed`
      : `${peerName} ${time.toFixed(1)} ms (ratio ${(own / time).toFixed(3)})`;
  });
  console.log(
    `${name}  ours ${own.toFixed(1)} ms, check ${medians.check?.toFixed(1)} ms  ${cells.join("  ")}`,
  );
}

const [runs = 3, ...sizes] = process.argv.slice(2).map(Number);
const agreed = Array.from({ length: AGREEMENTS }, (_, index) => small(index));
const singular = agreed.filter((matrix) => certifiedInertia(matrix).inertia.zero > 0).length;
const names = Object.keys(requireAgreement("small matrices", agreed));
console.log(
  `${agreed.length} small matrices, ${singular} of them singular: ${["ours", ...names].join(" = ")}`,
);
for (const n of sizes.length > 0 ? sizes : [20, 50, 100]) {
  compare(`n = ${n}  rank ${n}`, randomSymmetric(n, 60), runs);
  const rank = Math.max(n - 10, n >> 1);
  compare(`n = ${n}  rank ${rank}`, ofRank(rank, n, 56), runs);
}
