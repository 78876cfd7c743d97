import { describe, expect, it } from "vitest";
import { POLYNOMIAL } from "../../../src/claims/instances/criticalInstances.js";
import { STRICT_MINIMA, checkSetting, strictMinima } from "../../../src/claims/instances/strictMinima.js";
import { matrix, writtenNetwork } from "../../../src/claims/instances/written.js";
import { rational } from "../../../src/exact/numbers/rational.js";
import { RationalVector } from "../../../src/exact/vectors/rationalVector.js";
import type { CriticalPoint } from "../../../src/landscape/criticalPoints/criticalPoint.js";
import { criticalResiduals, withResiduals } from "../../../src/landscape/criticalPoints/criticalPoint.js";
import { unitScale } from "../../../src/landscape/criticalPoints/randomCriticalPoint.js";

const inputs = matrix("-1; 1/2; 1; 2");

/** The critical point of the unit (w; a) with residuals of the basis added up. */
function pointOf(w: string, a: string): CriticalPoint {
  const network = writtenNetwork(w, a);
  const basis = criticalResiduals(network, inputs, POLYNOMIAL);
  const sum = RationalVector.sum(
    inputs.length,
    basis.map((entries) => RationalVector.of(entries)),
  ).numerators;
  return withResiduals(network, inputs, POLYNOMIAL, sum, unitScale(sum));
}

describe("strict minima of width 1", () => {
  const point = pointOf("1", "1");

  it("are in general position, for each activation with three different w", () => {
    const minima = strictMinima();
    expect(BigInt(minima.length)).toBe(STRICT_MINIMA);
    const places = minima.map(
      ({ activation, network }) =>
        `${activation.name} ${network.units.map(({ incoming }) => incoming.key).join()}`,
    );
    expect(new Set(places).size).toBe(minima.length);
    expect(minima.flatMap((minimum) => checkSetting(minimum) ?? [])).toEqual([]);
  });

  it("that are constant networks are caught", () => {
    expect(checkSetting(pointOf("0", "1"))).toMatch(/^the point is special: w·x = 0 at neuron 1/);
  });

  it("that fit a datum, or all, are caught", () => {
    expect(checkSetting(point)).toBeUndefined();
    const zero = RationalVector.zero(1);
    expect(checkSetting({ ...point, residuals: point.residuals.map((e, k) => (k === 2 ? zero : e)) })).toBe(
      "the point is special: datum 3 is fitted",
    );
    const targets = point.data.targets.map((y, k) => y.plus(point.residuals[k] ?? zero));
    expect(checkSetting({ ...point, data: { inputs, targets } })).toBe("the loss is 0");
  });

  it("whose data one unit fits are caught", () => {
    const targets = inputs.map((x) =>
      RationalVector.fromRationals([POLYNOMIAL.derivative(0, x.at(0).mul(rational(3n)))]),
    );
    expect(checkSetting({ ...point, data: { inputs, targets } })).toBe(
      "some network of width 1 might fit the data",
    );
  });

  it("with B = 0 are caught", () => {
    expect(checkSetting({ ...point, network: writtenNetwork("1", "0") })).toBe("B is 0");
  });
});
