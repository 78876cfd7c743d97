import { describe, expect, it } from "vitest";
import { output } from "./refusal.js";

describe("one line of JSON, others build on it", () => {
  it.each([
    [
      "count 4 9",
      '{"r":4,"m":9,"T":"2424744","G":"186480","stirling2":"7770","beta":"17641","eulerCharacteristic":"-17640"}',
    ],
    ["count 2 2", '{"r":2,"m":2,"T":"2","G":"2","stirling2":"1","beta":"1","eulerCharacteristic":"2"}'],
    ["count 1 1", '{"r":1,"m":1,"T":"1","G":"1","stirling2":"1","beta":"0","eulerCharacteristic":"1"}'],
    ["threshold 1", '{"r":1,"lastFailing":null}'],
    ["threshold 2", '{"r":2,"lastFailing":2}'],
    ["threshold 30", '{"r":30,"lastFailing":65}'],
    [
      "graph 3 4",
      '{"r":3,"m":4,"subspaces":60,"edges":72,"components":1,"diameter":8,"degrees":{"2":36,"3":24}}',
    ],
    ["graph 2 3", '{"r":2,"m":3,"subspaces":12,"edges":12,"components":1,"diameter":6,"degrees":{"2":12}}'],
    [
      "graph 4 5",
      '{"r":4,"m":5,"subspaces":360,"edges":480,"components":1,"diameter":12,"degrees":{"2":240,"4":120}}',
    ],
    ["graph 2 2", '{"r":2,"m":2,"subspaces":2,"edges":0,"components":2,"diameter":null,"degrees":{"0":2}}'],
    ["graph 1 1", '{"r":1,"m":1,"subspaces":1,"edges":0,"components":1,"diameter":0,"degrees":{"0":1}}'],
    ["topology 3 4", '{"r":3,"m":4,"betti":["1","13"],"torsion":[[],[]],"eulerCharacteristic":"-12"}'],
    ["topology 1 1", '{"r":1,"m":1,"betti":["1"],"torsion":[[]],"eulerCharacteristic":"1"}'],
    ["topology 2 2", '{"r":2,"m":2,"betti":["2"],"torsion":[[]],"eulerCharacteristic":"2"}'],
    [
      "topology 3 6",
      '{"r":3,"m":6,"betti":["1","0","0","61"],"torsion":[[],[],[],[]],"eulerCharacteristic":"-60"}',
    ],
    [
      "topology 4 8",
      '{"r":4,"m":8,"betti":["1","0","0","0","5543"],"torsion":[[],[],[],[],[]],"eulerCharacteristic":"5544"}',
    ],
  ])("equiloss %s --json: %s", async (command, json) => {
    const [name = "", ...sizes] = command.split(" ");
    expect(await output(name, ...sizes, "--json")).toBe(`${json}\n`);
  });

  it("holds counts of a thousand digits and more", async () => {
    const counts = JSON.parse(await output("count", "30", "1000", "--json")) as Record<
      string,
      string | number
    >;
    const { r, m, ...integers } = counts;
    expect([r, m]).toEqual([30, 1000]);
    // Computed apart from this program, from the rows of Stirling numbers.
    expect(Object.entries(integers).map(([name, digits]) => [name, ...summaryOf(String(digits))])).toEqual([
      ["T", 1995, 779093097n],
      ["G", 1478, 472396836n],
      ["stirling2", 1445, 552283983n],
      ["beta", 1463, 76024965n],
      ["eulerCharacteristic", 1463, 76024966n],
    ]);
  });
});

/** Number of digits, and the residue at a prime. */
function summaryOf(digits: string): [number, bigint] {
  expect(digits).toMatch(/^[1-9][0-9]*$/);
  return [digits.length, BigInt(digits) % 1_000_000_007n];
}

describe("lines for a person", () => {
  it("equiloss count 3 4", async () => {
    expect((await output("count", "3", "4")).split("\n")).toEqual([
      "r = 3, m = 4",
      "T        60",
      "         affine subspaces of the expansion manifold (Theorem 3.1, corrected)",
      "G        36",
      "         critical subspaces, surjections [m] → [r] (Prop. 4.3)",
      "S2(m,r)  6",
      "         Stirling number of the second kind",
      "beta     13",
      "         spheres of dimension m − r (ext-topology)",
      "chi      -12",
      "         Euler characteristic of the expansion manifold (ext-topology)",
      "R_k      critical subspaces of level k for one of global minima, G(r−k,m)/T",
      "         R_1 = 0.2333…0.2334",
      "         R_2 = 0.01666…0.01667",
      "limits   counts over what they are asymptotic to, and bounds of that quotient",
      "         G/(m^1 m!/(2^1 1!)) = 0.75, between 0.75 and 0.75",
      "         T/(m^1 m!/(2^1 1!)) = 1.25, between 1.25 and 1.25",
      "         G/r^m = 0.4444…0.4445, between 0.4074 and 0.4445",
      "         R_1/(r/4) = 0.3111…0.3112, between 0.1333 and 0.8",
      "",
    ]);
  });

  it("equiloss count 3 40: far from m = r, only the share of maps that are onto says something", async () => {
    expect((await output("count", "3", "40")).split("\n").slice(-7)).toEqual([
      "         Euler characteristic of the expansion manifold (ext-topology)",
      "R_k      critical subspaces of level k for one of global minima, G(r−k,m)/T",
      "         R_1 = 3.078e-27…3.079e-27",
      "         R_2 = 2.799e-39…2.800e-39",
      "limits   counts over what they are asymptotic to, and bounds of that quotient",
      "         G/r^m = 0.9999…1.000, between 0.9999 and 1.000",
      "",
    ]);
  });

  it("equiloss count 1 1: no levels, and m! alone", async () => {
    expect((await output("count", "1", "1")).split("\n").slice(-5)).toEqual([
      "limits   counts over what they are asymptotic to, and bounds of that quotient",
      "         G/m! = 1, between 1 and 1",
      "         T/m! = 1, between 1 and 1",
      "         G/r^m = 1, between 1 and 1",
      "",
    ]);
  });

  it("equiloss count 5 12: neither near m = r nor far from it", async () => {
    const lines = (await output("count", "5", "12")).split("\n");
    expect(lines.slice(-3)).toEqual([
      "limits   counts over what they are asymptotic to, and bounds of that quotient",
      "         G/r^m = 0.6780…0.6781, between 0.6564 and 0.6782",
      "",
    ]);
    expect(lines).toContain("         R_1 = 0.003527…0.003528");
  });

  it.each([
    ["threshold 1", "Eq. (6) holds at r* = 1 for all m ≥ 1\n"],
    [
      "threshold 30",
      "Eq. (6) at r* = 30, for all a_k ≤ C(r*−1, k−1):\nfails for some a_k while m ≤ 65, holds for all m ≥ 66\n",
    ],
    [
      "graph 3 4",
      "r = 3, m = 4\nsubspaces   60\nmeetings    72 pairs of subspaces meet\ncomponents  1\ndiameter    8\ndegrees     36 of degree 2, 24 of degree 3\n",
    ],
    [
      "topology 3 5",
      "r = 3, m = 5\ncells    60, 180, 150\n         in dimensions 0 to 2; 390 in all, surjective partial maps [m] ⇀ [r]\n" +
        "Betti    1, 0, 29\ntorsion  none\nchi      30\n" +
        "spheres  29 of dimension 2 by ext-topology, which is the homology found\n" +
        "route    integer homology of a cell complex that the expansion manifold is homotopy equivalent to:\n" +
        "         coreductions, and the Smith normal form of the boundaries left\n",
    ],
    [
      "graph 2 2",
      "r = 2, m = 2\nsubspaces   2\nmeetings    0 pairs of subspaces meet\ncomponents  2\ndiameter    none, not connected\ndegrees     2 of degree 0\n",
    ],
  ])("equiloss %s", async (command, lines) => {
    expect(await output(...command.split(" "))).toBe(lines);
  });
});
