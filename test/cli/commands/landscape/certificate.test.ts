import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import type { LandscapeCertificate } from "../../../../src/cli/commands/landscape/certificate.js";
import type { LandscapeFinding } from "../../../../src/cli/commands/landscape/finding.js";
import { complaints, itRefuses, printed, printedJson, refused, typed } from "../../runs.js";
import { dataText, networkText, scratchFolder, textOf, writerIn } from "../../scratch.js";

const folder = scratchFolder();
const fileOf = writerIn(folder);
const target = join(folder, "point.json");
beforeEach(() => {
  rmSync(target, { force: true });
});

const DATA = "examples/landscape-data.json";
const SADDLE = "examples/saddle.json";
const MINIMUM = "examples/minimum.json";
const TARGET = "--claim prop-4.4 --r 1 --m 2";

/** What is said of the certificate that is written for a network and data. */
async function written(words: string): Promise<LandscapeCertificate> {
  const result = await printedJson(`landscape ${words} -o ${target} --json`);
  return (result as { certificate: LandscapeCertificate }).certificate;
}

/** Runs `equiloss check` as it is shown. */
const checked = (command: string, status = 0): Promise<string> =>
  printed(command.replace(/^equiloss /, ""), status);

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
    const { check, ...others } = await written(`${SADDLE} ${DATA}`);
    const text = readFileSync(target);
    const { digest } = JSON.parse(text.toString()) as { digest: string };
    expect(others).toEqual({ file: target, claim: "prop-4.4", bytes: text.length, digest });
    expect(check).toBe(
      `equiloss check ${target} --claim prop-4.4 --r 1 --m 2 --data ${DATA} --activation ratio:1,1:1,0,1`,
    );
    expect(await checked(check)).toBe(
      "accepted: a critical point of width 2 above one of width 1, with inertias (3,0,0) and (4,1,1) below and above\n",
    );
  });

  it("says the same in lines, and far of it without the option", async () => {
    const { digest, bytes, check } = await written(`${SADDLE} ${DATA}`);
    const plain = await printed(`landscape ${SADDLE} ${DATA}`);
    expect(await printed(`landscape ${SADDLE} ${DATA} --certificate ${target}`)).toBe(
      `${plain}certificate ${target}: for prop-4.4, ${bytes} bytes, ${digest}\ncheck it by ${check}\n`,
    );
  });

  it("takes an irreducible network for its own expansion, by which the checker can be held to it", async () => {
    const { check } = await written(`${MINIMUM} ${DATA}`);
    expect(check).toContain(`--r 1 --m 1 --data ${DATA}`);
    expect(check).toContain(` --network ${MINIMUM}`);
    expect(await checked(check)).toContain("with inertias (3,0,0) and (3,0,0)");
    const other = check.replace(MINIMUM, fileOf(networkText(["2", "1; 0"])));
    expect(await checked(other, 1)).toMatch(/^rejected by rule parameters/);
  });

  it("finds the shares of copies: negative, zero, and read where the sum has an entry", async () => {
    const data = fileOf(dataText("-1; 1", "1/2 0; 0 1"));
    const copies = fileOf(networkText(["1; 1; 1", "0 0 0; 5/2 -3/2 0"]));
    const { check } = await written(`${copies} ${data}`);
    expect(readFileSync(target, "utf8")).toContain('"beta":["5/2","-3/2","0"]');
    await checked(check);
  });

  it("says how the Hessian splits above a point that is not critical", async () => {
    const data = fileOf(dataText("-1; 1", "0 1/2; 2 0"));
    const { check, claim } = await written(`${SADDLE} ${data}`);
    expect(claim).toBe("ext-inertia");
    expect(check).toContain(`--claim ext-inertia --r 1 --m 2 --data ${data} --activation ratio:1,1:1,0,1`);
    const report = (await printedJson(`landscape ${SADDLE} ${data} --json`)) as { inertia: number[] };
    expect(await checked(check)).toMatch(
      new RegExp(
        `^accepted: a point of width 2 .* below, \\(${report.inertia.join()}\\) above, rank E_t 1\n$`,
      ),
    );
    expect(await checked(check.replace(data, DATA), 1)).toMatch(/^rejected by rule parameters/);
  });

  it("is made again by the command in it", async () => {
    await written(`${SADDLE} ${DATA} --activation ratio:1,1:1,0,1`);
    const text = readFileSync(target, "utf8");
    const { command } = JSON.parse(text) as { command: string };
    expect(command).toBe("equiloss landscape <network> <data> --activation ratio:1,1:1,0,1");
    const again = command.replace("<network>", SADDLE).replace("<data>", DATA);
    await checked(`${again} -o ${target}`);
    expect(readFileSync(target, "utf8")).toBe(text);
  });

  it.each([
    ["inertia", '"inertia":[4,1,1]', '"inertia":[5,0,1]'],
    ["gradient", '["0","1/2"],["1","0"]', '["0","1/2"],["2","0"]'],
    ["expansion", '"beta":["1/2","1/2"]', '"beta":["1/3","2/3"]'],
  ])("is rejected by rule %s once %s stands as %s, with a right digest", async (rule, from, to) => {
    await written(`${SADDLE} ${DATA}`);
    forged(from, to);
    const verdict = await printed(`check ${target} ${TARGET}`, 1);
    expect(verdict.split(",")[0]).toBe(`rejected by rule ${rule}`);
  });

  it("is rejected with a digest that isn't its own, and for other data than the caller's", async () => {
    const { check } = await written(`${SADDLE} ${DATA}`);
    await checked(check.replace(DATA, fileOf(dataText("1", "0 0"))), 1);
    writeFileSync(target, readFileSync(target, "utf8").replace("[4,1,1]", "[5,0,1]"));
    expect(await checked(check, 1)).toContain("rejected by rule digest");
  });

  it("takes the place of a file, and keeps it if there is no certificate", async () => {
    writeFileSync(target, "old");
    expect((await typed(`landscape ${SADDLE} ${DATA} --cost bounded -o ${target}`)).status).toBe(2);
    expect(readFileSync(target, "utf8")).toBe("old");
    await checked((await written(`${SADDLE} ${DATA}`)).check);
    expect(existsSync(`${target}.equiloss-partial`)).toBe(false);
  });

  it("quotes names for a shell, where the command line takes them for names", async () => {
    const data = fileOf(textOf(DATA), "it's data; $x");
    const said = await printedJson(["landscape", SADDLE, data, "-o", target, "--json"]);
    const { check } = (said as { certificate: LandscapeCertificate }).certificate;
    const words = check.replace(/^equiloss/, "printf '%s\\n'");
    const read = execFileSync("sh", ["-c", words], { encoding: "utf8" }).trimEnd().split("\n");
    expect(read.slice(0, 10)).toEqual(["check", target, ...TARGET.split(" "), "--data", data]);
  });
});

const STUDENT = "examples/student.json examples/student-data.json --activation sigmoid";

describe("the certificate of a point near a critical one", () => {
  it("is accepted for the caller's network, data and activation, and no others", async () => {
    const { check, claim, bytes } = await written(STUDENT);
    expect([claim, bytes]).toEqual(["fig-1", readFileSync(target).length]);
    expect(check).toBe(
      `equiloss check ${target} --claim fig-1 --network examples/student.json --data examples/student-data.json --activation sigmoid`,
    );
    expect(await checked(check)).toBe(
      "accepted: a strict local minimum, of which no weight differs by more than 493/50000000000 from that of theta\n",
    );
    expect(await checked(check.replace("sigmoid", "tanh"), 1)).toMatch(/^rejected by rule parameters/);
    const other = fileOf(textOf("examples/student-data.json").replace('"-2"', '"-3"'));
    expect(await checked(check.replace("examples/student-data.json", other), 1)).toMatch(/rule parameters/);
    forged('"index":0', '"index":1');
    expect(await checked(check, 1)).toMatch(/^rejected by rule inertia/);
  });

  it("is of a limit where outgoing weights run off, with the sign of L₂, and of no other network", async () => {
    const pair = (incoming: string): string =>
      fileOf(`{"format":"equiloss-network/1","weights":[[["67/64"],["${incoming}"]],[["33","-31"]]]}`);
    const rows = (texts: readonly string[]): string => JSON.stringify(texts.map((text) => [text]));
    const targets = [
      ...["-29040439/100000000", "-6663991/100000000", "101037093/50000000", "30259957/12500000"],
    ];
    const inputs = rows(["-3", "-1", "1", "2"]);
    const points = fileOf(`{"format":"equiloss-data/1","inputs":${inputs},"targets":${rows(targets)}}`);
    const words = `landscape ${pair("61/64")} ${points} --activation sigmoid`;
    const finding = JSON.parse(await printed(`${words} -o ${target} --json`)) as LandscapeFinding;
    const limit = { neurons: [1, 2], radius: "3173/500000000000", index: 0, slope: 1 };
    expect(finding).toMatchObject({ notCritical: "far", limit });
    expect(await printed(`${words} -o ${target}`)).toContain(
      "\nlimit       a strict local minimum, within 6.346e-9, of the limit as neurons 1 and 2 run off, " +
        "from where the loss rises (L₂ > 0)\n",
    );
    const check = finding.certificate?.check ?? "";
    expect(await checked(check)).toBe(
      "accepted: a strict local minimum of the limit, within 3173/500000000000, from which the loss rises " +
        "along the channel of neurons 1, 2\n",
    );
    forged('"slope":1', '"slope":-1');
    expect(await checked(check, 1)).toMatch(/^rejected by rule instance/);
    await refused(
      `landscape ${pair("3/4")} ${points} --activation sigmoid -o ${target}`,
      "--certificate: no critical point was found close by; give a network that is trained further",
    );
  });

  const trained = (words: string): string => `landscape ${words} -o ${target}`;
  const NONE = "--certificate: no certificate is possible: ";

  it.each([
    [
      `${STUDENT} --cost quartic`,
      `${NONE}the checker computes no other cost than the squared error; take --cost squared, or leave the option out`,
    ],
    [
      "examples/student.json examples/student-data.json --activation gelu",
      "--certificate: the checker doesn't know the activation gelu; take sigmoid, tanh, softplus or softplus+sigmoid:1,4",
    ],
    [
      "examples/four-layers.json examples/student-data.json --activation tanh",
      `${NONE}the checker computes networks of two layers only; give one of these, or leave the option out`,
    ],
    [
      "examples/trained.json examples/student-data.json --activation tanh",
      "--certificate: no critical point was found close by; give a network that is trained further",
    ],
  ])("is refused: %s", async (words, message) => {
    await refused(trained(words), message);
    expect(existsSync(target)).toBe(false);
  });
});

describe("what has no certificate", () => {
  const NONE = "--certificate: no certificate is possible: ";
  const OUT = ", or leave the option out";
  const moved = fileOf(dataText("-1; 1", "0 1/2; 2 0"));
  // For σ even, opposite units compute 0, whatever the digits.
  const large = `1${"0".repeat(3000)}`;
  const long = fileOf(networkText([`${large}; -${large}`, "1 -1"]));
  const far = fileOf(dataText(large, "0"));
  const network = (...matrices: string[]): string => fileOf(networkText(matrices));

  it.each([
    [
      "another point",
      `${MINIMUM} ${moved}`,
      `the gradient is not 0, and the claims that the checker settles are about critical points, or copies; give a critical point, with all weights and data exact, or a network with copies`,
    ],
    [
      "another cost",
      `${SADDLE} ${DATA} --cost quartic`,
      "the checker computes no other cost than the squared error; take --cost squared",
    ],
    [
      "a neuron without output",
      `${network("1; 2", "1 0; 0 0")} ${DATA}`,
      "neurons cancel or have no output (2), and the claims are about networks without them; take them out, which leaves the function as it is",
    ],
    [
      "nothing but cancelling neurons",
      `${network("1; 1", "1 -1; 0 0")} ${DATA}`,
      "all neurons cancel; give a network that reduces to one neuron or more",
    ],
    [
      "copies in different directions",
      `${network("1; 1", "1 0; 1 -1")} ${DATA}`,
      "the outgoing weights of copies (1, 2) are not multiples of their sum; give a network whose copies share the outgoing weights of one neuron",
    ],
  ])("%s", async (_, words, message) => {
    await refused(`landscape ${words} -o ${target}`, `${NONE}${message}${OUT}`);
    expect(readdirSync(folder).filter((name) => name.startsWith("point"))).toEqual([]);
  });

  it("numbers beyond the checker's limits", async () => {
    const run = await typed(`landscape ${long} ${far} --activation poly:0,0,1 -o ${target}`);
    expect([run.status, run.stdout, complaints(run).length]).toEqual([2, "", 1]);
    expect(run.stderr).toContain(`${NONE}the numbers are too long for the checker (`);
    expect(run.stderr).toContain(`; give fewer neurons or data, or shorter weights${OUT}\n`);
    expect(existsSync(target)).toBe(false);
  });

  const NO_FILE = "--certificate: a certificate goes to a file, not to standard output; name a file";
  const there = join(folder, "there");
  mkdirSync(there);
  itRefuses(`landscape ${SADDLE} ${DATA} -o`, {
    "''": NO_FILE,
    "-": NO_FILE,
    [there]: `${there}: is a directory; name a file, new or to be replaced`,
    [`${folder}/none/x.json`]: `${folder}/none/x.json: no such folder; make it, or name a file in another`,
  });
});
