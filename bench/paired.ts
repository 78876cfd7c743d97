import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A contestant that times itself, such as another program: one call is one run, in milliseconds. */
export interface SelfTimed {
  milliseconds(): number;
}

/** What competes: a function, timed here by the wall clock, or something that times itself. */
export type Contestant = (() => unknown) | SelfTimed;

/**
 * Median milliseconds of each contestant over `runs` interleaved rounds.
 *
 * Each round runs everyone once, and the order turns by one place from round to round: a machine that slows
 * down or is shared then slows all of them alike, so that ratios stay meaningful where times don't. One
 * unmeasured round warms up caches and the compiler.
 *
 * @throws RangeError unless `runs` is a positive integer.
 * @example
 *   paired(5, { ours: () => determinant(matrix), bareiss: () => determinantFractionFree(matrix) }).ours
 */
export function paired<Name extends string>(
  runs: number,
  contestants: Readonly<Record<Name, Contestant>>,
): Record<Name, number> {
  if (!Number.isInteger(runs) || runs < 1) throw new RangeError(`${runs} runs; at least 1 is needed`);
  const entries = Object.entries<Contestant>(contestants);
  const times = entries.map((): number[] => []);
  for (const [, contestant] of entries) timeOnce(contestant);
  for (let round = 0; round < runs; round++) {
    for (let turn = 0; turn < entries.length; turn++) {
      const place = (round + turn) % entries.length;
      const entry = entries[place];
      if (entry !== undefined) times[place]?.push(timeOnce(entry[1]));
    }
  }
  return Object.fromEntries(entries.map(([name], place) => [name, median(times[place] ?? [])])) as Record<
    Name,
    number
  >;
}

/** The middle of the sorted values; the mean of the two middle ones for an even count; NaN for none. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const upper = sorted.length >> 1;
  const lower = (sorted.length - 1) >> 1;
  return ((sorted[lower] ?? NaN) + (sorted[upper] ?? NaN)) / 2;
}

function timeOnce(contestant: Contestant): number {
  if (typeof contestant !== "function") return contestant.milliseconds();
  const start = performance.now();
  contestant();
  return performance.now() - start;
}

/** Where a peer comes from: a C file to compile with gcc, or a command that may be on the PATH. */
export type PeerOrigin =
  { readonly source: string; readonly libraries: readonly string[] } | { readonly command: string };

/** What one run of a peer printed: its own milliseconds, then (optionally) its answer. */
export interface PeerRun {
  readonly milliseconds: number;
  readonly answer: string;
}

/** A program we compare with. */
export interface Peer {
  /** One run, for comparing answers. */
  run(argumentList: readonly string[], input?: string): PeerRun;
  /** The same run as a contestant for {@link paired}. */
  contestant(argumentList: readonly string[], input?: string): SelfTimed;
}

/**
 * A peer, or `undefined` where it can't be compiled or isn't installed: print "not installed" then.
 *
 * The peer reads arguments and standard input and prints `<milliseconds> <answer>` as its last line, having
 * timed only the work itself, so that starting a process and reading the input don't count against it.
 *
 * @throws Error if an installed peer fails or prints no time.
 * @example externalPeer({ source: "bench/peers/counts-flint.c", libraries: ["flint", "gmp"] })
 * @example externalPeer({ command: "gp" })?.run(["-q", "-f", "bench/peers/counts.gp"])
 */
export function externalPeer(origin: PeerOrigin): Peer | undefined {
  const command = "command" in origin ? installed(origin.command) : compiled(origin);
  if (command === undefined) return undefined;
  const run = (argumentList: readonly string[], input = ""): PeerRun => {
    const output = execFileSync(command, argumentList, { input, encoding: "utf8", maxBuffer: 1 << 28 });
    const last = output.trim().split("\n").at(-1) ?? "";
    const [time = "", ...answer] = last.trim().split(/\s+/);
    const milliseconds = Number(time);
    if (time === "" || Number.isNaN(milliseconds)) throw new Error(`${command} printed no time: ${last}`);
    return { milliseconds, answer: answer.join(" ") };
  };
  return {
    run,
    contestant: (argumentList, input) => ({ milliseconds: () => run(argumentList, input).milliseconds }),
  };
}

function installed(command: string): string | undefined {
  return spawnSync(command, ["--version"], { stdio: "ignore" }).error === undefined ? command : undefined;
}

function compiled(origin: { readonly source: string; readonly libraries: readonly string[] }) {
  const folder = mkdtempSync(join(tmpdir(), "equiloss-peer-"));
  process.on("exit", () => {
    rmSync(folder, { recursive: true, force: true });
  });
  const program = join(folder, "peer");
  const libraries = origin.libraries.map((library) => `-l${library}`);
  const result = spawnSync("gcc", ["-O3", "-march=native", origin.source, "-o", program, ...libraries], {
    stdio: "ignore",
  });
  return result.status === 0 ? program : undefined;
}
