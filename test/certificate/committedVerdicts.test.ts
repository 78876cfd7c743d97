import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { committedVerdicts, verdictsOn } from "../../src/certificate/committedVerdicts.js";
import { ROOT } from "../runEquiloss.js";

const ends = readFileSync(join(ROOT, "proofs/ends/fig1-4.json"), "utf8");
const text = readFileSync(join(ROOT, "proofs/ends/judged-fig1-4.json"), "utf8");
const on = { setting: "fig1", width: 4, ends } as const;

describe("verdicts on ends", () => {
  it("are those of the package", () => {
    expect(verdictsOn(on, text, "a.json")).toEqual(committedVerdicts(4));
    expect(committedVerdicts(4).runs).toHaveLength(50);
  });

  it("are refused where they are on other ends, of another width or setting", () => {
    const other = "a.json: its verdicts are on other ends; have it made anew by equiloss ends";
    expect(() => verdictsOn({ ...on, ends: ends.replace("0.1", "0.2") }, text, "a.json")).toThrow(other);
    expect(() => verdictsOn({ ...on, width: 5 }, text, "a.json")).toThrow(other);
    expect(() => verdictsOn({ ...on, setting: "fig1e" }, text, "a.json")).toThrow(other);
  });

  it("are refused where one is impossible, and where there are none", () => {
    const forged = text.replace(/"index":[0-9]+/, '"index":9');
    expect(forged).not.toBe(text);
    expect(() => verdictsOn(on, forged, "a.json")).toThrow(
      /^a\.json, run [0-9]+: "index" is 9, and there are 8 incoming weights; /,
    );
    expect(() => committedVerdicts(3)).toThrow("proofs/ends/fig1-3.json: no such file; make it by equiloss");
  });
});
