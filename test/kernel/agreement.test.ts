import { readFileSync } from "node:fs";
import { afterEach, describe, expect, it, vi } from "vitest";
import type { Expected, WrittenNetwork } from "../../src/checker/verdict.js";
import { checkByKernel } from "../../src/kernel/checkByKernel.js";
import { READERS } from "../../src/kernel/kinds.js";
import { ACCEPTED, REJECTED, acceptedFile } from "../checker/corpus.js";
import { seal } from "../checker/seal.js";
import { type Members, pointsOf } from "../checker/second/reading.js";
import { judged } from "./mutations.js";

type Functions = Record<string, (...values: unknown[]) => boolean>;

/** A kernel that takes the place of the committed one. */
const planted = vi.hoisted((): { functions: Functions } => ({ functions: {} }));

vi.mock("#kernel", async (importOriginal) => {
  const original = await importOriginal<{ default: Functions }>();
  const get = (functions: Functions, name: string) => planted.functions[name] ?? functions[name];
  return { default: new Proxy(original.default, { get }) };
});

afterEach(() => {
  planted.functions = {};
});

const ASKED: Readonly<Record<string, Expected>> = {
  "enumeration-1-4": { claim: "thm-3.1-count", r: 1, m: 4 },
  "enumeration-2-4": { claim: "thm-3.1-count", r: 2, m: 4 },
  "enumeration-3-4": { claim: "thm-3.1-count", r: 3, m: 4 },
  "connected-2-3": { claim: "thm-3.1-connected", r: 2, m: 3 },
  "connected-2-4": { claim: "thm-3.1-connected", r: 2, m: 4 },
  "connected-3-4": { claim: "thm-3.1-connected", r: 3, m: 4 },
  splitting: { claim: "ext-inertia", r: 1, m: 3 },
};

const committed = (name: string): string =>
  readFileSync(new URL(`../../proofs/certificates/${name}.json`, import.meta.url), "utf8");

/** Those of paths, whose ends are asked for. */
const PATHS = ["path-star", "path-potential"].map((name) => {
  const text = committed(name);
  const points = pointsOf((JSON.parse(text) as { body: Members }).body);
  const [from, to] = [points[0], points.at(-1)] as unknown as [WrittenNetwork, WrittenNetwork];
  return { name, text, expected: { claim: "ext-geodesic", from, to } };
});

/** Those of proofs/certificates that the kernel judges. */
const COMMITTED = [
  ...Object.entries(ASKED).map(([name, expected]) => ({ name, text: committed(name), expected })),
  ...PATHS,
];

const FILES = [...ACCEPTED, ...REJECTED, ...COMMITTED];

/** The files about which the checkers disagree. */
async function disagreements(): Promise<string[]> {
  const found: string[] = [];
  for (const { name, text, expected } of FILES) {
    const both = await judged(text, expected);
    if (typeof both !== "string" && !both.agree) found.push(name);
  }
  return found;
}

/** The functions of the committed kernel with some of its text replaced. */
async function changed(before: string, after: string): Promise<Functions> {
  const text = readFileSync(new URL("../../src/kernel/kernel.js", import.meta.url), "utf8");
  expect(text.split(before).length).toBe(2);
  const url = `data:text/javascript,${encodeURIComponent(text.replace(before, after))}`;
  return ((await import(url)) as { default: Functions }).default;
}

describe("the verified kernel and the checker", () => {
  it("agree on the corpus, and on proofs/certificates", async () => {
    expect(await disagreements()).toEqual([]);
  });

  it("both judge every file of the kernel's kinds but stars with mirror images and one too large", async () => {
    const unjudged = new Map<string, string[]>();
    let accepted = 0;
    for (const { name, text, expected, kind = "" } of [...ACCEPTED, ...REJECTED]) {
      if (!READERS.has(kind)) continue;
      const verdict = await checkByKernel(text, expected);
      if (verdict.accepted === true) accepted += 1;
      if (verdict.accepted !== undefined) continue;
      unjudged.set(verdict.unjudged, [...(unjudged.get(verdict.unjudged) ?? []), name]);
      if (verdict.unjudged.startsWith("the star rule"))
        expect([kind, text.includes('"rule":"star"')]).toEqual(["mirrored-path", true]);
    }
    expect([...unjudged.keys()].sort()).toEqual([
      "the star rule with mirror images",
      "what takes this much arithmetic",
    ]);
    expect(unjudged.get("what takes this much arithmetic")).toEqual(["size-splitting"]);
    expect(accepted).toBeGreaterThanOrEqual(44);
  });

  it("both reject paths whose bound shows nothing, by the function that has the bound", async () => {
    const bounds = REJECTED.filter(({ name }) => /^(bound-(distinct|gap|lipschitz)|star)/.test(name));
    expect(bounds.length).toBeGreaterThan(10);
    const rules = new Set<string>();
    for (const { text, expected } of bounds) {
      const verdict = await checkByKernel(text, expected);
      if (verdict.accepted !== undefined) rules.add(verdict.accepted ? "accepted" : verdict.rule);
    }
    expect([...rules].sort()).toEqual(["check_shortest_mirrored_path", "check_shortest_path"]);
  });

  it.each(COMMITTED)("both accept proofs/certificates/$name.json", async ({ text, expected }) => {
    expect(await judged(text, expected)).toMatchObject({ accepted: true, agree: true });
  });
});

describe("a broken kernel", () => {
  it.each([
    "check_enumeration",
    "check_path",
    "check_shortest_path",
    "check_connected",
    "check_mirrored_path",
    "check_shortest_mirrored_path",
    "check_layered_path",
    "check_inertia",
    "check_critical",
    "check_critical_instance",
    "check_splitting",
  ])("is seen: %s accepts all", async (name) => {
    planted.functions = { [name]: () => true };
    expect((await disagreements()).length).toBeGreaterThan(5);
  });

  it("is seen: instances of one claim pass for those of another", async () => {
    const { default: kernel } = await import("#kernel");
    for (const [from, to] of [
      ["ZerosAbove", "NoStrictSaddle"],
      ["SaddleAbove", "ZerosAbove"],
      ["NoStrictSaddle", "ZerosAbove"],
      ["ZeroLossAbove", "ZerosAbove"],
    ] as const) {
      const { check_critical_instance: check } = kernel;
      const confused = (claim: unknown, ...rest: unknown[]): boolean =>
        (check as (...values: unknown[]) => boolean)(claim === from ? to : claim, ...rest);
      planted.functions = { check_critical_instance: confused };
      expect([from, await disagreements()]).not.toEqual([from, []]);
      planted.functions = {};
    }
  });

  it("is seen: odd paths pass for even ones", async () => {
    const { default: kernel } = await import("#kernel");
    for (const name of ["check_mirrored_path", "check_shortest_mirrored_path"] as const) {
      const check = kernel[name] as (...values: unknown[]) => boolean;
      planted.functions = { [name]: (_, ...rest) => check("Even", ...rest) };
      expect([name, await disagreements()]).not.toEqual([name, []]);
    }
  });

  it.each([
    ["check_shortest_path", "check_path"],
    ["check_shortest_mirrored_path", "check_mirrored_path"],
  ] as const)("is seen: %s doesn't look at the bound", async (bounded, unbounded) => {
    const { default: kernel } = await import("#kernel");
    const check = kernel[unbounded] as (...values: unknown[]) => boolean;
    planted.functions = { [bounded]: (...given) => check(...given.slice(0, -1)) };
    const found = await disagreements();
    const rules = ["bound-distinct", "bound-gap", "bound-lipschitz"];
    expect(rules.filter((rule) => !found.some((name) => name.startsWith(rule)))).toEqual([]);
  });

  it.each([
    ["sums are the first summand", "{return a + b}", "{return a}"],
    ["all numbers are equal", "{return a === b?1:0}", "{return 1}"],
    ["all numbers are less than others", "{return a < b?1:0}", "{return 1}"],
    ["no number is less than another", "{return a < b?1:0}", "{return 0}"],
    ["no number is odd", "{return BigInt.asUintN(1,a) > 0?1:0}", "{return 0}"],
    ["all that comes to true is false", "\n               ===\n               1}}", "\n === 2}}"],
  ])("is seen: %s", async (_, before, after) => {
    planted.functions = await changed(before, after);
    expect(await disagreements()).not.toEqual([]);
  });
});

describe("the verified kernel", () => {
  it("says which function of Coq's is true or false", async () => {
    const { text, expected } = acceptedFile("enumeration-1-4");
    expect(await checkByKernel(text, expected)).toEqual({
      accepted: true,
      shows: "check_enumeration is true of it",
    });
    const refused = REJECTED.find(({ name }) => name === "successor-swapped") ?? acceptedFile("");
    expect(await checkByKernel(refused.text, refused.expected)).toEqual({
      accepted: false,
      rule: "check_enumeration",
      where: "body",
      reason: "check_enumeration is false",
    });
  });

  it("says what it doesn't judge", async () => {
    for (const [name, unjudged] of [
      ["mirrored-path-star", "the star rule with mirror images"],
      ["curves", "certificates of kind counterexample"],
    ] as const) {
      const { text, expected } = acceptedFile(name);
      expect(await checkByKernel(text, expected)).toEqual({ accepted: undefined, unjudged });
    }
  });

  it("says where the arithmetic would take too long", async () => {
    const matrix = Array.from({ length: 60 }, () => Array.from({ length: 60 }, () => "0"));
    matrix[0] = [...Array.from({ length: 59 }, () => "0"), "7".repeat(4000)];
    const body = { congruence: [], identityRows: [], inertia: [0, 0, 0], kernel: [], matrix };
    const text = seal("inertia", "prop-4.4", body);
    expect(await checkByKernel(text, { claim: "prop-4.4", matrix })).toEqual({
      accepted: undefined,
      unjudged: "what takes this much arithmetic",
    });
  });

  it("says so where the machine is at its limits", async () => {
    planted.functions = {
      check_enumeration: () => {
        throw new RangeError("Maximum call stack size exceeded");
      },
    };
    const { text, expected } = acceptedFile("enumeration-1-4");
    expect(await checkByKernel(text, expected)).toEqual({
      accepted: undefined,
      unjudged: "what is this large (RangeError: Maximum call stack size exceeded)",
    });
  });

  it("takes a caller's network whatever the order of its keys, and no other", async () => {
    const { text, expected } = acceptedFile("path");
    const { incoming, outgoing } = expected.from as WrittenNetwork;
    const from = { outgoing, incoming };
    expect(await judged(text, { ...expected, from })).toMatchObject({ accepted: true, agree: true });
    for (const other of [
      { ...from, biases: [] },
      { incoming, outgoing: [...outgoing, ["1"]] },
      null,
      3,
      {},
    ]) {
      const both = await judged(text, { ...expected, from: other as WrittenNetwork });
      expect(both).toMatchObject({ accepted: false, agree: true });
    }
  });
});
