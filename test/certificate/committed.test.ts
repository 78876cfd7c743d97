import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { describe, expect, it } from "vitest";
import { RECIPES, remake } from "../../proofs/certificates/remake.js";
import { certificateNetwork } from "../../src/certificate/certificateNetwork.js";
import { checkCertificate } from "../../src/checker/check.js";
import type { Expected, WrittenNetwork } from "../../src/checker/verdict.js";
import { parseNetworkFile } from "../../src/network/networkFile.js";
import { ROOT, runInProcess } from "../runEquiloss.js";
import { scratchFolder } from "../scratchFolder.js";

const FOLDER = join(ROOT, "proofs", "certificates");
const anew = scratchFolder();

const textOf = (file: string): string => readFileSync(join(FOLDER, file), "utf8");

const versionOf = (file: string): string => (JSON.parse(textOf(file)) as { version: string }).version;

const README = textOf("README.md");

/** What a file's row of the README tells its reader to ask for. */
function expectedOf(file: string): Expected {
  const row = README.split("\n").find((line) => line.startsWith(`| \`${file}\``)) ?? "";
  const [, command = ""] = /`([^`]*)` *\|$/.exec(row) ?? [];
  const [name, ...words] = command.split(" ");
  expect(name).toBe(file);
  const { values } = parseArgs({
    args: words,
    options: {
      claim: { type: "string", default: "" },
      refuted: { type: "boolean", default: false },
      r: { type: "string" },
      m: { type: "string" },
      k: { type: "string" },
      from: { type: "string" },
      to: { type: "string" },
    },
  });
  const { claim, refuted, r, m, k, from, to } = values;
  return {
    claim,
    refuted,
    ...(r === undefined || m === undefined ? {} : { r: Number(r), m: Number(m) }),
    ...(k === undefined ? {} : { k: Number(k) }),
    ...(from === undefined || to === undefined ? {} : { from: networkOf(from), to: networkOf(to) }),
  };
}

function networkOf(file: string): WrittenNetwork {
  return certificateNetwork(parseNetworkFile(readFileSync(join(ROOT, file), "utf8"), file));
}

describe("the committed certificates", () => {
  it("are those of the list", () => {
    const files = readdirSync(FOLDER).filter((name) => name.endsWith(".json"));
    expect(files.sort()).toEqual(RECIPES.map(({ file }) => file).sort());
    expect(files.length).toBe(14);
  });

  it("are made again byte for byte, with the version that each names", () => {
    remake(`${anew}/`, versionOf);
    for (const { file } of RECIPES) {
      expect(readFileSync(join(anew, file), "utf8")).toBe(textOf(file));
      expect(versionOf(file)).toMatch(/^\d+\.\d+\.\d+$/);
    }
  });

  it.each(RECIPES.map(({ file }) => file))(
    "%s is accepted as its README says, and for nothing else",
    async (file) => {
      const expected = expectedOf(file);
      expect(await checkCertificate(textOf(file), expected)).toMatchObject({ accepted: true });
      const others: Expected[] = [
        { ...expected, refuted: expected.refuted !== true },
        { ...expected, claim: expected.claim === "ext-geodesic" ? "thm-3.1-path" : "ext-geodesic" },
        { ...expected, m: 6 },
      ];
      for (const other of others)
        expect(await checkCertificate(textOf(file), other)).toMatchObject({ accepted: false });
      expect(await checkCertificate(textOf(file).replace(/\d/, "7"), expected)).toMatchObject({
        accepted: false,
      });
    },
  );

  it("are accepted on the command line too, by the words of the README", async () => {
    const [, command = ""] = /`(path-potential\.json --[^`]*)`/.exec(README) ?? [];
    const { status, stdout } = await runInProcess("check", ...`proofs/certificates/${command}`.split(" "));
    expect([status, stdout]).toEqual([0, "accepted: a path of 4 segments inside Θ; no path has fewer\n"]);
  });

  it.each([
    ["connected-2-4.json", []],
    ["path-star.json", ["examples/split.json", "examples/zero-outgoing.json"]],
    ["counterexample-flow.json", []],
    ["splitting.json", []],
    ["spurious-6-decaying.json", []],
  ])("%s is what the command line makes", async (file, networks) => {
    const { command } = RECIPES.find((recipe) => recipe.file === file) ?? { command: "" };
    const words = command.split(" ").filter((word) => !word.startsWith("<"));
    const output = join(anew, "typed.json");
    expect((await runInProcess("certify", ...words, ...networks, "-o", output)).status).toBe(0);
    const withoutVersion = (text: string): string => text.replace(/"(digest|version)":"[^"]*"/g, "");
    expect(withoutVersion(readFileSync(output, "utf8"))).toBe(withoutVersion(textOf(file)));
  });
});
