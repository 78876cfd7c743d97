import { readdirSync } from "node:fs";
import { basename, join } from "node:path";
import { Ajv } from "ajv";
import type { Command } from "commander";
import { describe, expect, it } from "vitest";
import { parseJudgedEnds } from "../../src/certificate/readJudgedEnds.js";
import type { program as Program } from "../../src/cli/program.js";
import { parseEnds } from "../../src/training/endsFile.js";
import { tinyProofs } from "../coq/tinyProofs.js";
import { REFUSED } from "../network/refusedFiles.js";
import { ROOT, equilossWith } from "../runEquiloss.js";
import { UNSHOWN, compiled, fewControlsInProcess, plantUnshown } from "./planted.js";
import { typed, wordsOf } from "./runs.js";
import { PATTERNS, generatedSchemas, schemaText } from "./schemas.js";
import { scratchFolder, textOf } from "./scratch.js";

plantUnshown();
const folder = scratchFolder();
const [FROM, TO] = ["examples/path-from.json", "examples/path-to.json"];
const MIRRORED = "examples/mirrored-from.json examples/mirrored-to.json";
const TRAINED = "classify examples/trained.json";
const output = join(folder, "certificate.json");
const CRITICAL = `certify critical --r 1 --points 3 --json -o ${join(folder, "critical.json")}`;

/** Short commands for each schema of what is printed. */
const RUNS: Readonly<Record<string, readonly string[]>> = {
  certify: [
    `certify enumeration 1 2 --json -o ${output}`,
    `certify connected 1 2 --json -o ${join(folder, "connected.json")}`,
    `certify morse 1 2 --json -o ${join(folder, "morse.json")}`,
    `certify path ${FROM} ${TO} --json -o ${join(folder, "path.json")}`,
    `certify splitting --r 1 --points 3 --json -o ${join(folder, "splitting.json")}`,
    `certify spurious --k 6 --json -o ${join(folder, "spurious.json")}`,
    `certify counterexample lem-2.1 --json -o ${join(folder, "counterexample.json")}`,
    CRITICAL,
  ],
  check: [
    `check ${output} --claim thm-3.1-count --r 1 --m 2 --json`,
    `check ${output} --claim thm-3.1-count --r 1 --m 3 --json`,
    `check ${output} --claim thm-3.1-count --r 1 --m 2 --kernel verified --json`,
    `check ${output} --claim thm-3.1-count --r 1 --m 3 --kernel verified --json`,
  ],
  claims: ["verify --list --json"],
  classify: [
    `${TRAINED} --tolerance 1e-6 --json`,
    `${TRAINED} --activation softplus+sigmoid:1,4 --within -5:5 --prune -o ${join(folder, "p.json")} --json`,
    `${TRAINED} --activation tanh --within -1:1 --prune -o ${join(folder, "q.json")} --certificate ${join(folder, "b.json")} --json`,
    `${TRAINED} --activation relu --within -1:1 --prune -o ${join(folder, "p.csv")} --json`,
    "classify examples/saddle.json --activation relu --within 0:1 --data examples/landscape-data.json --json",
    "classify examples/biases.json --tolerance 0 --activation sigmoid --json",
    "classify examples/four-layers.json --tolerance 0 --activation relu --within 0:1 --json",
  ],
  compare: [
    `compare ${FROM} ${TO} --json`,
    `compare ${MIRRORED} --json`,
    `compare ${MIRRORED} --activation tanh --json`,
    `compare ${MIRRORED} --activation relu --json --apply -o ${join(folder, "applied.json")}`,
    "compare test/corpus/compare/n2n-f32-3-small.json test/corpus/compare/n2n-f32-3-noise.json --json",
    "compare test/corpus/compare/n2n-f32-3-small.json test/corpus/compare/n2n-f32-3-wide.json --json " +
      "--activation tanh --within -1:1 --tolerance 1e-7",
    "compare test/corpus/compare/relu-scale.json test/corpus/compare/relu-scale.json --json --activation relu",
  ],
  count: [
    "count 2 3 --json",
    "count 30 60 --json",
    "count 2 3 --json --parity odd",
    "count 2 3 --json --parity even",
  ],
  crosscheck: ["crosscheck --backend wasm --claims fig-6 --points 2 --inputs 2 --seed 1 --json"],
  error: [
    "count 4 3 --json",
    "count 4 --json",
    "certify frob --json",
    "verify frob --reporter json",
    "verify frob --reporter=json",
    "reduce none.json --json",
    `${CRITICAL} --claim saddles-stay --index 0 --expand 2`,
  ],
  expand: [
    `expand examples/four-layers.json --to 5,6,7 -o ${join(folder, "wide.json")} --json`,
    `expand examples/mixed.json --to 7 --how pad -o ${join(folder, "padded.json")} --json`,
  ],
  explain: [`explain def-2.2 eq-2 ${UNSHOWN.id} --json`],
  export: [
    `export examples/trained.json -o ${join(folder, "net.safetensors")} --json`,
    `export examples/path-from.json --round --activation relu --within 0:1 -o ${join(folder, "p.npz")} --json`,
    `export examples/trained.json -o ${join(folder, "net.csv")} --json`,
  ],
  graph: ["graph 2 3 --json", "graph 2 2 --json"],
  import: [
    `import examples/trained.npz -o ${join(folder, "trained.json")} --json`,
    `import examples/mixed.json -o ${join(folder, "mixed.json")} --numbers double --json`,
  ],
  "judged-ends": ["ends examples/ends.json --json", "ends proofs/ends/fig1e-5.json --slot 1/25 --json"],
  landscape: [
    ...["saddle", "minimum"].map(
      (name) =>
        `landscape examples/${name}.json examples/landscape-data.json --json --certificate ${join(folder, name)}`,
    ),
    "landscape examples/saddle.json examples/landscape-data.json --threshold 1/8 --mean --json",
    "landscape examples/saddle.json examples/landscape-data.json --enclose --mean --json",
    "landscape examples/student.json examples/student-data.json --activation sigmoid --json",
  ],
  report: [`report -o ${join(folder, "report")} --json`],
  cover: ["cover --slot 1/1000 --json"],
  path: [
    `path ${FROM} ${TO} --json`,
    `path ${FROM} ${TO} --json --as-paper`,
    "path examples/deep-from.json examples/deep-to.json --json",
    `path ${MIRRORED} --activation tanh --json`,
    "path examples/trained.npz examples/trained.json --tolerance 1e-6 --json --within -1:1 " +
      "--activation softplus+sigmoid:1,4",
    "path examples/saddle.json examples/saddle.json --tolerance 0 --json --activation tanh " +
      "--data examples/landscape-data.json",
  ],
  "path-change": [`path ${FROM} ${TO} --changes --json`, `path ${MIRRORED} --activation tanh --changes`],
  proofs: [],
  reduce: ["mixed", "cancels", "biases", "four-layers"].flatMap((name) => [
    `reduce examples/${name}.json --json`,
    ...["tanh", "sigmoid", "relu"].map((one) => `reduce examples/${name}.json --json --activation ${one}`),
  ]),
  regime: [
    "regime --rstar 3 --json --curves",
    "regime --rstar 30 --width 35 --max-m 35 --json",
    "regime --rstar 3 --json --activation tanh",
    "regime --rstar 3 --json --activation gelu",
  ],
  "shard-plan": [`shard plan connected 2 3 --shards 1 -o ${join(folder, "job")} --engine slurm --json`],
  "shard-run": [`shard run ${join(folder, "job")} --slot 0 --json`],
  "shard-merge": [`shard merge ${join(folder, "job")} --audit 2 --json`],
  threshold: ["threshold 1 --json", "threshold 3 --json", "threshold 3 --json --parity even"],
  topology: ["topology 2 3 --json"],
  train: [`train fig1 --width 1 --seeds 1 -o ${join(folder, "ends.json")} --json`],
  verification: ["verify def-2.2 eq-2 fig-5 fig-6 lem-2.1 --proofs off --max-m 3 --seed 1 --json"],
};

const generated = generatedSchemas();
const names = [...generated.keys()];

/** The schemas of files that are read, which are written by hand. */
const FILES = ["network", "data", "ends"];

const ajv = new Ajv({ allErrors: true, strict: true, allowUnionTypes: true });
const validators = new Map(
  [...names, ...FILES].map((name) => [
    name,
    ajv.compile(JSON.parse(textOf(`docs/schemas/${name}.json`)) as object),
  ]),
);

/** What is wrong with a value, by the schema of that name. */
function objections(name: string, value: unknown): string[] {
  const validate = validators.get(name);
  if (validate === undefined) throw new Error(`no schema ${name}`);
  if (validate(value)) return [];
  return (validate.errors ?? []).map(({ instancePath, message = "" }) => `${instancePath} ${message}`);
}

/** The values that a command prints, a line each. */
const valuesOf = (stdout: string): unknown[] =>
  stdout
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as unknown);

/** Digits of a whole number or of a fraction. */
const NUMBER = /^-?[0-9]+(\/[0-9]+)?$/;

/** All texts printed at a member of this name, in lists too. */
const texts = new Map<string, string[]>();

function collectTexts(value: unknown, member: string): void {
  if (typeof value === "string") texts.set(member, [...(texts.get(member) ?? []), value]);
  else if (Array.isArray(value)) for (const part of value) collectTexts(part, member);
  else if (typeof value === "object" && value !== null)
    for (const [name, part] of Object.entries(value)) collectTexts(part, NUMBER.test(name) ? member : name);
}

async function expectValid(name: string, line: string): Promise<void> {
  const values = valuesOf((await fewControlsInProcess({}, ...wordsOf(line))).stdout);
  expect(values.flatMap((value) => objections(name, value))).toEqual([]);
  for (const value of values) collectTexts(value, name);
  for (const value of values)
    expect(Object.entries(value as object)[0]).toEqual(["format", `equiloss-${name}/1`]);
}

describe("docs/schemas", () => {
  it("has a file for each output, and for the files that are read", () => {
    expect(readdirSync(join(ROOT, "docs/schemas")).sort()).toEqual(
      [...names, ...FILES].map((name) => `${name}.json`).sort(),
    );
  });

  it.each(names)("has %s as the types have it; -u makes it anew", async (name) => {
    const schema = generated.get(name);
    if (schema === undefined) throw new Error(`no schema ${name}`);
    await expect(await schemaText(schema)).toMatchFileSnapshot(join(ROOT, `docs/schemas/${name}.json`));
  });

  it("is listed in docs/formats.md, each with its format", () => {
    const listed = [
      ...textOf("docs/formats.md").matchAll(/`equiloss-([a-z-]+)\/1`\]\(schemas\/([a-z-]+)\.json\)/g),
    ];
    expect(listed.map(([, name]) => name).sort()).toEqual([...names, ...FILES].sort());
    for (const [, name, file] of listed) expect(file).toBe(name);
  });
});

describe("what commands print as JSON", () => {
  it("is run below for every command that has --json", async () => {
    const { program } = (await import(compiled("cli/program.js"))) as { program: typeof Program };
    const leaves = (command: Command, path: string): string[] =>
      command.commands.length > 0
        ? command.commands.flatMap((child) => leaves(child, `${path} ${child.name()}`.trim()))
        : command.options.some(({ long }) => long === "--json")
          ? [path]
          : [];
    const expected = leaves(
      program(() => undefined),
      "",
    );
    expect(expected.length).toBeGreaterThanOrEqual(19);
    const lines = Object.values(RUNS).flat();
    const unrun = expected.filter((path) => !lines.some((line) => line.startsWith(`${path} `)));
    expect(unrun).toEqual(["proofs"]);
    expect(Object.keys(RUNS).sort()).toEqual([...names].sort());
  });

  it.each(Object.entries(RUNS).flatMap(([name, lines]) => lines.map((line) => [name, line])))(
    "fits %s: %s",
    async (name = "", line = "") => {
      await expectValid(name, line);
    },
  );

  it("has a pattern for each member that was a number in digits whenever it was printed", () => {
    const numbers = [...texts].flatMap(([name, all]) =>
      all.every((text) => NUMBER.test(text)) ? [name] : [],
    );
    const printedAs: Readonly<Record<string, string>> = { WeightTexts: "weights", Counts: "surjections" };
    const known = [...PATTERNS.keys()].map((name) => printedAs[name] ?? name);
    // No run above is short and prints it.
    const unseen = ["torsion"];
    expect([...numbers, ...unseen].sort()).toEqual(known.sort());
  });

  it("fits proofs", () => {
    const env = { ...process.env, XDG_CACHE_HOME: join(folder, "cache") };
    const { stdout, status } = equilossWith({ env }, "proofs", tinyProofs(), "--json");
    expect([status, ...valuesOf(stdout).flatMap((value) => objections("proofs", value))]).toEqual([0]);
  });

  it("has an error once, beside the line on stderr, and none without --json", async () => {
    const { status, stdout, stderr } = await typed("reduce none.json --json");
    const error = {
      problem: "no such file",
      repair: "name a file that can be read",
      place: "none.json",
      exitCode: 2,
    };
    expect([status, JSON.parse(stdout)]).toEqual([2, { format: "equiloss-error/1", error }]);
    expect(stderr).toBe("equiloss: none.json: no such file; name a file that can be read\n");
    for (const line of ["reduce none.json", "verify frob --reporter junit", "reduce -- --json"])
      expect((await typed(line)).stdout).toBe("");
  });
});

describe("a value that isn't as the schema says", () => {
  const graph = async (): Promise<object> => JSON.parse((await typed("graph 2 3 --json")).stdout) as object;

  it.each([
    ["a member is missing", { edges: undefined }, " must have required property 'edges'"],
    ["a number for a string", { edges: 12 }, "/edges must be string"],
    ["a string for a number", { r: "2" }, "/r must be integer"],
    ["a fraction for an integer", { r: 2.5 }, "/r must be integer"],
    ["words for digits", { edges: "twelve" }, '/edges must match pattern "^(0|-?[1-9][0-9]*)$"'],
    ["a leading 0", { edges: "012" }, '/edges must match pattern "^(0|-?[1-9][0-9]*)$"'],
    ["a number within a record", { degrees: { 2: 12 } }, "/degrees/2 must be string"],
    ["another member", { vertices: "12" }, " must NOT have additional properties"],
    ["another format", { format: "equiloss-graph/2" }, "/format must be equal to constant"],
  ])("is refused: %s", async (_, change, objection) => {
    const value: unknown = JSON.parse(JSON.stringify({ ...(await graph()), ...change }));
    expect(objections("graph", value)).toEqual([objection]);
  });
});

describe("the schemas of files", () => {
  const examples = readdirSync(join(ROOT, "examples")).filter(
    (name) => name.endsWith(".json") && name !== "ends.json",
  );

  it.each(examples)("take examples/%s", (name) => {
    const value = JSON.parse(textOf(`examples/${name}`)) as { format: string };
    const schema = value.format === "equiloss-data/1" ? "data" : "network";
    expect(objections(schema, value)).toEqual([]);
    expect(objections(schema, { $schema: "x.json", ...value })).toEqual([]);
    expect(objections(schema, { ...value, seed: "1" })).not.toEqual([]);
    expect(objections(schema === "data" ? "network" : "data", value)).not.toEqual([]);
  });

  it("refuse what the reader refuses, as far as a schema can say it", () => {
    const taken = REFUSED.flatMap(([name, text]) => {
      let value: unknown;
      try {
        value = JSON.parse(text);
      } catch {
        return [];
      }
      return objections("network", value).length === 0 ? [name] : [];
    });
    expect(taken).toMatchInlineSnapshot(`
      [
        "a float with a point",
        "a float with an exponent",
        "repeated weights",
        "repeated weights in disguise",
        "three layers",
        "biases",
        "a ragged W1",
        "a ragged W2",
        "widths that differ",
        "a numerator past the cap",
      ]
    `);
  });

  it.each([
    ["no inputs", { targets: [["1"]] }],
    ["an empty list", { inputs: [], targets: [] }],
    ["an empty row", { inputs: [[]], targets: [["1"]] }],
    ["a float", { inputs: [[0.5]], targets: [["1"]] }],
    ["a decimal without digits", { inputs: [["."]], targets: [["1"]] }],
    ["denominator 0", { inputs: [["1/0"]], targets: [["1"]] }],
  ])("refuse data with %s", (_, members) => {
    expect(objections("data", { format: "equiloss-data/1", ...members })).not.toEqual([]);
  });
});

describe("the schemas of ends and of verdicts on them", () => {
  const committed = readdirSync(join(ROOT, "proofs/ends")).filter((name) => name.endsWith(".json"));
  const schemaOf = (name: string): string => (name.startsWith("judged-") ? "judged-ends" : "ends");

  it.each(["examples/ends.json", ...committed.map((name) => `proofs/ends/${name}`)])("take %s", (path) => {
    const name = schemaOf(basename(path));
    const value = JSON.parse(textOf(path)) as { readonly runs: readonly object[] };
    expect(objections(name, value)).toEqual([]);
    const [first, ...others] = value.runs;
    const damaged = { ...value, runs: [{ ...first, seed: "0" }, ...others] };
    expect(objections(name, damaged)).toContain("/runs/0/seed must be integer");
  });

  it.each<[string, object, object, string]>([
    ["another setting", { setting: "fig2" }, {}, "/setting must be equal to one of the allowed values"],
    ["no runs", { runs: [] }, {}, "/runs must NOT have fewer than 1 items"],
    ["a weight in digits", {}, { outgoing: ["1"] }, "/runs/0/outgoing/0 must be number"],
    [
      "three incoming weights",
      {},
      { incoming: [[1, 2, 3]] },
      "/runs/0/incoming/0 must NOT have more than 2 items",
    ],
    ["a negative loss", {}, { loss: -1 }, "/runs/0/loss must be >= 0"],
    ["no reason", {}, { stopped: "tired" }, "/runs/0/stopped must be equal to one of the allowed values"],
    ["another member", {}, { start: 1 }, "/runs/0 must NOT have additional properties"],
  ])("refuse ends with %s, as the reader does but for other members", (what, header, run, objection) => {
    const value = JSON.parse(textOf("examples/ends.json")) as { readonly runs: readonly object[] };
    const damaged = { ...value, runs: value.runs.map((own) => ({ ...own, ...run })), ...header };
    expect(objections("ends", damaged)).toContain(objection);
    const reading = (): unknown => parseEnds(JSON.stringify(damaged), "a.json");
    if (what === "another member") expect(reading).not.toThrow();
    else expect(reading).toThrow("a.json");
  });

  it.each<[string, object]>([
    ["a distance that is a float", { distance: 0.5 }],
    ["another kind", { kind: "good" }],
    ["theta in words", { theta: "yes" }],
    ["no codes", { codes: undefined }],
  ])("refuse verdicts with %s, as the reader does", (_, change) => {
    const value = JSON.parse(textOf("proofs/ends/judged-fig1-9.json")) as {
      readonly runs: readonly { readonly verdict: object }[];
    };
    const runs = value.runs.map((run) => ({ ...run, verdict: { ...run.verdict, ...change } }));
    const damaged: unknown = JSON.parse(JSON.stringify({ ...value, runs }));
    expect(objections("judged-ends", damaged)).not.toEqual([]);
    expect(() => parseJudgedEnds(JSON.stringify(damaged), "a.json")).toThrow("a.json, run 1");
  });
});
