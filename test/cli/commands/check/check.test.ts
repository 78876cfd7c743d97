import { mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { ROOT, runInProcess, equilossWith } from "../../../runEquiloss.js";
import { complaints, expectRefusal } from "../../runs.js";

const folder = mkdtempSync(join(tmpdir(), "equiloss-"));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const KEPT = "proofs/certificates";
const ENUMERATION = `${KEPT}/enumeration-2-4.json`;
const TREE = `${KEPT}/connected-3-4.json`;
const PATH = `${KEPT}/path-potential.json`;
const FLOW = `${KEPT}/counterexample-flow.json`;
const FROM = "examples/path-from.json";
const TO = "examples/path-to.json";

const textOf = (file: string): string => readFileSync(join(ROOT, file), "utf8");

let number = 0;
function fileOf(content: string | Uint8Array): string {
  number += 1;
  const file = join(folder, `${number}.json`);
  writeFileSync(file, content);
  return file;
}

describe("equiloss check", () => {
  it("accepts on stdout, with exit code 0", async () => {
    expect(
      await runInProcess("check", ENUMERATION, "--claim", "thm-3.1-count", "--r", "2", "--m", "4"),
    ).toEqual({
      status: 0,
      stdout: "accepted: there are T(2,4) = 62 labelled partitions of 4 neurons with 2 labels, no other\n",
      stderr: "",
    });
    const json = await runInProcess("check", FLOW, "--claim", "lem-2.1", "--refuted", "--json");
    expect(json).toEqual({
      status: 0,
      stdout:
        '{"accepted":true,"shows":"a C¹ loss whose gradient flow leaves the symmetry subspace, and one whose flow enters it"}\n',
      stderr: "",
    });
    const input = textOf(ENUMERATION);
    const piped = equilossWith({ input }, "check", "-", "--claim", "thm-3.1-count", "--r", "2", "--m", "4");
    expect(piped.status).toBe(0);
  });

  it("rejects on stdout, with the rule and exit code 1", async () => {
    const args = ["--claim", "thm-3.1-count", "--r", "2", "--m", "4"];
    const file = fileOf(textOf(ENUMERATION).replace("[1,1,1,2]", "[1,1,2,1]"));
    const { status, stdout, stderr } = await runInProcess("check", file, ...args);
    expect([status, stderr]).toEqual([1, ""]);
    expect(stdout).toMatch(/^rejected by rule digest, at digest: the rest has digest sha256:[0-9a-f]{64}\n$/);
    const json = await runInProcess("check", file, ...args, "--json");
    expect([json.status, JSON.parse(json.stdout)]).toEqual([
      1,
      { accepted: false, rule: "digest", where: "digest", reason: expect.any(String) as string },
    ]);
  });

  it.each([
    ["another m", TREE, "thm-3.1-connected --r 3 --m 5", "parameters"],
    [
      "another network",
      TREE,
      "thm-3.1-connected --r 3 --m 4 --network examples/irreducible.json",
      "parameters",
    ],
    ["the refutation", ENUMERATION, "thm-3.1-count --r 2 --m 4 --refuted", "claim"],
    ["the claim, not its refutation", FLOW, "lem-2.1", "claim"],
    ["the way back", PATH, `ext-geodesic --from ${TO} --to ${FROM}`, "end"],
    ["another width", PATH, `ext-geodesic --from ${FROM} --to ${TO} --m 6`, "parameters"],
    ["a mere path", PATH, `thm-3.1-path --from ${FROM} --to ${TO}`, "claim"],
  ])("rejects a valid certificate where the caller wants %s", async (_, file, wanted, rule) => {
    const run = await runInProcess("check", file, "--json", "--claim", ...wanted.split(" "));
    expect([run.status, complaints(run)]).toEqual([1, []]);
    expect(JSON.parse(run.stdout)).toMatchObject({ accepted: false, rule });
  });

  it("accepts a path with all that can be said of it", async () => {
    const said = `ext-geodesic --from ${FROM} --to ${TO} --r 3 --m 5 --network examples/irreducible.json`;
    const { stdout } = await runInProcess("check", PATH, "--claim", ...said.split(" "));
    expect(stdout).toBe("accepted: a path of 4 segments inside Θ; no path has fewer\n");
  });

  it.each([
    ["half of one", textOf(ENUMERATION).slice(0, 500), "json"],
    ["a byte order mark", `\ufeff${textOf(ENUMERATION)}`, "json"],
    ["spaces", textOf(ENUMERATION).replace(":", ": "), "canonical"],
    ["a network", textOf("examples/irreducible.json").replace(/\s/g, ""), "shape"],
    ["brackets without end", "[".repeat(1_000_000), "depth"],
  ])("rejects a file that holds %s", async (_, text, rule) => {
    const args = ["--claim", "thm-3.1-count", "--r", "2", "--m", "4", "--json"];
    const run = await runInProcess("check", fileOf(text), ...args);
    expect([run.status, complaints(run)]).toEqual([1, []]);
    expect(JSON.parse(run.stdout)).toMatchObject({ accepted: false, rule });
  });
});

describe("a check that can't be made", () => {
  const count = ["--claim", "thm-3.1-count", "--r", "2", "--m", "4"];

  it.each([
    [[ENUMERATION], "required option '--claim <id>' not specified; see equiloss check --help"],
    [["--claim", "lem-2.1"], "missing required argument 'file'; see equiloss check --help"],
    [
      [ENUMERATION, "--claim", "thm-3.1"],
      '--claim: no certificates for "thm-3.1"; choose among thm-3.1-count, thm-3.1-connected, thm-3.1-path, ext-geodesic, ext-topology, mlp-connected, lem-2.1, prop-4.3, prop-4.4, ext-saddle, open-strict-saddles',
    ],
    [
      [ENUMERATION, "--claim", "thm-3.1-count"],
      "thm-3.1-count is about something that only you can name; give --r and --m",
    ],
    [
      [TREE, "--claim", "thm-3.1-connected", "--r", "3"],
      "thm-3.1-connected is about something that only you can name; give --m",
    ],
    [
      [PATH, "--claim", "ext-geodesic", "--to", TO],
      "ext-geodesic is about something that only you can name; give --from",
    ],
    [
      [ENUMERATION, ...count, "--network", FROM, "--to", TO],
      "thm-3.1-count has no use for --network and --to; leave it out, or name another claim",
    ],
    [
      [ENUMERATION, ...count.with(3, "0")],
      "--r: 0 is too small; give a whole number from 1 to 200001, in decimal digits",
    ],
    [["none.json", ...count], "none.json: no such file; name a file that can be read"],
    [["examples", ...count], "examples: is a directory; name a file"],
    [
      [PATH, "--claim", "ext-geodesic", "--from", FROM, "--to", "none.json"],
      "none.json: no such file; name a file that can be read",
    ],
  ])("%j: %s", async (args, message) => {
    expectRefusal(await runInProcess("check", ...args), message);
  });

  it("within the memory that is allowed", async () => {
    const long = fileOf(`"${"x".repeat(2 ** 21)}"`);
    expectRefusal(
      await runInProcess("check", long, ...count, "--max-memory", "16"),
      `to read ${long} takes about 17 MiB, the budget is 16 MiB; ` +
        "choose smaller sizes, or allow it with --max-memory 17",
    );
    const { status, stdout } = await runInProcess("check", long, ...count, "--max-memory", "17", "--json");
    expect([status, JSON.parse(stdout)]).toMatchObject([1, { rule: "shape" }]);
  });

  it("as the file is no text, or huge", async () => {
    const binary = fileOf(Uint8Array.of(0x7b, 0xff, 0x7d));
    expectRefusal(
      await runInProcess("check", binary, ...count),
      `${binary}: not UTF-8 text; give a certificate as \`equiloss certify\` writes them`,
    );
    const huge = fileOf("");
    truncateSync(huge, 2 ** 40);
    expectRefusal(
      await runInProcess("check", huge, ...count),
      `${huge}: larger than the cap of 268435456 bytes; give a smaller file`,
    );
  });
});
