import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { rational } from "../../../src/exact/numbers/rational.js";
import { PRECISION, certifiedEnd, endNetwork } from "../../../src/landscape/ends/certifiedEnd.js";
import { type EndNetwork, endData, residuals, unitColumns } from "../../../src/landscape/ends/endNetwork.js";
import { channelSlope, limitOf } from "../../../src/landscape/ends/channel.js";
import { figureOne } from "../../../src/landscape/ends/figureOne.js";
import { boxAbout, isolatedEnd } from "../../../src/landscape/ends/isolatedEnd.js";
import { RationalVector } from "../../../src/exact/vectors/rationalVector.js";
import { type Unit, twoLayerNetwork, unitOf } from "../../../src/network/twoLayerNetwork.js";
import { parseEndsOf } from "../../../src/training/endsFile.js";
import { networkOfRun } from "../../../src/training/trainedRun.js";

const { runs } = parseEndsOf("fig1", readFileSync("examples/ends.json", "utf8"), "ends.json");
const [zero, minimum, channel] = runs.map(networkOfRun);
const data = endData(figureOne, PRECISION);

function endOf(units: readonly Unit[]): ReturnType<typeof certifiedEnd> {
  return certifiedEnd(twoLayerNetwork(2, 1, units), figureOne, data);
}

describe("an end", () => {
  it("may be near zero loss, or at a minimum", () => {
    expect(endOf(zero?.units ?? [])).toMatchObject({ kind: "zero", near: { isInTheta: true } });
    const end = endOf(minimum?.units ?? []);
    expect(end).toMatchObject({ kind: "critical", found: { index: 0 } });
  });

  it("with copies has the index that they add: B_t decides for shares of one sign, and of two", () => {
    const units = minimum?.units ?? [];
    const [first, ...rest] = units;
    if (first === undefined) throw new RangeError("no units");
    const split = (numerator: bigint): Unit[] => [
      ...rest,
      { ...first, outgoing: first.outgoing.times(rational(numerator, 4n)) },
      { ...first, outgoing: first.outgoing.times(rational(4n - numerator, 4n)) },
    ];
    const [inner, outer] = [endOf(split(1n)), endOf(split(5n))];
    if (inner.kind !== "critical" || outer.kind !== "critical") throw new RangeError("not critical");
    expect(inner.found.copies).toEqual([[5, 6]]);
    // Two eigenvalues of B_t, on one side or the other.
    expect(inner.found.index + outer.found.index).toBe(2);
  });

  it("with large opposite outgoing weights may be at a critical point of the network itself", () => {
    const [first, ...rest] = minimum?.units ?? [];
    if (first === undefined) throw new RangeError("no units");
    const times = (factor: bigint): Unit => ({
      ...first,
      outgoing: first.outgoing.times(rational(factor)),
    });
    const end = endOf([...rest, times(12n), times(-11n)]);
    // By its limit, whose L₂ is 0, it would be undecided.
    expect(end).toMatchObject({ kind: "critical", found: { copies: [[5, 6]] } });
  });

  it("has no verdict where the critical point is farther than 1/100", () => {
    const [first, second, ...rest] = minimum?.units ?? [];
    if (first === undefined || second === undefined) throw new RangeError("no units");
    const away = { ...second, outgoing: second.outgoing.plus(RationalVector.of([1n], 90n)) };
    expect(endOf([first, away, ...rest])).toEqual({
      kind: "undecided",
      reason: "the critical point that Newton's method finds is farther than 1/100 from the end",
    });
  });

  it("may be on a channel, along which the loss is L_∞ + ε²L₂", () => {
    expect(endOf(channel?.units ?? [])).toMatchObject({ kind: "infinity", found: { index: 0 }, slope: 1 });
    if (channel === undefined) throw new RangeError("no channel");
    const end = isolatedEnd(limitOf(endNetwork(channel)).network, data);
    if (end === undefined) throw new RangeError("no limit");
    const slope = channelSlope(end.center, 0n, data);
    const [bits, precision] = [20n, BigInt(PRECISION)];
    const errors = residuals(unitColumns(pairOf(end.center, bits), 0n, data), data);
    const rise = (errors.inner(errors).lower >> 1n) - end.derivatives.loss.lower;
    // Six times L₂, and ε = 2^−20.
    const ratio =
      Number(((6n * rise) << (2n * bits)) >> (precision - 60n)) / Number(slope.lower >> (precision - 60n));
    expect(ratio).toBeCloseTo(1, 6);
  });

  it("is not taken for mirror images if the third unit's incoming weights are large", () => {
    const far = twoLayerNetwork(2, 1, [
      unitOf(["1/2", "1"], ["9"]),
      unitOf(["-1/2", "-1"], ["8"]),
      unitOf(["1/4", "0"], ["-7"]),
    ]);
    expect(limitOf(endNetwork(far)).network.channels).toBe(0);
  });

  it("a thousandth away from the critical point has no box; Newton's method leads back from nearby", () => {
    const start = endNetwork(minimum ?? figureOne.teacher);
    const away = (divisor: bigint): EndNetwork => ({
      ...start,
      parameters: start.parameters.map((value, p) =>
        p === 3 ? value + (1n << BigInt(PRECISION)) / divisor : value,
      ),
    });
    expect(boxAbout(away(1000n), data)).toBeUndefined();
    // The distance is told.
    const radius = isolatedEnd(away(10n ** 9n), data)?.radius;
    expect(radius?.compare(rational(1n, 10n ** 9n + 10n ** 6n))).toBe(1);
  });

  it("is undecided where a silent unit makes the point flat", () => {
    const [first] = figureOne.teacher.units;
    if (first === undefined) throw new RangeError("no teacher");
    const silent = { ...first, outgoing: first.outgoing.times(rational(0n)) };
    expect(endOf([silent, ...(minimum?.units ?? [])])).toEqual({
      kind: "undecided",
      reason: "Newton's method finds no isolated critical point near the end",
    });
  });
});

/** The pair (w ± εv, c/2 ± 1/(2ε)) in place of a channel, for ε = 2^−bits. */
function pairOf({ inputs: d, units, parameters, precision }: EndNetwork, bits: bigint): EndNetwork {
  const [w, v] = [parameters.slice(0, d), parameters.slice(units * (d + 1))];
  const c = parameters[units * d] ?? 0n;
  const half = 1n << (BigInt(precision) + bits - 1n);
  const ends = ([1n, -1n] as const).map((sign) => w.map((value, j) => value + sign * ((v[j] ?? 0n) >> bits)));
  return {
    ...{ inputs: d, units: units + 1, channels: 0, isAffine: false, precision },
    parameters: [
      ...ends.flat(),
      ...parameters.slice(d, units * d),
      ...[(c >> 1n) + half, (c >> 1n) - half],
      ...parameters.slice(units * d + 1, units * (d + 1)),
    ],
  };
}
