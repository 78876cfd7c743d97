import { describe, expect, it } from "vitest";
import { checkCertificate } from "../../src/checker/check.js";
import type { Expected, WrittenNetwork } from "../../src/checker/verdict.js";
import { labelledPartitions } from "../../src/combinatorics/partitions/enumeration.js";
import { type Json, seal } from "./seal.js";

const outcome = async (text: string, expected: Expected): Promise<string> => {
  const verdict = await checkCertificate(text, expected);
  return verdict.accepted ? "accepted" : `${verdict.rule}: ${verdict.reason}`;
};

const repeated = (count: number, entry: string): string[] => Array.from({ length: count }, () => entry);

/** A number of this many digits, prime to 10. */
const long = (digits: number, first: string): string => `${first.repeat(digits - 1)}7`;

const TOO_MUCH = "size: more arithmetic than the limits allow";

describe("the limits of linear algebra", () => {
  const form = (size: number, digits: number): Promise<string> => {
    const row = repeated(size, "7".repeat(digits));
    const matrix = row.map(() => row);
    const vectors = row.map((_, i) => row.map((_, j) => (i === j ? "1" : "0")));
    const body: Json = { congruence: vectors, identityRows: [], inertia: [size, 0, 0], kernel: [], matrix };
    return outcome(seal("inertia", "prop-4.4", body), { claim: "prop-4.4", matrix });
  };
  const NO_INERTIA = "congruence: not strictly diagonally dominant";

  it("admit matrices that are wide or have long entries, but not both", async () => {
    // 250³ products of one digit by one count 129²·250³ = 2.60·10^11 units, and 2^38 is 2.75·10^11.
    expect(await form(250, 1)).toBe(NO_INERTIA);
    expect(await form(256, 1)).toBe(TOO_MUCH);
    expect(await form(20, 4000)).toBe(NO_INERTIA);
    expect(await form(242, 28)).toBe(TOO_MUCH);
  });

  it("keep texts of matrices short", async () => {
    const text = (kind: string, claim: string, length: number): string => {
      const empty = seal(kind, claim, [""]).length;
      return seal(kind, claim, ["x".repeat(length - empty)]);
    };
    for (const [kind, claim] of [
      ["critical", "prop-4.3"],
      ["inertia", "prop-4.4"],
      ["independence", "thm-4.2"],
    ] as const) {
      expect(await outcome(text(kind, claim, 2 ** 21), { claim })).toMatch(/^shape/);
      expect(await outcome(text(kind, claim, 2 ** 21 + 1), { claim })).toBe(
        "size: more than 2097152 characters for its kind",
      );
    }
    const other = text("path", "thm-3.1-path", 2 ** 21 + 1);
    expect(await outcome(other, { claim: "thm-3.1-path" })).toMatch(/^shape/);
  });

  it("count the digits of what is enclosed", async () => {
    const near = (digits: number): Promise<string> => {
      const theta = { biases: [], weights: [[["1"]], [["1"]]] };
      const inputs = repeated(40, long(digits, "7")).map((number) => [number]);
      const data = { inputs, targets: inputs };
      const congruence = [
        ["1", "0"],
        ["0", "1"],
      ];
      const problem = { activation: "sigmoid", data, theta };
      const body: Json = { ...problem, box: "1/10", center: theta, congruence, index: 0, radius: "1" };
      return outcome(seal("near-critical", "fig-1", body), { claim: "fig-1", ...problem });
    };
    expect(await near(100)).not.toBe(TOO_MUCH);
    expect(await near(4000)).toBe(TOO_MUCH);
  });

  it("keep independence to 64 weights", async () => {
    const some = (size: number): Promise<string> => {
      const rows = Array.from({ length: size }, (_, i) => i);
      const weights = rows.map((i) => [String(i)]);
      const inverse = rows.map(() => rows);
      const body = { direction: ["1"], exponents: rows, inverse, modulus: 7, weights };
      return outcome(seal("independence", "thm-4.2", body), { claim: "thm-4.2" });
    };
    expect(await some(64)).toMatch(/^inverse/);
    expect(await some(65)).toMatch(/^size: k above 64/);
  });

  it("keep lists of all partitions to those that fit in a file, and to their number", async () => {
    const listing = (r: number, m: number, entries: number): Promise<string> => {
      const codes = Array.from({ length: m }, (_, i) => Math.min(i + 1, r));
      const body = { m, partitions: Array.from({ length: entries }, () => codes), r };
      return outcome(seal("enumeration", "thm-3.1-count", body), { claim: "thm-3.1-count", r, m });
    };
    const started = performance.now();
    expect(await listing(63, 64, 4000)).toMatch(/^size: T\(r,m\) = [0-9]{91} entries fit in no file$/);
    expect(performance.now() - started).toBeLessThan(1000);
    // 2^28 is between T(10,10)·21 and T(9,10)·21.
    expect(await listing(10, 10, 1)).toMatch(/^last/);
    expect(await listing(9, 10, 1)).toMatch(/^size/);
    expect(await listing(1, 3, 10)).toMatch(/^successor/);
    expect(await listing(1, 3, 11)).toBe("count: more than T(r,m) entries");
  });

  it("keep a matrix over its common denominator in memory", async () => {
    const [size, digits] = [202, 4000];
    const row = repeated(size, "1");
    const matrix = row.map((_, i) => row.map((_, j) => (i + j === 0 ? `1/${long(digits, "3")}` : "0")));
    const body = { congruence: [], identityRows: [], inertia: [], kernel: [], matrix };
    const verdict = await outcome(seal("inertia", "prop-4.4", body), { claim: "prop-4.4", matrix });
    expect(verdict).toBe("size: too long over a common denominator");
  });
});

describe("the limits of derivatives", () => {
  const critical = (units: number, points: number, terms: number, weight = "1"): Promise<string> => {
    const names = Array.from({ length: units }, (_, i) => [i === 0 ? weight : String(i + 1)]);
    const network = { incoming: names, outgoing: names.map(() => ["1"]) };
    const column = Array.from({ length: points }, (_, k) => [String(k + 1)]);
    const body = {
      activation: { denominator: ["1"], numerator: repeated(terms, "1") },
      beta: repeated(units, "1"),
      data: { inputs: column, targets: column },
      inertias: [],
      network,
      theta: network,
    };
    return outcome(seal("critical", "prop-4.3", body), { claim: "prop-4.3" });
  };
  const NOT_FLAT = "gradient: not zero at theta or at network";

  it("are exceeded by many coordinates, many places, high degrees and long weights", async () => {
    expect(await critical(100, 100, 3)).toBe(NOT_FLAT);
    expect(await critical(300, 100, 3)).toBe(TOO_MUCH);
    expect(await critical(1, 1000, 3)).toBe(NOT_FLAT);
    expect(await critical(1, 40_000, 3)).toBe(TOO_MUCH);
    expect(await critical(2, 3, 60)).toBe(NOT_FLAT);
    expect(await critical(2, 3, 5000)).toBe(TOO_MUCH);
    expect(await critical(2, 2, 2, long(200, "1"))).toBe(NOT_FLAT);
    expect(await critical(60, 60, 3, long(1000, "1"))).toBe(TOO_MUCH);
  });
});

describe("the least arithmetic that is too much", () => {
  /** One unit and one datum: inputs² products of numbers of 2·`digits` hexadecimal digits. */
  const long = (inputs: number, digits: number): Promise<string> => {
    const weight = (16n ** BigInt(digits) - 1n).toString();
    const network = { incoming: [["1", ...repeated(inputs - 1, "0")]], outgoing: [["1"]] };
    const body = {
      activation: { denominator: ["1"], numerator: ["0", "1"] },
      beta: ["1"],
      data: { inputs: [["1", ...repeated(inputs - 1, "0")]], targets: [[weight]] },
      inertias: [],
      network,
      theta: network,
    };
    return outcome(seal("critical", "prop-4.3", body), { claim: "prop-4.3" });
  };

  it("is more than 2^38 units", async () => {
    // (2047 + 1)² products of (2·64 + 128)² units each.
    expect(await long(2047, 64)).toMatch(/^gradient/);
    expect(await long(2047, 65)).toBe(TOO_MUCH);
    expect(await long(2048, 64)).toBe(TOO_MUCH);
  });
});

describe("a potential", () => {
  /** Moves an outgoing vector between copies of a unit, for m = 6 and r = 2: 1712 subspaces. */
  const moved = (weights: string[]): Promise<string> => {
    const silent = weights.map(() => "0");
    const end = (speaking: number): WrittenNetwork => ({
      incoming: [["1"], ["1"], ["1"], ["1"], ["1"], ["2"]],
      outgoing: [...Array.from({ length: 5 }, (_, i) => (i === speaking ? weights : silent)), weights],
    });
    const [from, to] = [end(0), end(1)];
    const partitions = [...labelledPartitions(2, 6)].map(({ codes }) => [...codes]);
    const body: Json = {
      bound: { partitions, rule: "potential", values: partitions.map(() => 0) },
      partitions: [[1, 1, 1, 1, 1, 2]],
      points: [from, to],
      theta: { incoming: [["1"], ["2"]], outgoing: [weights, weights] },
    };
    return outcome(seal("path", "ext-geodesic", body), { claim: "ext-geodesic", from, to });
  };
  const TOO_LONG = "size: the ends are too long over a common denominator";

  it("with weights of thousands of digits is checked within seconds", async () => {
    const start = performance.now();
    expect(await moved([`${long(4000, "3")}/${"2".repeat(3999)}1`])).toBe("accepted");
    expect(performance.now() - start).toBeLessThan(5000);
  });

  it("is refused with too many digits over a common denominator", async () => {
    expect(await moved(repeated(2, long(4000, "3")))).toBe("accepted");
    expect(await moved(repeated(3, long(4000, "3")))).toBe(TOO_LONG);
    expect(await moved([long(4000, "3"), "1/3", "1/7"])).toBe("accepted");
    expect(await moved([long(3000, "1"), `1/${"1".repeat(1500)}`])).toMatch(/^rational/);
  });

  it("is refused with too many weights", async () => {
    expect(await moved(repeated(3000, "1"))).toBe(TOO_LONG);
  });
});

describe("the changes of a path", () => {
  /** Has a silent unit go to and fro, beside units with these outgoing weights, all copies of one. */
  const fidgeting = (segments: number, weights: string[], sum: string): Promise<string> => {
    const codes = [0, ...weights.map(() => 1)];
    const at = (place: number): WrittenNetwork => ({
      incoming: [[place % 2 === 0 ? "5" : "6"], ...weights.map(() => ["1"])],
      outgoing: [["0"], ...weights.map((weight) => [weight])],
    });
    const changes = Array.from({ length: segments }, (_, segment) => ({
      incoming: [0, [0, segment % 2 === 0 ? "6" : "5"]],
      outgoing: [],
    }));
    const body: Json = {
      ...{ bound: { rule: "none" }, changes, first: at(0), partitions: changes.map(() => codes) },
      theta: { incoming: [["1"]], outgoing: [[sum]] },
    };
    const expected = { claim: "thm-3.1-path", from: at(0), to: at(segments) };
    return outcome(seal("path", "thm-3.1-path", body), expected);
  };
  const TOO_LONG = "size: the changes take more than 2^27 units of work";

  it("may be as many as can be read again and again", async () => {
    const weights = ["1", ...repeated(2999, "0")];
    expect(await fidgeting(1000, weights, "1")).toBe("accepted");
    expect(await fidgeting(1500, weights, "1")).toBe(TOO_LONG);
  });

  it("may ask for additions, the fewer the longer the numbers are", async () => {
    const half = `${long(4000, "3")}/${"2".repeat(3999)}1`;
    const [upper, lower] = half.split("/").map(BigInt);
    const sum = `${2n * (upper ?? 0n)}/${lower}`;
    expect(await fidgeting(30, [half, half], sum)).toBe("accepted");
    expect(await fidgeting(60, [half, half], sum)).toBe(TOO_LONG);
  });
});

describe("a network", () => {
  const wide = (units: number): Promise<string> => {
    const rows = repeated(units, "1").map((entry) => [entry]);
    const network = { incoming: rows, outgoing: rows };
    const body = { bound: { rule: "none" }, partitions: [], points: [network], theta: network };
    return outcome(seal("path", "thm-3.1-path", body), {
      claim: "thm-3.1-path",
      from: network,
      to: network,
    });
  };

  it("has at most 200,001 neurons", async () => {
    expect(await wide(200_001)).toMatch(/^theta: equal incoming vectors/);
    expect(await wide(200_002)).toBe("size: more than 200001 neurons");
  });
});

describe("a layered path", () => {
  const wide = (units: number): Promise<string> => {
    const rows = repeated(units, "1").map((entry) => [entry]);
    const theta: Json = { biases: [], weights: [rows, [repeated(units, "1")]] };
    const end = { biases: [], weights: [] };
    const body = { partitions: [], points: [], theta };
    return outcome(seal("layered-path", "mlp-connected", body), {
      claim: "mlp-connected",
      from: end,
      to: end,
    });
  };

  it("has at most 200,001 units in any layer", async () => {
    expect(await wide(200_001)).toMatch(/^theta: equal rows/);
    expect(await wide(200_002)).toBe("size: more than 200001 neurons in a layer");
  });
});
