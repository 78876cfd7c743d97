import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { checkCertificate } from "../../src/checker/check.js";
import type { Expected, WrittenNetwork } from "../../src/checker/verdict.js";
import { accepted } from "./acceptedFiles.js";
import { namesIn, read, count, refuted, tree, path, geodesic, lemma, circle } from "./corpusCallers.js";
import { rejected, rejections } from "./rejectedFiles.js";
import { slowCheck } from "./slowCheck.js";

describe("the corpus", () => {
  it("is all in the tables, and the tables in it", () => {
    expect(namesIn("accept/")).toEqual(Object.keys(accepted).sort());
    expect(namesIn("reject/")).toEqual(rejections.map(({ file }) => file).sort());
  });

  it("has a file for every rule that SPEC.md lists, and SPEC.md a line for every rule", () => {
    const spec = readFileSync(new URL("../../src/checker/SPEC.md", import.meta.url), "utf8");
    const section = spec.split(/^## /m).find((part) => part.startsWith("Rules")) ?? "";
    const listed = [...section.matchAll(/^\| `([a-z-]+)` +\|/gm)].map(([, rule]) => rule);
    expect(listed).toEqual([...new Set(listed)]);
    expect([...listed].sort()).toEqual(Object.keys(rejected).sort());
    for (const files of Object.values(rejected)) expect(Object.keys(files).length).toBeGreaterThan(0);
  });

  it.each(Object.entries(accepted))("accepts %s", async (file, expected) => {
    const text = read(`accept/${file}`);
    expect(await checkCertificate(text, expected)).toEqual({
      accepted: true,
      shows: expect.any(String) as string,
    });
    expect(slowCheck(text, expected)).toBe(true);
  });

  it.each(rejections)("rejects $file by rule $rule", async ({ rule, file, expected }) => {
    const verdict = await checkCertificate(read(`reject/${file}`), expected);
    expect(verdict).toMatchObject({ accepted: false, rule });
    if (!verdict.accepted) expect([verdict.where, verdict.reason]).not.toContain("");
  });
});

describe("what an acceptance says", () => {
  const shows = async (file: string): Promise<string> => {
    const verdict = await checkCertificate(read(`accept/${file}`), accepted[file] ?? lemma);
    return verdict.accepted ? verdict.shows : verdict.reason;
  };
  it("is the statement with its numbers", async () => {
    expect(await shows("enumeration-2-3")).toBe(
      "there are T(2,3) = 12 labelled partitions of 3 neurons with 2 labels, no other",
    );
    expect(await shows("connected-1-2")).toBe(
      "the 3 subspaces for (r, m) = (1, 2) and the network theta are connected",
    );
    expect(await shows("path")).toBe("a path of 3 segments inside Θ");
    expect(await shows("path-star")).toBe("a path of 3 segments inside Θ; no path has fewer");
    expect(await shows("formula-1-4")).toBe(
      "the displayed formula gives 49 at (r, m) = (1, 4), where T is 37",
    );
    expect(await shows("critical-gradient")).toBe("a critical point of width 2 above one of width 1");
    expect(await shows("critical-minimum")).toBe(
      "a critical point of width 2 above one of width 1, with inertias (2,0,0) and (3,0,1) below and above",
    );
    expect(await shows("inertia")).toBe("the matrix has inertia (1,1,1)");
    expect(await shows("layered-path")).toBe(
      "a path of 3 segments, all of whose networks compute what theta does, for every activation",
    );
    expect(await shows("independence")).toBe(
      "σ(w·x) are independent for the 4 w if σ has derivatives ≠ 0 of orders 0,1,2,4 at 0",
    );
    expect(await shows("morse-2-3")).toBe(
      "X for (r, m) = (2, 3) is, up to homotopy, a wedge of 1 spheres of dimension 1",
    );
    expect(await shows("curves")).toBe(
      "a C¹ loss whose gradient flow leaves the symmetry subspace, and one whose flow enters it",
    );
  });
});

describe("what a rejection says", () => {
  const told = async (file: string, expected: Expected): Promise<string[]> => {
    const verdict = await checkCertificate(read(`reject/${file}`), expected);
    return verdict.accepted ? [] : [verdict.where, verdict.reason];
  };
  it("is the place and what is wanted there", async () => {
    expect(await told("kind", count(1, 1))).toEqual(["kind", "no such kind"]);
    expect(await told("shape-body-null", count(1, 2))).toEqual(["body", "not an object"]);
    expect(await told("bound", path)).toEqual(["body.bound.rule", "not one of none, distinct, star"]);
    expect(await told("last", count(1, 2))).toEqual(["body.partitions", "0,1 should follow"]);
    expect(await told("successor", count(1, 2))).toEqual(["body.partitions[1]", "not due here"]);
    expect(await told("attach", circle)).toEqual(["body.steps[3]", "121 has facets to come"]);
    expect(await told("complete", circle)).toEqual(["body.steps", "not 12 cells"]);
    expect(await told("critical", circle)).toEqual(["body.steps", "not a vertex and 1 cells of dimension 1"]);
    expect(await told("star", geodesic)).toEqual(["body.bound", "the least number of segments is 3"]);
    expect(await told("formula", refuted(1, 4))).toEqual(["body.formula", "the formula's value is 49"]);
    expect(await told("count", refuted(1, 4))).toEqual(["body.count", "T is 37"]);
    expect(await told("rational-lowest-terms", tree)).toEqual([
      "body.points[0].incoming[0][0]",
      "not in lowest terms",
    ]);
    expect(await told("member-corner", path)).toEqual([
      "body.partitions[1]",
      "does not hold both ends of its segment",
    ]);
  });
});

describe("a caller", () => {
  it("who leaves open what he may give, by undefined, is asked nothing more", async () => {
    const open = { ...accepted.path, theta: undefined, r: undefined } as unknown as Expected;
    expect(await checkCertificate(read("accept/path"), open)).toMatchObject({ accepted: true });
  });

  it.each([0, "", NaN, 1, "true"])(
    "who says neither true nor false, but %j, settles nothing",
    async (said) => {
      const verdicts = [accepted["enumeration-1-2"], lemma].map((expected) => {
        const asked = { ...expected, refuted: said } as unknown as Expected;
        return checkCertificate(read(expected === lemma ? "accept/curves" : "accept/enumeration-1-2"), asked);
      });
      for (const verdict of await Promise.all(verdicts))
        expect(verdict).toMatchObject({ accepted: false, rule: "claim" });
    },
  );

  it("who asks what no JSON can hold is refused by the machine", async () => {
    const from = { incoming: [[1n]], outgoing: [["1"]] } as unknown as WrittenNetwork;
    const asked = { ...accepted.path, from } as unknown as Expected;
    expect(await checkCertificate(read("accept/path"), asked)).toMatchObject({
      accepted: false,
      rule: "size",
    });
  });
});

describe("limits", () => {
  it("refuses a text of more than 2^28 characters without reading it", async () => {
    const verdict = await checkCertificate("[".repeat(2 ** 28 + 1), count(1, 1));
    expect(verdict).toMatchObject({ accepted: false, rule: "size", where: "file" });
  });

  it("counts no brackets inside strings, with escaped quotes or not", async () => {
    const text = read("accept/enumeration-1-2").replace("by hand", '\\"[[[[[[[[[[[[\\\\');
    expect(await checkCertificate(text, count(1, 2))).toMatchObject({ accepted: false, rule: "digest" });
  });

  it("does not throw on a request that is none", async () => {
    const text = read("accept/path");
    for (const from of [
      null,
      3,
      { incoming: 1 },
      { incoming: 1n, outgoing: 1n },
    ] as unknown as WrittenNetwork[]) {
      expect(await checkCertificate(text, { ...path, from })).toMatchObject({ accepted: false });
    }
  });
});
