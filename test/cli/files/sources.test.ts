import { spawnSync } from "node:child_process";
import { truncateSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { MAX_BYTES, placeOf, readSources, textOf } from "../../../src/cli/files/sources.js";
import { ROOT, equilossWith } from "../../runEquiloss.js";
import { archive } from "../../formats/archives.js";
import { expectRefusal, wordsOf } from "../runs.js";
import { scratchFolder, writerIn } from "../scratch.js";

const folder = scratchFolder();
const fileOf = writerIn(folder);

async function textIn(content: string | Uint8Array): Promise<string> {
  return textOf((await readSources({ file: fileOf(content, "file") }, 2048)).file);
}

describe("what is read", () => {
  it("is all of a file of several chunks, characters across their borders included", async () => {
    const text = `x${"€".repeat(3_000_000)}`;
    expect((await textIn(text)) === text).toBe(true);
  });

  it("is no text if it is nothing, or a file of another format", async () => {
    await expect(textIn("")).rejects.toThrow(`${folder}/file: an empty file; give the whole file`);
    const npz = archive([{ name: "a.npy", bytes: Uint8Array.of(0xff) }]);
    await expect(textIn(npz)).rejects.toThrow(
      `${folder}/file: a file of the format npz, not text; give a file of JSON`,
    );
  });

  it("has a cap that fits a string", () => {
    expect(MAX_BYTES).toBe(268_435_456);
    expect("x".repeat(MAX_BYTES).length).toBe(MAX_BYTES);
  });

  it("is UTF-8 only, and without a byte order mark", async () => {
    expect(await textIn("\uFEFFx")).toBe("x");
    for (const bytes of [[0xff], [0xc3], [0xc0, 0x80], [0xed, 0xa0, 0x80]]) {
      await expect(textIn(Uint8Array.from(bytes))).rejects.toThrow(
        `${folder}/file: not UTF-8 text; save the file as UTF-8`,
      );
    }
  });

  it("is undefined where no file is named", async () => {
    const named = fileOf("x");
    const { given, left } = await readSources({ given: named, left: undefined }, 16);
    expect([given.place, left]).toEqual([named, undefined]);
  });

  it("is named as a person would", () => {
    expect(["-", "", "a b"].map(placeOf)).toEqual(["standard input", '""', "a b"]);
  });
});

describe("standard input", () => {
  const FROM = "examples/path-from.json";
  const PATH = "proofs/certificates/path-potential.json";
  const ONCE = "can be read only once; give the other inputs as files";

  it.each([
    `check - --claim ext-geodesic --from - --to ${FROM}`,
    `check ${PATH} --claim ext-geodesic --from - --to -`,
    "check - --claim prop-4.4 --r 1 --m 2 --data -",
    "path - -",
    "landscape - -",
    `certify path - - -o ${folder}/x`,
  ])("can't stand for two inputs: %s", (line) => {
    expectRefusal(equilossWith({ input: "{}" }, ...wordsOf(line)), `standard input: ${ONCE}`);
  });

  it.each([
    ["can't either by another of its names", "path - /dev/stdin", `/dev/stdin: ${ONCE}`],
    ["that is a folder is none", "reduce - < src", "standard input: is a directory; name a file"],
  ])("%s: %s", (_, line, message) => {
    const options = { cwd: ROOT, input: "{}", encoding: "utf8" } as const;
    expectRefusal(spawnSync("sh", ["-c", `exec node dist/src/cli/main.js ${line}`], options), message);
  });
});

describe("a file that is too large", () => {
  it.each([
    ["npz", "PK\x03\x04", "zip: "],
    ["npy", "\x93NUMPY", "npy: "],
    ["json", "{", ""],
  ])("is refused before it is read, by its format: %s", async (name, magic, format) => {
    const path = fileOf(Buffer.from(magic, "latin1"), `large.${name}`);
    truncateSync(path, 3 * 2 ** 30);
    await expect(readSources({ path }, 2048)).rejects.toThrow(
      `${path}: ${format}larger than the cap of 268435456 bytes; give a smaller file`,
    );
    truncateSync(path, 0);
  });
});

describe("the memory for a file of floats", () => {
  it("is told by what it unpacks to", async () => {
    const bytes = new Uint8Array(2_000_000);
    const path = fileOf(archive([{ name: "W1.npy", bytes, isDeflated: true }]), "zeros.npz");
    await expect(readSources({ path }, 64)).rejects.toThrow("MiB, the budget is 64 MiB");
    expect((await readSources({ path }, 128)).path.bytes.length).toBeLessThan(10_000);
  });
});
