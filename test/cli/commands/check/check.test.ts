import { truncateSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { PARAMETERS_OF } from "../../../../src/cli/commands/check/parameters.js";
import { equilossWith } from "../../../runEquiloss.js";
import { itRefuses, printed, printedJson, refused, wordsOf } from "../../runs.js";
import { scratchFolder, textOf, writerIn } from "../../scratch.js";

const fileOf = writerIn(scratchFolder());

const KEPT = "proofs/certificates";
const ENUMERATION = `${KEPT}/enumeration-2-4.json`;
const TREE = `${KEPT}/connected-3-4.json`;
const PATH = `${KEPT}/path-potential.json`;
const FLOW = `${KEPT}/counterexample-flow.json`;
const FROM = "examples/path-from.json";
const TO = "examples/path-to.json";
const COUNT = "--claim thm-3.1-count --r 2 --m 4";

describe("equiloss check", () => {
  it("accepts on stdout, with exit code 0", async () => {
    expect(await printed(`check ${ENUMERATION} ${COUNT}`)).toBe(
      "accepted: there are T(2,4) = 62 labelled partitions of 4 neurons with 2 labels, no other\n",
    );
    expect(await printed(`check ${FLOW} --claim lem-2.1 --refuted --json`)).toBe(
      '{"format":"equiloss-check/1","accepted":true,"shows":"a C¹ loss whose gradient flow leaves the symmetry subspace, and one whose flow enters it"}\n',
    );
    const input = textOf(ENUMERATION);
    expect(equilossWith({ input }, ...wordsOf(`check - ${COUNT}`)).status).toBe(0);
  });

  it("rejects on stdout, with the rule and exit code 1", async () => {
    const file = fileOf(textOf(ENUMERATION).replace("[1,1,1,2]", "[1,1,2,1]"));
    expect(await printed(`check ${file} ${COUNT}`, 1)).toMatch(
      /^the file was changed after it was written: rejected by rule digest, at digest: the rest has digest sha256:[0-9a-f]{64}\n$/,
    );
    expect(await printedJson(`check ${file} ${COUNT} --json`, 1)).toEqual({
      accepted: false,
      rule: "digest",
      where: "digest",
      reason: expect.any(String) as string,
    });
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
  ])("rejects a valid certificate where the caller asks for %s", async (_, file, asked, rule) => {
    const verdict = await printedJson(`check ${file} --json --claim ${asked}`, 1);
    expect(verdict).toMatchObject({ accepted: false, rule });
  });

  it("accepts a path with all that can be said of it", async () => {
    const words = `--from ${FROM} --to ${TO} --r 3 --m 5 --network examples/irreducible.json`;
    expect(await printed(`check ${PATH} --claim ext-geodesic ${words}`)).toBe(
      "accepted: a path of 4 segments inside Θ; no path has fewer\n",
    );
  });

  it("accepts a path with mirrored neurons for activations of its parity alone", async () => {
    const file = fileOf("");
    const ends = "examples/mirrored-from.json examples/mirrored-to.json";
    await printed(`certify path ${ends} --activation arctan -o ${file}`);
    const asked = `check ${file} --claim ext-geodesic-odd --from ${ends.replace(" ", " --to ")} --m 4`;
    expect(await printed(`${asked} --parity odd`)).toBe(
      "accepted: a path of 4 segments whose networks compute what theta does for every odd activation; no path has fewer\n",
    );
    expect(await printed(`${asked} --parity even`, 1)).toBe(
      "rejected by rule parameters, at body: not what the caller asks about\n" +
        '  the file has parity = "odd", you ask about "even"\n',
    );
    await refused(asked, "you must say what a certificate for ext-geodesic-odd is about; give --parity");
  });

  it.each([
    ["half of one", textOf(ENUMERATION).slice(0, 500), "json"],
    ["a byte order mark", `\ufeff${textOf(ENUMERATION)}`, "json"],
    ["spaces", textOf(ENUMERATION).replace(":", ": "), "canonical"],
    ["a network", textOf("examples/irreducible.json").replace(/\s/g, ""), "shape"],
    ["brackets without end", "[".repeat(1_000_000), "depth"],
  ])("rejects a file that holds %s", async (_, text, rule) => {
    const verdict = await printedJson(`check ${fileOf(text)} ${COUNT} --json`, 1);
    expect(verdict).toMatchObject({ accepted: false, rule });
  });
});

describe("equiloss check --kernel verified", () => {
  it("prints both verdicts", async () => {
    expect(await printed(`check ${ENUMERATION} ${COUNT} --kernel verified`)).toBe(
      "typescript: accepted: there are T(2,4) = 62 labelled partitions of 4 neurons with 2 labels, no other\n" +
        "verified: accepted: check_enumeration is true of it\n",
    );
    expect(await printedJson(`check ${ENUMERATION} ${COUNT} --kernel verified --json`)).toEqual({
      accepted: true,
      agree: true,
      typescript: {
        accepted: true,
        shows: "there are T(2,4) = 62 labelled partitions of 4 neurons with 2 labels, no other",
      },
      verified: {
        accepted: true,
        shows: "check_enumeration is true of it",
      },
    });
    expect(await printed(`check ${ENUMERATION} --claim thm-3.1-count --r 2 --m 5 --kernel verified`, 1)).toBe(
      "typescript: rejected by rule parameters, at body: not what the caller asks about\n" +
        "  the file has m = 4, you ask about 5\n" +
        "verified: rejected by rule parameters, at body: not what the caller asks about\n",
    );
  });

  it("judges that no path is shorter", async () => {
    const printedVerdicts = await printed(
      `check ${PATH} --claim ext-geodesic --from ${FROM} --to ${TO} --kernel verified`,
    );
    expect(printedVerdicts).toMatch(
      /^typescript: accepted: .*; no path has fewer\nverified: accepted: check_shortest_path is true of it\n$/,
    );
  });

  it("refuses what the kernel doesn't judge", async () => {
    await refused(
      `check ${FLOW} --claim lem-2.1 --refuted --kernel verified`,
      "the verified kernel doesn't judge certificates of kind counterexample; use --kernel typescript",
    );
  });
});

describe("a file that is no certificate as it was written", () => {
  it.each([
    ["spaces", textOf(ENUMERATION).replace(":", ": "), "the file was changed after it was written"],
    ["a network", textOf("examples/irreducible.json"), "this is a network file, not a certificate"],
    ["data", textOf("examples/landscape-data.json"), "this is a data file, not a certificate"],
    [
      "counts",
      '{"format":"equiloss-count/1","r":1}',
      "this is what equiloss count printed, not a certificate",
    ],
  ])("is rejected in plain words first: %s", async (_, text, words) => {
    const verdict = await printed(`check ${fileOf(text)} ${COUNT}`, 1);
    expect(verdict.startsWith(`${words}: rejected by rule `)).toBe(true);
  });

  it("is rejected by the rule alone where nothing plainer can be said", async () => {
    expect(await printed(`check ${fileOf("[")} ${COUNT}`, 1)).toMatch(/^rejected by rule json, /);
  });
});

describe("a check that can't be made", () => {
  const say = (claim: string, options: string): string =>
    `you must say what a certificate for ${claim} is about; give ${options}`;

  const settling = (file: string, kind: string, claims: string, repair: string): string =>
    `${file}: you must say which claim it must settle, and files of kind ${kind} can settle ${claims}; give ${repair}`;

  itRefuses("check", {
    [ENUMERATION]: settling(ENUMERATION, "enumeration", "thm-3.1-count", "--claim thm-3.1-count --r … --m …"),
    [PATH]: settling(
      PATH,
      "path",
      "thm-3.1-path, ext-geodesic",
      "--claim thm-3.1-path --from … --to … or --claim ext-geodesic --from … --to …",
    ),
    [FLOW]: settling(
      FLOW,
      "counterexample",
      "thm-3.1-count, lem-2.1",
      "--claim thm-3.1-count --refuted --r … --m … or --claim lem-2.1 --refuted",
    ),
    [FROM]: `${FROM}: you must say which claim it must settle, and it does not end as a certificate does; give a certificate and --claim <id>`,
    "--claim lem-2.1": "missing required argument 'file'; see equiloss check --help",
    [`${ENUMERATION} --claim ext-geodesi`]: `--claim: no certificates for "ext-geodesi" (Did you mean ext-geodesic?); choose among ${[...PARAMETERS_OF.keys()].join(", ")}`,
    [`${ENUMERATION} --claim thm-3.1`]: `--claim: no certificates for "thm-3.1"; choose among ${[...PARAMETERS_OF.keys()].join(", ")}`,
    [`${ENUMERATION} --claim thm-3.1-count`]: say("thm-3.1-count", "--r and --m"),
    [`${TREE} --claim thm-3.1-connected --r 3`]: say("thm-3.1-connected", "--m"),
    [`${PATH} --claim ext-geodesic --to ${TO}`]: say("ext-geodesic", "--from"),
    [`${ENUMERATION} ${COUNT} --network ${FROM} --to ${TO}`]:
      "certificates for thm-3.1-count don't depend on --network and --to; leave out --network and --to, or name another claim",
    [`${ENUMERATION} --claim thm-3.1-count --r 0 --m 4`]:
      "--r: 0 is too small; give a whole number from 1 to 200001, in decimal digits",
    [`${PATH} --claim ext-geodesic --from ${FROM} --to ${TO} --parity odd`]:
      "certificates for ext-geodesic don't depend on --parity; leave out --parity, or name another claim",
    [`${PATH} --claim ext-geodesic-odd --from ${FROM} --to ${TO} --parity none`]:
      "option '--parity <parity>' argument 'none' is invalid. Allowed choices are odd, even; see equiloss check --help",
    [`none.json ${COUNT}`]: "none.json: no such file; name a file that can be read",
    [`examples ${COUNT}`]: "examples: is a directory; name a file",
    [`${PATH} --claim ext-geodesic --from ${FROM} --to none.json`]:
      "none.json: no such file; name a file that can be read",
  });

  it("within the memory that is allowed", async () => {
    const long = fileOf(`"${"x".repeat(2 ** 21)}"`);
    await refused(
      `check ${long} ${COUNT} --max-memory 16`,
      `to read ${long} takes about 17 MiB, the budget is 16 MiB; ` +
        "choose smaller sizes, or allow it with --max-memory 17",
    );
    const verdict = await printedJson(`check ${long} ${COUNT} --max-memory 17 --json`, 1);
    expect(verdict).toMatchObject({ rule: "shape" });
  });

  it("as the file is no text, or huge", async () => {
    const binary = fileOf(Uint8Array.of(0x7b, 0xff, 0x7d));
    await refused(
      `check ${binary} ${COUNT}`,
      `${binary}: not UTF-8 text; give a certificate as \`equiloss certify\` writes them`,
    );
    const huge = fileOf("");
    truncateSync(huge, 2 ** 40);
    await refused(
      `check ${huge} ${COUNT}`,
      `${huge}: larger than the cap of 268435456 bytes; give a smaller file`,
    );
  });
});
