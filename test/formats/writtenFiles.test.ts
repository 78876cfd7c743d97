import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { RationalVector } from "../../src/exact/vectors/rationalVector.js";
import { doubleValue } from "../../src/exact/numbers/doubleValue.js";
import { exactNetwork } from "../../src/formats/exactNetwork.js";
import { floatBits } from "../../src/formats/floatBits.js";
import { FLOAT_BYTES, FLOAT_TYPES, type FloatType, floatsOf } from "../../src/formats/floatTypes.js";
import { readNetwork } from "../../src/formats/readNetwork.js";
import { npzFile, safetensorsFile } from "../../src/formats/writtenFiles.js";
import { floatTypeOf } from "../../src/formats/writtenTensors.js";
import type { AnyNetwork } from "../../src/network/anyNetwork.js";
import { multiLayerNetwork } from "../../src/network/multiLayerNetwork.js";
import { twoLayerNetwork, unitOf } from "../../src/network/twoLayerNetwork.js";

const READING = { format: "toy", place: "a" };
const rows = (...texts: string[][]): RationalVector[] => texts.map((row) => RationalVector.parse(...row));

const BIASED = multiLayerNetwork(
  [rows(["1/2", "-3"], ["0", "5/1024"], ["7", "1"]), rows(["1", "2", "3"]), rows(["-1/4"])],
  [RationalVector.parse("1", "2", "-1/8"), RationalVector.parse("0"), RationalVector.parse("9")],
);
const UNITS = twoLayerNetwork(2, 2, [unitOf(["1", "2"], ["3", "4"]), unitOf(["1/3", "0"], ["0", "1/7"])]);

/** The network that written bytes hold. */
const readBack = (bytes: Uint8Array): AnyNetwork => exactNetwork(readNetwork({ place: "a", bytes }), "a");

describe("the bits of a float", () => {
  it.each(FLOAT_TYPES)("of %s are those that read as its value", (type) => {
    const size = FLOAT_BYTES[type];
    const pattern = fc.bigInt({ min: 0n, max: 2n ** BigInt(8 * size) - 1n });
    fc.assert(
      fc.property(pattern, (bits) => {
        const value = valueOf(bits, type);
        fc.pre(value !== undefined);
        const { s, n, d } = doubleValue(value);
        const isNegativeZero = n === 0n;
        expect(floatBits({ numerator: s * n, denominator: d }, type)).toBe(isNegativeZero ? 0n : bits);
      }),
      { numRuns: 3000 },
    );
  });

  /** The float with the given bits; undefined if it is no number. */
  function valueOf(bits: bigint, type: FloatType): number | undefined {
    const size = FLOAT_BYTES[type];
    const bytes = Uint8Array.from({ length: size }, (_, at) => Number((bits >> BigInt(8 * at)) & 0xffn));
    try {
      return floatsOf({ bytes, count: 1, type, name: "w" }, READING)[0];
    } catch {
      return undefined;
    }
  }

  it.each<[FloatType, bigint, bigint]>([
    ["float16", 65504n, 1n],
    ["float16", 1n, 2n ** 24n],
    ["float32", 2n ** 24n - 1n, 2n ** 149n],
    ["bfloat16", 255n, 1n],
    ["float64", 1n, 2n ** 1074n],
    ["float64", (2n ** 53n - 1n) << 971n, 1n],
  ])("of %s end at %s/%s", (type, numerator, denominator) => {
    expect(floatBits({ numerator, denominator }, type)).toBeTypeOf("bigint");
    // The same with one binary digit more, or one place further, is no float.
    expect(floatBits({ numerator: 2n ** 60n * numerator + 1n, denominator }, type)).toBeUndefined();
    expect(floatBits({ numerator: 2n ** 2200n * numerator, denominator }, type)).toBeUndefined();
    expect(floatBits({ numerator, denominator: denominator * 2n ** 2400n }, type)).toBeUndefined();
    expect(floatBits({ numerator, denominator: 3n }, type)).toBeUndefined();
  });
});

describe("written networks", () => {
  it.each<["float16" | "float32" | "float64"]>([["float16"], ["float32"], ["float64"]])(
    "are read back as they were, of %s",
    (type) => {
      expect(readBack(npzFile(BIASED, type))).toEqual(BIASED);
      expect(readBack(safetensorsFile(BIASED, type))).toEqual(BIASED);
    },
  );

  it("are equal byte for byte if the networks are", () => {
    expect(npzFile(BIASED, "float32")).toEqual(npzFile(readBack(npzFile(BIASED, "float64")), "float32"));
  });

  it("without biases are read back by units, though the shapes are square", () => {
    const square = twoLayerNetwork(2, 2, [unitOf(["1", "2"], ["3", "4"]), unitOf(["5", "6"], ["7", "8"])]);
    expect(readBack(safetensorsFile(square, "bfloat16"))).toEqual(square);
    expect(readBack(npzFile(square, "float16"))).toEqual(square);
  });

  it.each([
    [
      "float16",
      "entry 2 of row 2 of fc1.weight is 5/1048576, which is no float16; choose a wider --type, or round",
    ],
    ["float64", undefined],
  ] as const)("hold what is a float of the type: %s", (type, message) => {
    const small = multiLayerNetwork([rows(["1/2", "-3"], ["0", "5/1048576"]), rows(["1", "4097"])]);
    if (message === undefined) expect(readBack(npzFile(small, type))).toMatchObject({ inputDimension: 2 });
    else
      expect(() =>
        npzFile(multiLayerNetwork([rows(["1/2", "-3"], ["0", "5/1048577"]), rows(["1", "1"])]), type),
      ).toThrow(message.replaceAll("1048576", "1048577"));
  });

  it("refuse the first number that is no float", () => {
    const message = "entry 1 of row 2 of fc1.weight is 1/3, which is no float64; round it by --round";
    expect(() => safetensorsFile(UNITS, "float64")).toThrow(message);
    const biased = multiLayerNetwork(
      [rows(["1"]), rows(["2"])],
      [RationalVector.parse("1/5"), RationalVector.parse("0")],
    );
    expect(() => npzFile(biased, "float32")).toThrow(
      "entry 1 of row 1 of fc1.bias is 1/5, which is no float32; choose",
    );
  });

  it("are of the narrowest type of 32 or 64 bits that holds all", () => {
    const network = (weight: string, bias: string): AnyNetwork =>
      multiLayerNetwork(
        [rows([weight]), rows(["2"])],
        [RationalVector.parse(bias), RationalVector.parse("0")],
      );
    expect(floatTypeOf(network("1/2", "3"))).toBe("float32");
    expect(floatTypeOf(network("16777217", "3"))).toBe("float64");
    expect(floatTypeOf(network("1/2", "1/3"))).toBe("float64");
  });
});
