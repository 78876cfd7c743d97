import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { checkCertificate } from "../../../../src/checker/check.js";
import { MAIN, equiloss } from "../../../runEquiloss.js";
import { interrupted } from "../../planted.js";
import { expectRefusal, printed, wordsOf } from "../../runs.js";
import { scratchFolder } from "../../scratch.js";

const folder = scratchFolder();
const place = (name: string): string => join(folder, name);

const enumeration = (file: string): readonly string[] => wordsOf(`certify enumeration 2 8 -o ${file}`);
const whole = place("whole.json");

/** The enumeration, made without disturbance by a process of its own; how long that took. */
function undisturbed(): number {
  const started = performance.now();
  expect(equiloss(...enumeration(whole)).status).toBe(0);
  return performance.now() - started;
}

describe("certify that is disturbed", () => {
  it("by a disk that takes half of it says so, and goes on from there", async () => {
    undisturbed();
    const file = place("limited.json");
    const script = 'ulimit -f 500; exec "$@"';
    const args = ["-c", script, "bash", process.execPath, MAIN, ...enumeration(file)];
    expectRefusal(
      spawnSync("bash", args, { encoding: "utf8" }),
      `${file}: larger than files may be here; raise the limit, and the same command goes on from what is there`,
    );
    expect(existsSync(file)).toBe(false);
    expect(statSync(`${file}.equiloss-partial`).size).toBe(500 * 1024);
    await printed(enumeration(file));
    expect(readFileSync(file, "utf8") === readFileSync(whole, "utf8")).toBe(true);
    expect(existsSync(`${file}.equiloss-partial`)).toBe(false);
  });

  it("by 21 signals or more leaves nothing under the final name that isn't whole, and a rerun makes the same", async () => {
    const took = undisturbed();
    const text = readFileSync(whole, "utf8");
    mkdirSync(place("killed"));
    const file = place("killed/x.json");
    const lock = `${file}.equiloss-lock`;
    const found = { nothing: 0, parts: 0, whole: 0 };
    // On a machine that is fast or busy few of them meet the work, which is the shorter part of the time.
    for (let kill = 0; kill < 21 || (found.parts < 3 && kill < 84); kill += 1) {
      const signal = (["SIGKILL", "SIGINT", "SIGTERM"] as const)[kill % 3] ?? "SIGKILL";
      // Multiples of the golden ratio fall evenly, and on no rhythm of the program; the later half of the
      // time is the work.
      const moment = (1 - 0.6 * ((kill * 0.6180339887) % 1)) * took;
      const earlier = existsSync(lock) ? readFileSync(lock, "utf8") : "";
      await disturbed(enumeration(file), signal, moment);
      // Only what can't be caught leaves a lock, which the next run may come too late to take over.
      if (signal !== "SIGKILL" && existsSync(lock)) expect(readFileSync(lock, "utf8")).toBe(earlier);
      const names = readdirSync(place("killed")).filter((name) => !lock.endsWith(name));
      if (names.includes("x.json")) {
        expect(readFileSync(file, "utf8") === text).toBe(true);
        rmSync(file);
        found.whole += 1;
      } else if (names.length === 0) {
        found.nothing += 1;
      } else {
        expect(names).toEqual(["x.json.equiloss-partial"]);
        const part = readFileSync(`${file}.equiloss-partial`, "utf8");
        expect(text.startsWith(part)).toBe(true);
        const verdict = await checkCertificate(part, { claim: "thm-3.1-count", r: 2, m: 8 });
        expect(verdict.accepted && part !== text).toBe(false);
        found.parts += 1;
      }
    }
    // Else the moments were badly chosen, and nothing was shown.
    expect(found.parts).toBeGreaterThan(2);
    await printed(enumeration(file));
    expect(readFileSync(file, "utf8") === text).toBe(true);
    expect(readdirSync(place("killed"))).toEqual(["x.json"]);
  });

  it.each([
    ["SIGINT", 130],
    ["SIGTERM", 143],
  ] as const)("by %s says in one message where a part is, and how to go on", async (signal, code) => {
    const file = place(`${signal}.json`);
    const ending = await interrupted(signal, [MAIN, ...wordsOf(`certify enumeration 3 10 -o ${file}`)]);
    expect([ending.status, ending.signal, ending.stdout, ending.stray]).toEqual([code, null, "", false]);
    const lines = ending.stderr.trimEnd().split("\n");
    // A busy machine may be interrupted before the first write.
    const left = existsSync(`${file}.equiloss-partial`)
      ? `${file}.equiloss-partial holds a part; the same command makes it anew, and writes only what the file ` +
        "doesn't hold"
      : "nothing was written";
    expect(lines.pop()).toBe(`equiloss: interrupted; ${left}`);
    expect(lines.length).toBeGreaterThan(0);
    for (const line of lines)
      expect(line).toMatch(/^certifying [█░]{12} [0-9]+ % · [0-9]+ s(?:, [0-9]+ s left)?$/);
    expect(existsSync(file)).toBe(false);
    rmSync(`${file}.equiloss-partial`, { force: true });
  });

  it("of a tree shows both halves of the work", async () => {
    const file = place("tree.json");
    const { stderr, status } = await interrupted("SIGINT", [
      MAIN,
      ...wordsOf(`certify connected 4 8 -o ${file}`),
    ]);
    expect(status).toBe(130);
    const shown = [...stderr.matchAll(/^certifying .* ([0-9]+) %/gm)].map(([, percentage]) =>
      Number(percentage),
    );
    expect(shown[0]).toBeLessThan(50);
    expect(existsSync(file)).toBe(false);
  });
});

/** Starts the command and sends it a signal after so many milliseconds. */
function disturbed(args: readonly string[], signal: NodeJS.Signals, moment: number): Promise<void> {
  const child = spawn(process.execPath, [MAIN, ...args], { stdio: "ignore" });
  const timer = setTimeout(() => child.kill(signal), moment);
  return new Promise((resolve) => {
    child.on("close", () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
