/**
 * What paths and certificates cost, and how that grows: a shortest path for one unit to spare, which is
 * linear in r; searches for more, up to m = 8; and what the checker takes for a certificate, beside the time
 * to make it.
 *
 *   npx tsx bench/certificates.ts [runs]
 */
import { certificateNetwork } from "../src/certificate/certificateNetwork.js";
import type { Certificate } from "../src/certificate/certificate.js";
import { certificateText } from "../src/certificate/certificateText.js";
import { connectedCertificate } from "../src/certificate/connectedCertificate.js";
import { enumerationCertificate } from "../src/certificate/enumerationCertificate.js";
import { inertiaCertificate } from "../src/certificate/inertiaCertificate.js";
import { mirroredPathCertificate } from "../src/certificate/mirroredPathCertificate.js";
import { pathCertificate } from "../src/certificate/pathCertificate.js";
import { checkCertificate } from "../src/checker/check.js";
import type { Expected, WrittenNetwork } from "../src/checker/verdict.js";
import { SPLITTING_CLAIM } from "../src/cli/commands/certify/criticalClaims.js";
import { critical } from "../src/cli/commands/certify/criticalPoint.js";
import { type KernelVerdict, checkByKernel } from "../src/kernel/checkByKernel.js";
import { RationalVector } from "../src/exact/vectors/rationalVector.js";
import { IntersectionGraph } from "../src/manifold/graph/intersectionGraph.js";
import { shortestPath } from "../src/manifold/paths/shortestPath.js";
import { mirroredNetwork } from "../src/manifold/signed/mirroredNetwork.js";
import { shortestSignedPath } from "../src/manifold/signed/shortestSignedPath.js";
import { randomIrreducible } from "../src/network/randomNetwork.js";
import { type Unit, type TwoLayerNetwork, twoLayerNetwork } from "../src/network/twoLayerNetwork.js";
import { median } from "./paired.js";

const ORIGIN = { command: "npx tsx bench/certificates.ts", version: "0.0.0" };
const runs = Number(process.argv[2] ?? 3);

const oneToSpare = grown("path, m = r + 1", "neurons");
for (const r of [100, 1_000, 10_000, 100_000]) {
  const { theta, from, to } = turned(r);
  let segments = 0;
  const milliseconds = await timed(() => {
    const found = required(shortestPath(theta, from, to));
    segments = [...found.path.steps()].length;
    if (segments !== 2 * r + 1) throw new Error(`r = ${r}: ${segments} segments`);
  });
  oneToSpare(`r = ${r}, ${segments} segments`, r, milliseconds);
}

const searches = grown("path, search", "subspaces");
for (const [r, m] of [
  [3, 5],
  [3, 6],
  [4, 6],
  [3, 7],
  [4, 7],
  [5, 7],
  [4, 8],
  [5, 8],
] as const) {
  const { theta, from, to } = swapped(r, m);
  let shape = "";
  const milliseconds = await timed(() => {
    const { path, optimal, method } = required(shortestPath(theta, from, to));
    if (!optimal) throw new Error(`(${r}, ${m}): not proved least`);
    shape = `${path.segments} segments by ${method}`;
  });
  searches(`(${r}, ${m}), ${shape}`, undefined, milliseconds);
}

const enumerations = grown("enumeration", "bytes");
for (const [r, m] of [
  [3, 5],
  [3, 6],
  [3, 7],
  [3, 8],
] as const) {
  await both(enumerations, `(${r}, ${m})`, () => enumerationCertificate(r, m), {
    claim: "thm-3.1-count",
    r,
    m,
  });
}

const trees = grown("connected", "bytes");
for (const [r, m] of [
  [2, 4],
  [3, 5],
  [3, 6],
  [4, 7],
] as const) {
  const theta = randomIrreducible(r, 1, 1, 0);
  const make = (): Certificate => connectedCertificate(theta, new IntersectionGraph(r, m));
  await both(trees, `(${r}, ${m})`, make, { claim: "thm-3.1-connected", r, m, theta: plain(theta) });
}

const paths = grown("path certificate, m = r + 1", "bytes");
for (const r of [10, 30, 100, 300]) {
  const { theta, from, to } = turned(r);
  const make = (): Certificate => {
    const { path, optimal } = required(shortestPath(theta, from, to));
    return pathCertificate(theta, path.list(), optimal);
  };
  await both(paths, `r = ${r}`, make, { claim: "ext-geodesic", from: plain(from), to: plain(to) });
}

const unbounded = grown("path certificate without a bound", "bytes");
for (const r of [10, 30, 100, 300]) {
  const { theta, from, to } = turned(r);
  const make = (): Certificate =>
    pathCertificate(theta, required(shortestPath(theta, from, to)).path.list(), false);
  await both(unbounded, `r = ${r}`, make, { claim: "thm-3.1-path", from: plain(from), to: plain(to) });
}

const mirrored = grown("mirrored path certificate, m = r + 1", "bytes");
for (const r of [10, 30, 100, 300]) await mirroredPath(mirrored, r, r + 1);
await mirroredPath(grown("mirrored path certificate, potential", "bytes"), 2, 4);

const inertias = grown("inertia certificate", "bytes");
for (const n of [20, 60, 120]) {
  const places = Array.from({ length: n }, (_, i) => i);
  const rows = places.map((i) => places.map((j) => (i === j ? 1000n : BigInt(((i * j * 7) % 5) - 2))));
  const matrix = rows.map((row) => row.map(String));
  await both(inertias, `n = ${n}`, () => inertiaCertificate("prop-4.4", rows), { claim: "prop-4.4", matrix });
}

for (const claim of ["prop-4.3", "prop-4.4", SPLITTING_CLAIM] as const) {
  const points = grown(`${claim} certificate`, "bytes");
  for (const [r, count] of [
    [1, 4],
    [2, 8],
    [3, 20],
  ] as const) {
    const copies = Array.from({ length: r }, () => 2);
    const sizes = { inputDimension: r, outputDimension: Math.min(r, 2), points: count, seed: 0 };
    const request = { what: "critical", claim, r, copies, activation: "ratio:1,1:1,0,1", ...sizes } as const;
    const asked = { claim, r, m: 2 * r };
    await both(points, `r = ${r}, ${count} data`, () => critical(request).certificate, asked);
  }
}

/** All units of θ change their signs. */
async function mirroredPath(line: Line, r: number, m: number): Promise<void> {
  const { theta, from } = swapped(r, m);
  const to = mirroredNetwork(
    from,
    from.units.map((_, index) => (index < r ? -1 : 1)),
    "odd",
  );
  const make = (): Certificate =>
    mirroredPathCertificate(theta, required(shortestSignedPath(theta, from, to, "odd")), "odd");
  const asked = { from: plain(from), to: plain(to), parity: "odd" } as const;
  await both(line, `(${r}, ${m})`, make, { claim: "ext-geodesic-odd", ...asked });
}

type Line = (what: string, size: number | undefined, milliseconds: number, beside?: string) => void;

/** Prints lines, each with the growth of time and size since the one before. */
function grown(title: string, unit: string): Line {
  let before: { size: number; milliseconds: number } | undefined;
  return (what, size, milliseconds, beside = "") => {
    let growth = "";
    if (before !== undefined && size !== undefined) {
      growth =
        `; ${(milliseconds / before.milliseconds).toFixed(1)}x the time ` +
        `for ${(size / before.size).toFixed(1)}x the ${unit}`;
    }
    console.log(`${title} ${what}: ${shown(milliseconds)}${beside}${growth}`);
    if (size !== undefined) before = { size, milliseconds };
  };
}

/**
 * Makes and checks a certificate; its growth is that of the check. Beside it is how many times as long the
 * verified kernel takes, if it judges such certificates and the stack of the main thread is enough for it.
 */
async function both(line: Line, what: string, make: () => Certificate, expected: Expected): Promise<void> {
  let text = "";
  const making = await timed(() => {
    text = certificateText(make(), ORIGIN);
  });
  const checking = await timed(async () => {
    const verdict = await checkCertificate(text, expected);
    if (!verdict.accepted) throw new Error(`${what}: ${verdict.rule}: ${verdict.reason}`);
  });
  const answers: KernelVerdict[] = [];
  const verified = await timed(async () => {
    answers.push(await checkByKernel(text, expected));
  });
  const ratio = answers.every(({ accepted }) => accepted === true)
    ? ` (verified kernel ${(verified / checking).toFixed(1)}x)`
    : "";
  const beside = ` to check ${(text.length / 1e6).toFixed(3)} MB${ratio}, ${shown(making)} to make it`;
  line(what, text.length, checking, beside);
}

async function timed(work: () => unknown): Promise<number> {
  const times: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    const start = performance.now();
    await work();
    times.push(performance.now() - start);
  }
  return median(times);
}

interface Ends {
  readonly theta: TwoLayerNetwork;
  readonly from: TwoLayerNetwork;
  readonly to: TwoLayerNetwork;
}

/** One unit to spare, and all units moved on by one place: one circle, the longest there is. */
function turned(r: number): Ends {
  const units = Array.from({ length: r }, (_, n) => unit(n + 1, 1));
  const spare = unit(0, 0);
  return { theta: network(units), from: network([...units, spare]), to: network([spare, ...units]) };
}

/** Neighbouring units change places two by two, and the others are silent at places of their own. */
function swapped(r: number, m: number): Ends {
  const units = Array.from({ length: r }, (_, n) => unit(n + 1, 1));
  const others = units.map((own, n) => units[n % 2 === 0 ? n + 1 : n - 1] ?? own);
  const silent = (place: number): Unit[] => Array.from({ length: m - r }, (_, n) => unit(place + n, 0));
  return {
    theta: network(units),
    from: network([...units, ...silent(100)]),
    to: network([...others, ...silent(200)]),
  };
}

function unit(w: number, a: number): Unit {
  return { incoming: RationalVector.of([BigInt(w)]), outgoing: RationalVector.of([BigInt(a)]) };
}

function network(units: readonly Unit[]): TwoLayerNetwork {
  return twoLayerNetwork(1, 1, units);
}

function required<Path>(path: Path | undefined): Path {
  if (path === undefined) throw new Error("no path");
  return path;
}

function plain(given: TwoLayerNetwork): WrittenNetwork {
  const { incoming, outgoing } = certificateNetwork(given);
  return { incoming: incoming.map((row) => [...row]), outgoing: outgoing.map((row) => [...row]) };
}

function shown(milliseconds: number): string {
  return `${milliseconds.toFixed(milliseconds < 10 ? 1 : 0)} ms`;
}
