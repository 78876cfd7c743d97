import { describe, expect, it } from "vitest";
import { itRefuses, printed } from "../runs.js";

describe("equiloss graph", () => {
  it.each([
    [
      "3 4",
      '{"r":3,"m":4,"subspaces":"60","edges":"72","components":"1","diameter":8,"degrees":{"2":"36","3":"24"}}',
    ],
    ["2 3", '{"r":2,"m":3,"subspaces":"12","edges":"12","components":"1","diameter":6,"degrees":{"2":"12"}}'],
    [
      "4 5",
      '{"r":4,"m":5,"subspaces":"360","edges":"480","components":"1","diameter":12,"degrees":{"2":"240","4":"120"}}',
    ],
    ["2 2", '{"r":2,"m":2,"subspaces":"2","edges":"0","components":"2","diameter":null,"degrees":{"0":"2"}}'],
    ["1 1", '{"r":1,"m":1,"subspaces":"1","edges":"0","components":"1","diameter":0,"degrees":{"0":"1"}}'],
    [
      "1 2 --parity odd",
      '{"r":1,"m":2,"subspaces":"12","edges":"12","components":"1","diameter":6,"degrees":{"1":"4","2":"4","3":"4"},"parity":"odd"}',
    ],
    [
      "2 3 --activation softplus",
      '{"r":2,"m":3,"subspaces":"72","edges":"96","components":"1","diameter":8,"degrees":{"2":"48","4":"24"},"parity":"even"}',
    ],
  ])("%s --json: %s", async (sizes, json) => {
    expect(await printed(`graph ${sizes} --json`)).toBe(`{"format":"equiloss-graph/1",${json.slice(1)}\n`);
  });

  it.each([
    ["3 4", "r = 3, m = 4", "60", "72", "1", "8", "36 of degree 2, 24 of degree 3"],
    ["2 2", "r = 2, m = 2", "2", "0", "2", "none, not connected", "2 of degree 0"],
  ])(
    "%s, in lines for a person",
    async (sizes, widths, subspaces, meetings, components, diameter, degrees) => {
      expect(await printed(`graph ${sizes}`)).toBe(
        `${widths}\nsubspaces   ${subspaces}\nmeetings    ${meetings} pairs of subspaces meet\n` +
          `components  ${components}\ndiameter    ${diameter}\ndegrees     ${degrees}\n`,
      );
    },
  );

  it("says how neurons are mirrored", async () => {
    expect((await printed("graph 3 4 --activation tanh")).split("\n").slice(0, 3)).toEqual([
      "r = 3, m = 4",
      "tanh, odd: a neuron (w, a) may be mirrored to (−w, −a), and silent at w = 0",
      "subspaces   960",
    ]);
  });

  const WIDTH = "give a whole number from 1 to 64, in decimal digits";
  itRefuses("graph", {
    "5 4": "r = 5 is larger than m = 4; give r ≤ m: a network has no expansion to fewer neurons",
    "0 4": `r: 0 is too small; ${WIDTH}`,
    "3 65": `m: 65 is too large; ${WIDTH}`,
  });
});
