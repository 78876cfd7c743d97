import { spawn } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, expect } from "vitest";
import type { Claim } from "../../src/claims/evidence/claim.js";
import { isLivingGroup } from "../livingProcesses.js";
import { MAIN, ROOT, type Run, type RunOptions, runInProcess, runNode } from "../runEquiloss.js";

/** A claim whose evidence is replaced, in a run of the real command and its worker threads. */
export const CLAIM = "eq-6";

/** What evidence may be planted, as JavaScript with `progress` at hand. */
export const PLANTS = {
  holds: `return { kind: "exhaustive", held: true, what: "all is well", range: "none", visited: "1", expected: "1" };`,
  fails: `return { kind: "exhaustive", held: false, what: "2 + 2", range: "a | b", visited: "1", expected: "2", failure: "it is <5> \\u001b[31m" };`,
  throws: `throw new RangeError("planted error");`,
  "fills its memory": `const held = []; for (;;) held.push(new Array(100000).fill(0.5));`,
  "fills its buffers": `new ArrayBuffer(2 ** 52);`,
  "ends its thread": `process.exit(0);`,
  "returns nothing": ``,
  /** Evidence that the main thread knows of, and the worker threads don't. */
  "is unknown": ``,
  "goes on for ever": `for (let done = 0; ; done += 1) if (done % 1e8 === 0) progress(1, 4);`,
  "can't be ended": `execFileSync("sleep", ["12"]);`,
  "takes a moment": taking(300),
  "takes two seconds": taking(2000),
} as const;

/** Evidence that takes so many milliseconds. */
function taking(milliseconds: number): string {
  return `for (const end = Date.now() + ${milliseconds}; Date.now() < end; ) progress(1, 4);
    return { kind: "sampled", held: true, what: "slow", property: "slow", cases: "1", distinct: "1", seed: 1 };`;
}

/** A compiled module of the program. */
export const compiled = (path: string): string => pathToFileURL(MAIN.replace(/cli[/\\]main\.js$/, path)).href;

/**
 * Arguments of node that leave `verify` one of its groups of negative controls, the one that costs least: all
 * of them take most of the time of a short run. Tests that are about something else use it;
 * test/cli/commands/verify/verify.test.ts has a run with all of them.
 */
export const ONE_GROUP = [
  "--import",
  `data:text/javascript,${encodeURIComponent(`
    import { isMainThread } from "node:worker_threads";
    if (isMainThread) {
      const { CONTROL_GROUPS } = await import(${JSON.stringify(compiled("claims/controls/groups.js"))});
      CONTROL_GROUPS.splice(0, CONTROL_GROUPS.length, "frames");
    }`)}`,
];

/** A claim without evidence, for runs that are to have one among theirs. */
export const UNSHOWN: Claim = {
  id: "ext-unshown",
  title: "What nothing shows yet",
  statement: "What nothing shows yet",
  source: "an extension of ours",
  hypotheses: [],
  evidence: [],
};

/** Arguments of node that add {@link UNSHOWN} to the claims of the command. */
export const WITH_UNSHOWN = [
  "--import",
  `data:text/javascript,${encodeURIComponent(`
    import { claims } from ${JSON.stringify(compiled("claims/registry.js"))};
    claims.push(${JSON.stringify(UNSHOWN)});`)}`,
];

/** Adds {@link UNSHOWN} to the claims of commands within this process, for the tests that stand beside. */
export function plantUnshown(): void {
  const registry = (): Promise<{ claims: Claim[] }> => import(compiled("claims/registry.js"));
  beforeAll(async () => {
    (await registry()).claims.push(UNSHOWN);
  });
  afterAll(async () => {
    expect((await registry()).claims.pop()).toBe(UNSHOWN);
  });
}

/** Runs the real command with these arguments, `verify` with one group of controls. */
export function withFewControls(options: RunOptions, ...args: readonly string[]): Run {
  return runNode(options, ...ONE_GROUP, MAIN, ...args);
}

/**
 * The same within this process, with these variables of the environment: for tests that are about neither
 * processes nor threads.
 */
export async function fewControlsInProcess(
  variables: Readonly<Record<string, string>>,
  ...args: readonly string[]
): Promise<Run> {
  const before = { ...process.env };
  try {
    Object.assign(process.env, variables);
    return await withOneGroup(() => runInProcess(...args));
  } finally {
    for (const name of Object.keys(variables))
      if (before[name] === undefined) Reflect.deleteProperty(process.env, name);
    Object.assign(process.env, before);
  }
}

/** Does something while commands within this process have one group of controls. */
export async function withOneGroup<Done>(action: () => Promise<Done>): Promise<Done> {
  const { CONTROL_GROUPS } = (await import(compiled("claims/controls/groups.js"))) as {
    CONTROL_GROUPS: string[];
  };
  const groups = CONTROL_GROUPS.splice(0, CONTROL_GROUPS.length, "frames");
  try {
    return await action();
  } finally {
    CONTROL_GROUPS.splice(0, CONTROL_GROUPS.length, ...groups);
  }
}

/** Arguments of node that run the command with these plants as the evidence of the claim. */
export function plantedArguments(plants: readonly (keyof typeof PLANTS)[], ...args: string[]): string[] {
  const evidence = plants.map((name) => {
    const planted = `{ name: ${JSON.stringify(name)}, run({ progress }) { ${PLANTS[name]} } }`;
    return name === "is unknown" ? `...(isMainThread ? [${planted}] : [])` : planted;
  });
  const file = join(mkdtempSync(join(tmpdir(), "equiloss-")), "plant.mjs");
  writeFileSync(
    file,
    `import { execFileSync } from "node:child_process";
     import { isMainThread } from "node:worker_threads";
     import { claimById } from ${JSON.stringify(compiled("claims/registry.js"))};
     Object.assign(claimById(${JSON.stringify(CLAIM)}), { evidence: [${evidence.join(", ")}], properties: [] });`,
  );
  const planted = [...ONE_GROUP, "--import", pathToFileURL(file).href, MAIN, "verify", CLAIM];
  return [...planted, "--proofs", "off", "--seed", "1", ...args];
}

/** Runs `equiloss verify` on the planted claim. */
export function verifyPlanted(plants: readonly (keyof typeof PLANTS)[], ...args: string[]): Run {
  return runNode({}, ...plantedArguments(plants, ...args));
}

/** How a run ended that was sent a signal. */
export interface Ending extends Run {
  readonly signal: NodeJS.Signals | null;
  /** Milliseconds from the signal to the end. */
  readonly took: number;
  /** Whether any process of its group is left. */
  readonly stray: boolean;
}

/**
 * Arguments of node that have it write a line to stderr so many milliseconds after it has begun to listen for
 * signals, whatever the command does.
 */
export function readyAfter(milliseconds: number): string[] {
  const line = `setTimeout(() => process.stderr.write("ready\\n"), ${milliseconds})`;
  const module = `process.on("newListener", (name) => { if (name === "SIGTERM") ${line}; });`;
  return ["--import", `data:text/javascript,${encodeURIComponent(module)}`];
}

/**
 * Starts node with these arguments and sends a signal as soon as something appears on stderr; its input stays
 * open.
 */
export function interrupted(signal: NodeJS.Signals, args: readonly string[]): Promise<Ending> {
  const child = spawn(process.execPath, args, { cwd: ROOT, detached: true });
  let stdout = "";
  let stderr = "";
  let sent = 0;
  child.stdout.setEncoding("utf8").on("data", (text: string) => (stdout += text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    stderr += text;
    if (sent !== 0) return;
    sent = Date.now();
    child.kill(signal);
  });
  return new Promise((resolve) => {
    child.on("close", (status, endedBy) => {
      const took = Date.now() - sent;
      resolve({ status, signal: endedBy, stdout, stderr, took, stray: isLivingGroup(child.pid ?? 0) });
    });
  });
}
