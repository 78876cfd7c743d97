import { describe, expect, it } from "vitest";
import { claim } from "../../src/claims/fig-1.js";
import { type CountCase, checkCounts } from "../../src/claims/instances/endCounts.js";
import { failureCertificates } from "../../src/claims/instances/figureOneCertificates.js";
import { checkUnits } from "../../src/claims/instances/figureOneUnits.js";
import { rational } from "../../src/exact/numbers/rational.js";
import { PRECISION, certifiedEnd } from "../../src/landscape/ends/certifiedEnd.js";
import { endData } from "../../src/landscape/ends/endNetwork.js";
import { figureOne } from "../../src/landscape/ends/figureOne.js";
import { type Unit, twoLayerNetwork } from "../../src/network/twoLayerNetwork.js";
import {
  type FailedEnd,
  type FigureOneEnd,
  checkEnd,
  failurePoints,
  figureOneEnds,
  isFailed,
} from "../../src/claims/instances/figureOneEnds.js";
import {
  type LayeredEndCase,
  checkLayeredEnd,
  layeredCases,
  layeredEnds,
} from "../../src/claims/instances/layeredEnds.js";
import { entry } from "../../src/exact/entry.js";
import { countsOfEnds } from "../../src/certificate/countsOfEnds.js";
import { committedVerdicts } from "../../src/certificate/committedVerdicts.js";
import { writtenVerdict } from "../../src/certificate/judgedEnds.js";
import { binomialInterval } from "../../src/combinatorics/counts/binomialInterval.js";
import { failureOf, refuses } from "./checks.js";
import { verdictOf } from "./quickContext.js";

const ends = figureOneEnds(5);
const points = failurePoints(ends);
const check = (end: FigureOneEnd): string | undefined => checkEnd(end, points);

function endOf(kind: string): FigureOneEnd {
  const end = ends.find(({ verdict }) => verdict.kind === kind);
  if (end === undefined) throw new RangeError(`no ${kind}`);
  return end;
}

const [zero, minimum, channel] = ["zero", "critical", "infinity"].map(endOf) as [
  FigureOneEnd,
  FigureOneEnd,
  FigureOneEnd,
];
const changed = (end: FigureOneEnd, change: object): FigureOneEnd["verdict"] => ({
  ...end.verdict,
  ...change,
});

/** The first weight of a center 1e-3 away. */
function away({ verdict }: FigureOneEnd): string[] {
  if (verdict.kind !== "critical" && verdict.kind !== "infinity") throw new RangeError("no center");
  const [first = "0", ...rest] = verdict.fixedPoint;
  return [(BigInt(first) + (1n << 160n) / 1000n).toString(), ...rest];
}

describe("zero loss", () => {
  const outside = ends.find(({ verdict }) => verdict.kind === "zero" && !verdict.theta) ?? zero;
  refuses(check, zero, [
    ["the network of a failure", { network: minimum.network }, "no network of zero loss is near it"],
    [
      "less distance",
      { verdict: changed(zero, { distance: "1/1000000000000000000000000000000" }) },
      /farther from zero loss/,
    ],
    [
      "less loss",
      { verdict: changed(zero, { loss: "1/100000000000000000000000000000000000000000" }) },
      /farther from zero loss/,
    ],
    ["Θ denied", { verdict: changed(zero, { theta: false }) }, "the network of zero loss is in Θ, or is not"],
    ["the class of a minimum", { verdict: minimum.verdict }, "its critical point has other copies"],
    ["a mirrored network", { network: outside.network }, /./],
    ["no verdict", { verdict: { kind: "undecided", reason: "tired" } }, "undecided: tired"],
  ]);
});

describe("a minimum", () => {
  const { radius } = { radius: "1" };
  refuses(check, minimum, [
    ["another index", { verdict: changed(minimum, { index: 1 }) }, "the index is 0"],
    ["a center 1e-3 away", { verdict: changed(minimum, { fixedPoint: away(minimum) }) }, /farther from/],
    [
      "that center, and a radius for it",
      { verdict: changed(minimum, { fixedPoint: away(minimum), radius }) },
      /no cert/,
    ],
    ["the class of zero loss", { verdict: zero.verdict }, "no network of zero loss is near it"],
    ["the class of a channel", { verdict: channel.verdict }, "it is not on its way to infinity"],
    [
      "copies",
      { verdict: changed(minimum, { copies: [[1, 2]], index: 1 }) },
      "its critical point has other copies",
    ],
    [
      "units farther from the teacher's",
      { verdict: changed(minimum, { nearest: ["1/10", "1/5"] }) },
      /as far .* as is said/,
    ],
    [
      "a unit nearer to the teacher's",
      { verdict: changed(minimum, { nearest: ["0", "1/50"] }) },
      /as far .* as is said/,
    ],
  ]);
});

describe("a channel", () => {
  refuses(check, channel, [
    ["another sign", { verdict: changed(channel, { slope: -1 }) }, "L₂ has another sign"],
    ["another index", { verdict: changed(channel, { index: 2 }) }, "the index is 0"],
    [
      "a center 1e-3 away",
      { verdict: changed(channel, { fixedPoint: away(channel), radius: "1" }) },
      /no certificate/,
    ],
    [
      "a number too few",
      { verdict: changed(channel, { fixedPoint: away(channel).slice(1) }) },
      /other copies/,
    ],
  ]);
});

describe("a channel, by enclosures", () => {
  refuses((end: FigureOneEnd) => checkEnd(end), channel, [
    ["another sign", { verdict: changed(channel, { slope: -1 }) }, "L₂ has another sign"],
    ["another index", { verdict: changed(channel, { index: 2 }) }, "the index is 0"],
    [
      "a center 1e-3 away",
      { verdict: changed(channel, { fixedPoint: away(channel), radius: "1" }) },
      /not certain/,
    ],
  ]);
});

describe("a point with copies", () => {
  const [first, ...rest] = minimum.network.units;
  if (first === undefined) throw new RangeError("no units");
  const share = (factor: bigint): Unit => ({
    ...first,
    outgoing: first.outgoing.times(rational(factor, 4n)),
  });
  const network = twoLayerNetwork(2, 1, [share(1n), ...rest, share(3n)]);
  const data = endData(figureOne, PRECISION);
  const verdict = writtenVerdict(certifiedEnd(network, figureOne, data));
  if (verdict.kind !== "critical") throw new RangeError("not critical");
  const end: FailedEnd = { seed: 0, network, verdict };
  const [point] = failurePoints([end]);
  if (point === undefined) throw new RangeError("no point");

  it("has a certificate of the smaller network, and what copies add to its index", async () => {
    expect(end.verdict).toMatchObject({ kind: "critical", copies: [[1, 6]] });
    expect(point.end.network.units.length).toBe(5);
    expect(point.end.verdict.index).toBe(0);
    expect(await failureOf(failureCertificates([point]))).toBeUndefined();
    const wrong = { ...point, end: { ...point.end, verdict: { ...point.end.verdict, index: 1 } } };
    expect(await failureOf(failureCertificates([wrong]))).toMatch(/rule inertia/);
  });

  refuses((one: FigureOneEnd) => checkEnd(one, [point]), end, [
    ["no copies", { verdict: changed(end, { copies: undefined }) }, "its critical point has other copies"],
    ["other copies", { verdict: changed(end, { copies: [[1, 5]] }) }, "its critical point has other copies"],
    ["another index", { verdict: changed(end, { index: 7 }) }, /the index is [0-2]$/],
  ]);

  it("is no point that is not symmetry-induced", () => {
    expect(checkUnits(end)).toBe("the point is symmetry-induced");
  });
});

describe("the units of a point", () => {
  if (!isFailed(minimum)) throw new RangeError("no minimum");
  const { fixedPoint } = minimum.verdict;
  const [x, y] = [3n, 5n].map((value) => (value << 160n) / (value === 3n ? 5n : 10n));
  /** With other incoming weights of a unit. */
  const withUnit = (unit: number, weights: readonly bigint[]): FailedEnd["verdict"] => ({
    ...minimum.verdict,
    fixedPoint: fixedPoint.map((value, place) => String(weights[place - 2 * unit] ?? value)),
  });
  const mean = fixedPoint.findIndex((value) => BigInt(value) >> 154n === -4n) >> 1;
  refuses(checkUnits, minimum, [
    [
      "one is the teacher's",
      { verdict: withUnit(0, [x ?? 0n, y ?? 0n]) },
      "a unit may be one of the teacher's",
    ],
    [
      "one is the teacher's, mirrored",
      { verdict: withUnit(0, [-(x ?? 0n), -(y ?? 0n)]) },
      "a unit may be one of the teacher's",
    ],
    [
      "one is 1/128 from the teacher's",
      { verdict: withUnit(0, [(x ?? 0n) + (1n << 153n), y ?? 0n]) },
      "a unit nearly is one of the teacher's",
    ],
    [
      "no unit is near the mean",
      { verdict: withUnit(mean, [1n << 165n, 1n << 165n]) },
      "no unit is near the mean of two",
    ],
    [
      "a number too few",
      { verdict: { ...minimum.verdict, fixedPoint: fixedPoint.slice(1) } },
      /other copies/,
    ],
  ]);

  it("are as is said at all widths", () => {
    expect(verdictOf(claim, "units")).toMatchObject({ held: true, visited: "59" });
  });
});

describe("certificates", () => {
  const [point] = points;
  if (point === undefined) throw new RangeError("no point");

  it("of channels are accepted, and refused with another sign of L₂ and with other units", async () => {
    const away = points.find(({ end }) => end.verdict.kind === "infinity");
    if (away?.end.verdict.kind !== "infinity") throw new RangeError("no channel");
    expect(await failureOf(failureCertificates([away]))).toBeUndefined();
    const verdict = { ...away.end.verdict, slope: -1 };
    expect(await failureOf(failureCertificates([{ ...away, end: { ...away.end, verdict } }]))).toMatch(
      /rule instance, at body.slope/,
    );
    const { network } = away.end;
    const turned = {
      ...network,
      units: network.units.map((unit) => ({ ...unit, incoming: unit.incoming.negated() })),
    };
    const other = { ...away, end: { ...away.end, network: turned } };
    expect(await failureOf(failureCertificates([other]))).toMatch(/rule radius/);
  });

  it("are accepted, and refused a thousandth away and with another index", async () => {
    expect(await failureOf(failureCertificates([point]))).toBeUndefined();
    const { verdict } = point.end;
    const wrong = { ...point, end: { ...point.end, verdict: { ...verdict, index: 1 } } };
    expect(await failureOf(failureCertificates([wrong]))).toMatch(/rule inertia, at body.index: it is 0/);
    const parameters = away(point.end).map(BigInt);
    const center = { ...point.center, parameters };
    const far = { center, end: { ...point.end, verdict: { ...verdict, radius: "1" } } };
    expect(await failureOf(failureCertificates([far]))).toMatch(/rule inclusion/);
  });
});

describe("three hidden layers", () => {
  const [high, low] = [5, 10].map((width) => entry(layeredEnds(width), 0)) as [
    LayeredEndCase,
    LayeredEndCase,
  ];
  refuses(checkLayeredEnd, high, [
    ["the network of another run", { network: low.network }, "its loss is not within what is said"],
    ["the verdict on another run", { verdict: low.verdict }, "its loss is not within what is said"],
    ["a low verdict", { verdict: changedLoss(high, { kind: "low" }) }, "it is high"],
    ["bounds from 0 on", { verdict: changedLoss(high, { loss: ["0", "1"] }) }, /leaves open/],
    [
      "bounds too tight",
      { verdict: changedLoss(high, { loss: ["1/200", "1/200"] }) },
      "its loss is not within what is said",
    ],
    ["no verdict", { verdict: { kind: "undecided", reason: "tired" } }, "a verdict undecided"],
  ]);

  it("are above the bound as far as that takes, or are not", () => {
    expect(checkLayeredEnd({ ...high, isWhole: false })).toBeUndefined();
    expect(checkLayeredEnd({ ...high, network: low.network, isWhole: false })).toBe(
      "its loss is not above the bound",
    );
  });

  it("are checked in every run: all high ends, and one of each width, by the seed", () => {
    expect(verdictOf(claim, "layers")).toMatchObject({ held: true });
    const whole = [1, 2, 3, 4].map((seed) => layeredCases(seed).filter(({ isWhole }) => isWhole));
    expect(whole.every(({ length }) => length === 2)).toBe(true);
    expect(new Set(whole.map((ends) => ends.map(({ seed }) => seed).join())).size).toBeGreaterThan(1);
  });
});

function changedLoss(end: LayeredEndCase, change: object): LayeredEndCase["verdict"] {
  return { ...end.verdict, ...change };
}

describe("the counts", () => {
  const counts = countsOfEnds(committedVerdicts(5).runs);
  const good: CountCase = {
    name: "5",
    runs: 50,
    counts,
    claimed: counts,
    interval: binomialInterval(counts.zero, 50),
  };
  const { lower, upper } = good.interval;
  refuses(checkCounts, good, [
    ["another claim", { claimed: { ...counts, saddles: 1 } }, "0 runs of width 5 count as saddles"],
    [
      "a lower end too low",
      { interval: { lower: lower - 1n, upper } },
      "the interval at width 5 has other tails",
    ],
    [
      "an upper end too low",
      { interval: { lower, upper: upper - 1n } },
      "the interval at width 5 has other tails",
    ],
  ]);

  it("hold, and have a table", () => {
    expect(verdictOf(claim, "counts")).toMatchObject({ held: true });
  });
});
