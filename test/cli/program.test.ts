import { cpSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { program as Program } from "../../src/cli/program.js";
import { MAIN, ROOT, equiloss, equilossWith, runNode } from "../runEquiloss.js";
import { compiled, fewControlsInProcess } from "./planted.js";
import { complaints, itRefuses, printed, typed } from "./runs.js";
import { scratchFolder, textOf } from "./scratch.js";

const SEED = "give a whole number from 0 to 2147483647, in decimal digits";
const MAX_M = "give a whole number from 2 to 64, in decimal digits";
const MEMORY = "give a whole number from 16 to 1048576, in decimal digits";

describe("bad usage", () => {
  itRefuses("", {
    frobnicate: "unknown command 'frobnicate'; see equiloss --help",
    "cuont 3 4": "unknown command 'cuont' (Did you mean count?); see equiloss --help",
    "--frobnicate": "unknown option '--frobnicate'; see equiloss --help",
    "--json": "unknown option '--json'; see equiloss --help",
    count: "missing required argument 'r'; see equiloss count --help",
    "count 3": "missing required argument 'm'; see equiloss count --help",
    "topology 3": "missing required argument 'm'; see equiloss topology --help",
    "graph 3": "missing required argument 'm'; see equiloss graph --help",
    threshold: "missing required argument 'r'; see equiloss threshold --help",
    reduce: "missing required argument 'network'; see equiloss reduce --help",
    "path a": "missing required argument 'to'; see equiloss path --help",
    "count 3 4 5":
      "too many arguments for 'count'. Expected 2 arguments but got 3; see equiloss count --help",
    "threshold 3 4":
      "too many arguments for 'threshold'. Expected 1 argument but got 2; see equiloss threshold --help",
    "count 3 4 --frobnicate": "unknown option '--frobnicate'; see equiloss count --help",
    "count 3 4 --jsn": "unknown option '--jsn' (Did you mean --json?); see equiloss count --help",
    "reduce --max-m 3": "unknown option '--max-m'; see equiloss reduce --help",
    "count 3 4 --max-memory 15": `--max-memory: 15 is too small; ${MEMORY}`,
    "graph 3 4 --max-memory 2G": `--max-memory: "2G" is not a whole number; ${MEMORY}`,
    "threshold 3 --max-memory 1048577": `--max-memory: 1048577 is too large; ${MEMORY}`,
    "verify --max-memory -1": `--max-memory: -1 is negative; ${MEMORY}`,
    "verify --seed": "option '--seed <N>' argument missing; see equiloss verify --help",
    "verify --seed x": `--seed: "x" is not a whole number; ${SEED}`,
    "verify --seed -1": `--seed: -1 is negative; ${SEED}`,
    "verify --seed 1.5": `--seed: "1.5" is not a whole number; ${SEED}`,
    "verify --seed=": `--seed: "" is not a whole number; ${SEED}`,
    "verify --seed 2147483648": `--seed: 2147483648 is too large; ${SEED}`,
    "verify --max-m 1": `--max-m: 1 is too small; ${MAX_M}`,
    "verify --max-m 65": `--max-m: 65 is too large; ${MAX_M}`,
    "verify --json --reporter junit":
      "option '--json' cannot be used with option '--reporter <format[=file]>'; see equiloss verify --help",
    "verify --reporter html":
      "option '--reporter <format[=file]>' argument 'html' is invalid. Allowed choices are pretty, json, junit, markdown, github; see equiloss verify --help",
    "verify thm-3.1": "no claim \"thm-3.1\" (Did you mean 'thm-3.1*'?); see equiloss verify --list",
    "verify eq-6 ''": 'no claim ""; see equiloss verify --list',
  });

  it("is the same from a shell", async () => {
    expect(equiloss("frobnicate")).toEqual(await typed("frobnicate"));
  });
});

describe("an error of the program itself", () => {
  it("shows where it is, and has an exit code of its own", () => {
    const plant = "BigInt.prototype.toString = () => { throw new TypeError('planted'); };";
    const module = `data:text/javascript,${encodeURIComponent(plant)}`;
    const run = runNode({}, "--import", module, MAIN, "count", "3", "4");
    expect(complaints(run).join("\n")).toMatch(
      /^equiloss: an error of the program itself, please report it:\nTypeError: planted(?:\n {4}at .*)+$/,
    );
    expect([run.status, run.stdout]).toEqual([70, ""]);
    const asJson = runNode({}, "--import", module, MAIN, "count", "3", "4", "--json");
    expect([asJson.status, JSON.parse(asJson.stdout)]).toEqual([
      70,
      {
        format: "equiloss-error/1",
        error: { problem: "planted", repair: "report it, with the trace on standard error", exitCode: 70 },
      },
    ]);
  });
});

/** Arguments and options of each command, in the order of the help. */
const EXPLAINED: Readonly<Record<string, string>> = {
  verify: "claim --list --max-m --seed --proofs --require --reporter --json --max-memory -h,",
  explain: "claim --json -h,",
  report: "-o, --verdicts --json --max-memory -h,",
  explore: "--port --verdicts --max-memory -h,",
  count: "r m --json --max-memory --activation --parity --digits --csv -h,",
  threshold: "r --activation --parity --json --max-memory -h,",
  regime:
    "--activation --parity --rstar --depth --epsilon --max-m --width --levels --curves --json --svg --max-memory -h,",
  graph: "r m --json --max-memory --activation --parity --dot --svg -h,",
  topology: "r m --json --max-memory --activation --parity -h,",
  reduce: "network --json --activation --max-memory -h,",
  classify:
    "network --tolerance --auto --activation --within --data --prune -o, --certificate --json --max-memory -h,",
  compare: "a b --activation --within --data --tolerance --apply -o, --json --max-memory -h,",
  path: "from to --json --as-paper --steps --changes --budget --svg --data --activation --tolerance --within --max-memory -h,",
  landscape:
    "network data --activation --cost --mean --threshold --enclose -o, --json --svg --max-memory -h,",
  ends: "files --json --slot --from -o, --svg --max-memory -h,",
  cover: "--slot --from -o, --json --max-memory -h,",
  certify: "-h, enumeration connected morse path critical splitting spurious counterexample help",
  check:
    "file --claim --refuted --r --m --k --network --data --activation --pruned --within --bound --from --to --parity --kernel --coq --json --max-memory -h,",
  proofs: "folder --backend --acknowledge --json -h,",
  crosscheck: "--backend --claims --points --inputs --seed --network --power --json --max-memory -h,",
  import: "file -o, --layers --transpose --bias --numbers --json --max-memory -h,",
  export: "network -o, --type --round --activation --within --json --max-memory -h,",
  expand: "network --to -o, --how --seed --json --max-memory -h,",
  train: "figure --width --seeds --slot --from --backend -o, --json --max-memory -h,",
  shard: "-h, plan run merge help",
  "certify enumeration": "r m -o, --coq --json --max-memory -h,",
  "certify connected": "r m -o, --coq --json --max-memory --network --din, --dout, --seed -h,",
  "certify morse": "r m -o, --coq --json --max-memory --activation --parity -h,",
  "certify path": "from to -o, --coq --json --max-memory --activation -h,",
  "certify critical":
    "-o, --coq --json --max-memory --r --points --din, --dout, --index --expand --beta --activation --seed --claim -h,",
  "certify splitting":
    "-o, --coq --json --max-memory --r --points --din, --dout, --index --expand --beta --activation --seed -h,",
  "certify spurious": "-o, --coq --json --max-memory --k --family -h,",
  "certify counterexample": "claim r m -o, --coq --json --max-memory -h,",
  "shard plan": "kind what -o, --shards --engine --width --seeds --json --max-memory -h,",
  "shard run": "folder --slot --json --max-memory -h,",
  "shard merge": "folder --audit --seed --json --max-memory -h,",
};

const { program } = (await import(compiled("cli/program.js"))) as { program: typeof Program };
const commands = program(() => undefined).commands;

describe("help", () => {
  it("comes without a command, on stderr and with exit code 2", async () => {
    expect(equiloss()).toEqual({ status: 2, stdout: "", stderr: await printed("--help") });
  });

  it("of the program names all commands, an example and the exit codes", async () => {
    const text = await printed("--help");
    const names = commands.map((command) => command.name());
    expect([...text.matchAll(/^ {2}([a-z]+)(?: \[| {2})/gm)].map(([, name]) => name)).toEqual([
      ...names,
      "help",
    ]);
    expect(text).toContain("Example: equiloss count 4 9");
    expect(text).toMatch(/Exit codes: 0 .* 1 .* 2 .*\n.*written; 70 .* 129, 130, 131\nor 143 interrupted/);
    const kinds = commands.flatMap((command) =>
      command.commands.map((kind) => `${command.name()} ${kind.name()}`),
    );
    expect(Object.keys(EXPLAINED)).toEqual([...names, ...kinds]);
  });

  it.each(Object.entries(EXPLAINED))("of %s explains %s in lines of 80", async (command, names) => {
    const text = await printed(`${command} --help`);
    const explained = [...text.matchAll(/^ {2}([a-z-]\S*).*? {2,}\S/gm)].map(([, name]) => name);
    expect(explained.join(" ")).toBe(names);
    if (!command.includes(" ")) expect(text).toContain(`\nExample: equiloss ${command} `);
    const lines = text.split("\n");
    expect(lines.length).toBeLessThan(35);
    for (const line of lines) expect(line.length).toBeLessThanOrEqual(80);
  });

  const cwd = scratchFolder();
  /** What keeps an example short: that its options are taken is enough. */
  const SHORTER: Readonly<Record<string, string>> = { verify: "--max-m 2 --proofs off" };
  /** Examples that write or read a file, each in the folder that those before it left. */
  const WITH_FILES = ["report", "train", "certify", "check", "import", "export", "expand", "shard"];
  cpSync(`${ROOT}examples`, join(cwd, "examples"), { recursive: true });

  it.each(
    commands
      .map((command) => command.name())
      .filter((name) => !["explore", "proofs", "crosscheck"].includes(name)),
  )("of %s has an example that works", async (command) => {
    const example = /^Example: equiloss (.*)$/m.exec(await printed(`${command} --help`))?.[1];
    expect(example?.split(" ")[0]).toBe(command);
    const more = SHORTER[command];
    const args = [example, ...(more === undefined ? [] : [more])].join(" ").split(" ");
    const run = WITH_FILES.includes(command)
      ? equilossWith({ cwd }, ...args)
      : await fewControlsInProcess({}, ...args);
    expect(run.stderr).not.toContain("equiloss:");
    expect(run.status).toBe(0);
  });

  it("has the version of package.json", async () => {
    const { version } = JSON.parse(textOf("package.json")) as { version: string };
    expect(await typed("--version")).toEqual({ status: 0, stdout: `${version}\n`, stderr: "" });
  });
});
