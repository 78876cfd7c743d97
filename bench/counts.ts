import { labelledPartitionCount } from "../src/combinatorics/counts/labelledPartitionCount.js";
import {
  labelledPartitionCountByStirling,
  labelledPartitionCountByZeroBlocks,
  labelledPartitionTable,
} from "../src/combinatorics/counts/labelledPartitionRoutes.js";
import { surjections } from "../src/combinatorics/counts/surjections.js";
import { FEWER_THAN_MINIMA } from "../src/combinatorics/asymptotics/goal.js";
import { widthRegime } from "../src/combinatorics/asymptotics/regime.js";
import { lastFailing } from "../src/combinatorics/asymptotics/threshold.js";
import { type Contestant, type Peer, externalPeer, paired } from "./paired.js";

/*
 * T and G beside FLINT and PARI, at the sizes of a moderate, a wide and a very wide network. Before anything
 * is timed the answers are compared modulo 10^9 + 7: a fast wrong answer is not a contestant.
 *
 *   npx tsx bench/counts.ts [runs]
 */

const SIZES = [
  [30, 1000],
  [500, 1000],
  [1000, 3000],
] as const;
const TABLE = 200;
const CHECK = 1000000007n;

const runs = Number(process.argv[2] ?? 7);
const flint = externalPeer({ source: "bench/peers/counts-flint.c", libraries: ["flint", "gmp"] });
const pari = externalPeer({ command: "gp" });

for (const [r, m] of SIZES) {
  compete(`T(${r}, ${m})`, labelledPartitionCount(r, m), {
    "ours, residues": () => labelledPartitionCount(r, m),
    "ours, Bell numbers": () => labelledPartitionCountByZeroBlocks(r, m),
    ...(m > 1000 ? {} : { "ours, row of S2": () => labelledPartitionCountByStirling(r, m) }),
    // PARI finds each S2 on its own: at m = 3000 that takes minutes.
    ...peers("T", r, m, m > 1000 || r > 30 ? undefined : pari),
  });
  compete(`G(${r}, ${m})`, surjections(r, m), {
    ours: () => surjections(r, m),
    ...peers("G", r, m, pari),
  });
}

const lastRow = labelledPartitionTable(TABLE)[TABLE] ?? [];
compete(
  `all T(r, m), m <= ${TABLE}`,
  lastRow.reduce((sum, value) => sum + value, 0n),
  { ours: () => labelledPartitionTable(TABLE), ...peers("table", 0, TABLE, undefined) },
);
compete("threshold of eq. 6 at r = 200", 0n, { ours: () => lastFailing(200) });
for (const r of [30, 100, 200]) {
  compete(`regime of all levels at r* = ${r}`, 0n, {
    ours: () => widthRegime({ r, goal: FEWER_THAN_MINIMA, lastWidth: 16 * r }),
  });
}

interface Rival {
  readonly contestant: Contestant;
  readonly answer: string;
}

function peers(task: string, r: number, m: number, gp: Peer | undefined): Record<string, Rival> {
  const words = [task, String(r), String(m)];
  const quiet = ["-q", "-f", "-s", "1G"];
  const input = `task = "${task}"; width = ${r}; total = ${m}; read("bench/peers/counts.gp");\n`;
  const rivals: Record<string, Rival> = {};
  if (flint === undefined) console.log("FLINT: not installed");
  else rivals.FLINT = { contestant: flint.contestant(words), answer: flint.run(words).answer };
  if (gp !== undefined)
    rivals.PARI = { contestant: gp.contestant(quiet, input), answer: gp.run(quiet, input).answer };
  return rivals;
}

function compete(title: string, value: bigint, entries: Record<string, (() => unknown) | Rival>): void {
  const contestants: Record<string, Contestant> = {};
  for (const [name, entry] of Object.entries(entries)) {
    if (typeof entry === "function") {
      contestants[name] = entry;
      continue;
    }
    const expected = (value % CHECK).toString();
    if (entry.answer !== expected) throw new Error(`${title}: ${name} says ${entry.answer}, not ${expected}`);
    contestants[name] = entry.contestant;
  }
  const times = paired(runs, contestants);
  const columns = Object.entries(times).map(([name, time]) => `${name} ${time.toFixed(3)} ms`);
  console.log(`${title}: ${columns.join("; ")}`);
}
