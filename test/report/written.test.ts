import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { certificateNetwork } from "../../src/certificate/certificateNetwork.js";
import { certificateData } from "../../src/certificate/criticalCertificate.js";
import { certificateLayers } from "../../src/certificate/layeredPathCertificate.js";
import { dataIn } from "../../src/cli/files/dataFiles.js";
import { layersIn, networkIn } from "../../src/cli/files/networks.js";
import type { Source } from "../../src/cli/files/sources.js";
import {
  Refusal,
  written,
  writtenData,
  writtenNetwork,
  writtenRange,
  writtenRational,
} from "../../src/report/browser/written.js";
import { sealedText } from "../../src/report/browser/seal.js";
import { checkCertificate } from "../../src/checker/check.js";
import { ROOT } from "../runEquiloss.js";

const textOf = (file: string): string => readFileSync(join(ROOT, file), "utf8");
const sourceOf = (file: string): Source => ({ place: file, bytes: new TextEncoder().encode(textOf(file)) });

const files = readdirSync(join(ROOT, "examples"))
  .filter((name) => name.endsWith(".json"))
  .map((name) => `examples/${name}`)
  .filter((file) => textOf(file).includes('"equiloss-network/1"'));

/** What the program's own reader makes of a file; undefined where it refuses. */
function byProgram<Value>(read: () => Value): Value | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}

/** What the page makes of it; undefined where it refuses. */
function byPage(read: () => unknown): unknown {
  try {
    return read();
  } catch (error) {
    if (error instanceof Refusal) return undefined;
    throw error;
  }
}

describe("what the page reads as the checker takes it", () => {
  it("are networks, as the command line reads them", () => {
    expect(files.length).toBeGreaterThan(15);
    const read = files.map((file) => {
      const two = byPage(() => writtenNetwork(textOf(file), file, false));
      if (two !== undefined) expect(two).toEqual(certificateNetwork(networkIn(sourceOf(file))));
      const layered = byPage(() => writtenNetwork(textOf(file), file, true));
      if (layered !== undefined) expect(layered).toEqual(certificateLayers(layersIn(sourceOf(file))));
      return { isTwo: two !== undefined, isLayered: layered !== undefined };
    });
    expect(read.filter(({ isTwo }) => isTwo).length).toBeGreaterThan(10);
    expect(read.filter(({ isLayered }) => isLayered).length).toBeGreaterThan(15);
    const refused = files.filter((_, index) => read[index]?.isTwo === false);
    for (const file of refused) {
      const isExact = !/"(?:0x|-0x|[-\d]*\.)/.test(textOf(file));
      if (isExact) expect(byProgram(() => networkIn(sourceOf(file)))).toBeUndefined();
    }
  });

  it("are data", () => {
    const file = "examples/landscape-data.json";
    expect(writtenData(textOf(file), file)).toEqual(certificateData(dataIn(sourceOf(file))));
  });

  it("are rationals, in lowest terms", () => {
    expect(["2/4", "-6/3", "0/5", "7", 12, "-3/9"].map((value) => writtenRational(value, "x"))).toEqual([
      "1/2",
      "-2",
      "0",
      "7",
      "12",
      "-1/3",
    ]);
    expect(writtenRange("-1:10/4")).toEqual(["-1", "5/2"]);
    expect(written("r", "12")).toBe(12);
  });

  it.each<[string, () => unknown, string]>([
    [
      "a decimal",
      () => writtenRational("0.5", "a.json"),
      'a.json: has "0.5", which is not "p", "p/q" or an integer',
    ],
    ["a float", () => writtenRational(0.5, "a.json"), "a.json: has 0.5, which"],
    ["a denominator 0", () => writtenRational("1/0", "a.json"), "a.json: has a denominator 0"],
    ["no range", () => writtenRange("1"), "within is not LOW:HIGH"],
    ["no number", () => written("r", "0"), "r is not a whole number from 1 on"],
    ["no JSON", () => writtenNetwork("{", "a.json", false), "a.json: is not JSON"],
    [
      "another format",
      () => writtenNetwork("{}", "a.json", false),
      "a.json: its format is not equiloss-network/1",
    ],
    [
      "three layers",
      () => writtenNetwork(textOf("examples/four-layers.json"), "a.json", false),
      "a.json: for this claim a network must have two layers and no biases",
    ],
    [
      "matrices that don't fit",
      () =>
        writtenNetwork('{"format":"equiloss-network/1","weights":[[["1"]],[["1","2"]]]}', "a.json", false),
      "a.json: has matrices that don't fit",
    ],
  ])("not %s", (_, read, message) => {
    expect(read).toThrow(Refusal);
    expect(read).toThrow(message);
  });

  it("are changed certificates with a digest that fits", async () => {
    const text = textOf("proofs/certificates/enumeration-1-4.json");
    expect(`${(await sealedText(text)) ?? ""}\n`).toBe(text);
    const sealed = (await sealedText(text.replace("[1,1,1,1]", "[1,1,1,0]"))) ?? "";
    const asked = { claim: "thm-3.1-count", r: 1, m: 4 };
    expect(await checkCertificate(sealed, asked)).toMatchObject({ accepted: false, rule: "first" });
    expect([await sealedText("{"), await sealedText("{}"), await sealedText("1")]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });
});
