import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { RationalVector } from "../../../src/exact/vectors/rationalVector.js";
import { PRECISION, certifiedEnd } from "../../../src/landscape/ends/certifiedEnd.js";
import { endData } from "../../../src/landscape/ends/endNetwork.js";
import { figureOne } from "../../../src/landscape/ends/figureOne.js";
import { twoLayerNetwork } from "../../../src/network/twoLayerNetwork.js";
import { parseEndsOf } from "../../../src/training/endsFile.js";
import { networkOfRun } from "../../../src/training/trainedRun.js";

const { runs } = parseEndsOf("fig1", readFileSync("examples/ends.json", "utf8"), "ends.json");
const data = endData(figureOne, PRECISION);
const [FAR, FAR_LIMIT] = [/farther than 1\/100 from the end$/, /farther than 1\/8 from the limit/];
const NONE = /finds no isolated critical point near the end$/;

it.each([
  ["a minimum", 1, 0, [200n, "critical"]],
  ["a minimum", 1, 0, [10n, FAR]],
  ["a minimum", 1, 0, [1n, FAR]],
  ["a minimum", 1, 1, [10n, FAR]],
  ["a minimum", 1, 1, [1n, NONE]],
  ["a channel", 2, 2, [20n, "infinity"]],
  ["a channel", 2, 2, [7n, FAR_LIMIT]],
  ["a channel", 2, 2, [1n, FAR_LIMIT]],
] as const)("has a verdict only near: %s, run %d, with a_%d moved", (_, run, place, [divisor, expected]) => {
  const trained = runs[run];
  if (trained === undefined) throw new RangeError("no run");
  const away = RationalVector.of([1n], divisor);
  const units = networkOfRun(trained).units.map((unit, i) =>
    i === place ? { ...unit, outgoing: unit.outgoing.plus(away) } : unit,
  );
  const end = certifiedEnd(twoLayerNetwork(2, 1, units), figureOne, data);
  if (typeof expected === "string") expect(end.kind).toBe(expected);
  else expect(end).toEqual({ kind: "undecided", reason: expect.stringMatching(expected) as string });
});
