import { expect, it } from "vitest";
import { PRECISION, endNetwork } from "../../../src/landscape/ends/certifiedEnd.js";
import { type EndNetwork, endData, residuals, unitColumns } from "../../../src/landscape/ends/endNetwork.js";
import { channelSlope, limitOf } from "../../../src/landscape/ends/channel.js";
import { figureOne } from "../../../src/landscape/ends/figureOne.js";
import { isolatedEnd } from "../../../src/landscape/ends/isolatedEnd.js";
import { committedEnds } from "../../../src/training/committedEnds.js";
import { networkOfRun } from "../../../src/training/trainedRun.js";

const data = endData(figureOne, PRECISION);

it("an end may be on a channel of mirror images and a constant, with another L₂", () => {
  const run = committedEnds("fig1", 7).runs.find(({ seed }) => seed === 10);
  if (run === undefined) throw new RangeError("no such run");
  const end = isolatedEnd(limitOf(endNetwork(networkOfRun(run))).network, data);
  if (end === undefined) throw new RangeError("no limit");
  expect(end.box.negative).toBe(0);
  const slope = channelSlope(end.center, 0n, data);
  expect(slope.sign).toBe(1);
  const [bits, precision] = [20n, BigInt(PRECISION)];
  const errors = residuals(unitColumns(tripleOf(end.center, bits), 0n, data), data);
  const rise = (errors.inner(errors).lower >> 1n) - end.derivatives.loss.lower;
  // 24 times L₂. The next order is ε³.
  const ratio =
    Number(((24n * rise) << (2n * bits)) >> (precision - 60n)) / Number(slope.lower >> (precision - 60n));
  expect(ratio).toBeCloseTo(1, 4);
});

/** Units (±w + εv/2, 1/ε ± c/2) and (εw', −2/ε + γ) in place of a limit of mirror images, for ε = 2^−bits. */
function tripleOf({ inputs: d, units, parameters, precision }: EndNetwork, bits: bigint): EndNetwork {
  const [w, last] = [parameters.slice(0, d), units * (d + 1)];
  const [v, c] = [parameters.slice(last, last + d), parameters[units * d] ?? 0n];
  const [constant = 0n, ...m] = parameters.slice(last + d);
  const large = 1n << (BigInt(precision) + bits);
  const third = c + 2n * constant - 2n * large;
  const ends = ([1n, -1n] as const).map((sign) =>
    w.map((value, j) => sign * value + ((v[j] ?? 0n) >> (bits + 1n))),
  );
  return {
    ...{ inputs: d, units: units + 2, channels: 0, isAffine: false, precision },
    parameters: [
      ...ends.flat(),
      ...m.map((value) => ((4n * value) << BigInt(precision)) / third),
      ...parameters.slice(d, units * d),
      ...[large + (c >> 1n), large - (c >> 1n), third],
      ...parameters.slice(units * d + 1, last),
    ],
  };
}
