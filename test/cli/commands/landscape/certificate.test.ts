import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { type Run, runInProcess } from "../../../runEquiloss.js";
import { complaints, expectRefusal } from "../../runs.js";

const folder = mkdtempSync(join(tmpdir(), "equiloss-"));
const target = join(folder, "point.json");
afterAll(() => {
  rmSync(folder, { recursive: true });
});
beforeEach(() => {
  rmSync(target, { force: true });
});

const DATA = "examples/landscape-data.json";
const SADDLE = "examples/saddle.json";
const MINIMUM = "examples/minimum.json";

let number = 0;
function fileOf(content: unknown): string {
  number += 1;
  const file = join(folder, `in${number}.json`);
  writeFileSync(file, JSON.stringify(content));
  return file;
}

function network(W1: unknown, W2: unknown): string {
  return fileOf({ format: "equiloss-network/1", weights: [W1, W2] });
}

interface Certificate {
  readonly file: string;
  readonly claim: string;
  readonly bytes: number;
  readonly digest: string;
  readonly check: string;
}

async function written(...args: string[]): Promise<Certificate> {
  const run = await runInProcess("landscape", ...args, "-o", target, "--json");
  expect([run.status, complaints(run)]).toEqual([0, []]);
  return (JSON.parse(run.stdout) as { certificate: Certificate }).certificate;
}

/** Runs a command as it is shown. */
async function typed(command: string): Promise<Run> {
  return await runInProcess(...command.split(" ").slice(1));
}

/** The certificate with another text in it, and the digest that is right for it. */
function forged(from: string, to: string): void {
  const text = readFileSync(target, "utf8");
  expect(text).toContain(from);
  const { digest, ...rest } = JSON.parse(text.replace(from, to)) as Record<string, unknown>;
  expect(digest).toMatch(/^sha256:/);
  const hash = createHash("sha256").update(JSON.stringify(rest)).digest("hex");
  const { body, claim, command, ...last } = rest;
  writeFileSync(target, JSON.stringify({ body, claim, command, digest: `sha256:${hash}`, ...last }));
}

describe("equiloss landscape --certificate", () => {
  it("writes what the checker accepts, of a point above another, and says how to check it", async () => {
    const { check, ...others } = await written(SADDLE, DATA);
    const text = readFileSync(target);
    const { digest } = JSON.parse(text.toString()) as { digest: string };
    expect(others).toEqual({ file: target, claim: "prop-4.4", bytes: text.length, digest });
    expect(check).toBe(
      `equiloss check ${target} --claim prop-4.4 --r 1 --m 2 --data ${DATA} --activation ratio:1,1:1,0,1`,
    );
    expect(await typed(check)).toMatchObject({
      status: 0,
      stdout:
        "accepted: a critical point of width 2 above one of width 1, with inertias (3,0,0) and (4,1,1) below and above\n",
    });
  });

  it("says the same in lines, and far of it without the option", async () => {
    const { digest, bytes, check } = await written(SADDLE, DATA);
    const plain = (await runInProcess("landscape", SADDLE, DATA)).stdout;
    expect((await runInProcess("landscape", SADDLE, DATA, "--certificate", target)).stdout).toBe(
      `${plain}certificate ${target}: for prop-4.4, ${bytes} bytes, ${digest}\ncheck it by ${check}\n`,
    );
  });

  it("takes an irreducible network for its own expansion, by which the checker can be held to it", async () => {
    const { check } = await written(MINIMUM, DATA);
    expect(check).toContain(`--r 1 --m 1 --data ${DATA}`);
    expect(check).toContain(` --network ${MINIMUM}`);
    expect((await typed(check)).stdout).toContain("with inertias (3,0,0) and (3,0,0)");
    const other = await typed(check.replace(MINIMUM, network([[2]], [[1], [0]])));
    expect([other.status, other.stdout.slice(0, 27)]).toEqual([1, "rejected by rule parameters"]);
  });

  it("finds the shares of copies: negative, zero, and read where the sum has an entry", async () => {
    const data = fileOf({
      format: "equiloss-data/1",
      inputs: [[-1], [1]],
      targets: [
        ["1/2", 0],
        [0, 1],
      ],
    });
    const { check } = await written(
      network(
        [[1], [1], [1]],
        [
          [0, 0, 0],
          ["5/2", "-3/2", 0],
        ],
      ),
      data,
    );
    expect(readFileSync(target, "utf8")).toContain('"beta":["5/2","-3/2","0"]');
    expect(await typed(check)).toMatchObject({ status: 0 });
  });

  it("is made again by the command in it", async () => {
    await written(SADDLE, DATA, "--activation", "ratio:1,1:1,0,1");
    const text = readFileSync(target, "utf8");
    const { command } = JSON.parse(text) as { command: string };
    expect(command).toBe("equiloss landscape <network> <data> --activation ratio:1,1:1,0,1");
    const again = command.replace("<network>", SADDLE).replace("<data>", DATA);
    expect((await typed(`${again} -o ${target}`)).status).toBe(0);
    expect(readFileSync(target, "utf8")).toBe(text);
  });

  it.each([
    ["inertia", '"inertia":[4,1,1]', '"inertia":[5,0,1]'],
    ["gradient", '["0","1/2"],["1","0"]', '["0","1/2"],["2","0"]'],
    ["expansion", '"beta":["1/2","1/2"]', '"beta":["1/3","2/3"]'],
  ])("is rejected by rule %s once %s stands as %s, with a right digest", async (rule, from, to) => {
    await written(SADDLE, DATA);
    forged(from, to);
    const { status, stdout } = await runInProcess(
      "check",
      target,
      ..."--claim prop-4.4 --r 1 --m 2".split(" "),
    );
    expect([status, stdout.split(",")[0]]).toEqual([1, `rejected by rule ${rule}`]);
  });

  it("is rejected with a digest that isn't its own, and for other data than the caller's", async () => {
    const { check } = await written(SADDLE, DATA);
    const data = fileOf({ format: "equiloss-data/1", inputs: [[1]], targets: [[0, 0]] });
    expect(await typed(check.replace(DATA, data))).toMatchObject({ status: 1 });
    writeFileSync(target, readFileSync(target, "utf8").replace("[4,1,1]", "[5,0,1]"));
    expect((await typed(check)).stdout).toContain("rejected by rule digest");
  });

  it("takes the place of a file, and keeps it if there is no certificate", async () => {
    writeFileSync(target, "old");
    expect((await runInProcess("landscape", SADDLE, DATA, "--cost", "bounded", "-o", target)).status).toBe(2);
    expect(readFileSync(target, "utf8")).toBe("old");
    expect((await typed((await written(SADDLE, DATA)).check)).status).toBe(0);
    expect(existsSync(`${target}.equiloss-partial`)).toBe(false);
  });

  it("quotes names for a shell, where the command line takes them for names", async () => {
    const data = join(folder, "it's data; $x");
    writeFileSync(data, readFileSync(DATA));
    const words = (await written(SADDLE, data)).check.replace(/^equiloss/, "printf '%s\\n'");
    const read = execFileSync("sh", ["-c", words], { encoding: "utf8" }).trimEnd().split("\n");
    expect(read.slice(0, 10)).toEqual([
      "check",
      target,
      ..."--claim prop-4.4 --r 1 --m 2 --data".split(" "),
      data,
    ]);
  });
});

describe("what has no certificate", () => {
  const NONE = "--certificate: no certificate is possible: ";
  const OUT = ", or leave the option out";
  const moved = fileOf({
    format: "equiloss-data/1",
    inputs: [[-1], [1]],
    targets: [
      [0, "1/2"],
      [2, 0],
    ],
  });
  // For σ even, opposite units compute 0, whatever the digits.
  const large = `1${"0".repeat(3000)}`;
  const long = network([[large], [`-${large}`]], [[1, -1]]);
  const far = fileOf({ format: "equiloss-data/1", inputs: [[large]], targets: [[0]] });

  it.each([
    [
      "another point",
      [MINIMUM, moved],
      `the gradient is not 0, and the claims that the checker settles are about critical points; give a critical point, with all weights and data exact`,
    ],
    [
      "another cost",
      [SADDLE, DATA, "--cost", "quartic"],
      "the checker computes no other cost than the squared error; take --cost squared",
    ],
    [
      "a neuron without output",
      [
        network(
          [[1], [2]],
          [
            [1, 0],
            [0, 0],
          ],
        ),
        DATA,
      ],
      "neurons cancel or have no output (2), and the claims are about networks without them; take them out, which leaves the function as it is",
    ],
    [
      "nothing but cancelling neurons",
      [
        network(
          [[1], [1]],
          [
            [1, -1],
            [0, 0],
          ],
        ),
        DATA,
      ],
      "all neurons cancel; give a network that reduces to one neuron or more",
    ],
    [
      "copies in different directions",
      [
        network(
          [[1], [1]],
          [
            [1, 0],
            [1, -1],
          ],
        ),
        DATA,
      ],
      "the outgoing weights of copies (1, 2) are not multiples of their sum; give a network whose copies share the outgoing weights of one neuron",
    ],
  ])("%s", async (_, args, message) => {
    expectRefusal(await runInProcess("landscape", ...args, "-o", target), `${NONE}${message}${OUT}`);
    expect(readdirSync(folder).filter((name) => name.startsWith("point"))).toEqual([]);
  });

  it("numbers beyond the checker's limits", async () => {
    const { status, stdout, stderr } = await runInProcess(
      ...["landscape", long, far, "--activation", "poly:0,0,1", "-o", target],
    );
    expect([status, stdout]).toEqual([2, ""]);
    expect(stderr).toContain(`${NONE}the numbers are too long for the checker (`);
    expect(stderr).toContain(`; give fewer neurons or data, or shorter weights${OUT}\n`);
    expect(existsSync(target)).toBe(false);
  });

  it.each([[""], ["-"]])("what would go to %j", async (file) => {
    expectRefusal(
      await runInProcess("landscape", SADDLE, DATA, "-o", file),
      "--certificate: a certificate goes to a file, not to standard output; name a file",
    );
  });

  it("what would go to a folder, or into none", async () => {
    const there = join(folder, "there");
    mkdirSync(there);
    expectRefusal(
      await runInProcess("landscape", SADDLE, DATA, "-o", there),
      `${there}: is a directory; name a file, new or to be replaced`,
    );
    const none = join(folder, "none", "point.json");
    expectRefusal(
      await runInProcess("landscape", SADDLE, DATA, "-o", none),
      `${none}: no such folder; make it, or name a file in another`,
    );
  });
});
