import { describe, expect, it } from "vitest";
import { claim } from "../../src/claims/fig-1.js";
import { type CountCase, checkCounts } from "../../src/claims/instances/endCounts.js";
import { failureCertificates } from "../../src/claims/instances/figureOneCertificates.js";
import {
  type FigureOneEnd,
  checkEnd,
  failurePoints,
  figureOneEnds,
} from "../../src/claims/instances/figureOneEnds.js";
import {
  type LayeredEndCase,
  checkLayeredEnd,
  layeredCases,
  layeredEnds,
} from "../../src/claims/instances/layeredEnds.js";
import { entry } from "../../src/exact/entry.js";
import { countsOfEnds } from "../../src/certificate/countsOfEnds.js";
import { committedVerdicts } from "../../src/certificate/judgedEnds.js";
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
    ["the class of a channel", { verdict: channel.verdict }, "it is on its way to infinity, or is not"],
    ["copies", { verdict: changed(minimum, { copies: [[1, 2]], index: 1 }) }, "the index is 0"],
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
    const wrong = { ...point, point: { ...point.point, index: 1 } };
    expect(await failureOf(failureCertificates([wrong]))).toMatch(/rule inertia, at body.index: it is 0/);
    const parameters = away(point.end).map(BigInt);
    const far = { ...point, point: { ...point.point, radius: "1" }, center: { ...point.center, parameters } };
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
