import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { itRefuses, printed, typed } from "../../runs.js";
import { dataText, scratchFolder, writerIn } from "../../scratch.js";

const folder = scratchFolder();
const FILE = join(folder, "critical.json");
const SMALL = "certify critical --r 1 --points 3";

describe("equiloss certify critical", () => {
  it.each([
    ["prop-4.3", "--expand 3", 3, "a critical point of width 3 above one of width 1"],
    ["prop-4.4", "--index 1 --expand 2", 2, "(1,1,0)"],
    ["open-strict-saddles", "--index 0 --expand 2", 2, "(3,0,1)"],
    ["ext-saddle", "--d-out 2 --index 0 --expand 2 --beta=-1,2", 2, "(3,0,0)"],
  ])("makes what the checker accepts for %s, again by the command in it", async (claim, words, m, shown) => {
    await printed(`${SMALL} ${words} --claim ${claim} -o ${FILE}`);
    const text = readFileSync(FILE, "utf8");
    const verdict = await printed(`check ${FILE} --claim ${claim} --r 1 --m ${m}`);
    expect(verdict).toContain("accepted: ");
    expect(verdict).toContain(shown);
    const { command } = JSON.parse(text) as { command: string };
    await printed(`${command.replace(/^equiloss /, "")} -o ${FILE}`);
    expect(readFileSync(FILE, "utf8")).toBe(text);
  });

  it("says which inertia is found, and which is predicted, but not for a claim about gradients", async () => {
    const words = "--r 2 --d-in 2 --d-out 2 --points 7 --index 0 --expand 2,1";
    const said = await printed(`certify critical ${words} --claim ext-saddle -o ${FILE}`);
    expect(said).toContain("inertia (10,1,1) above (8,0,0), predicted (10,1,1) by E_t, B_t and the shares");
    const inertias = { below: [2, 0, 0], above: [2, 1, 1], predicted: [2, 1, 1] };
    const mixed = `${SMALL} --index 0 --expand 2 --beta=-1,2 --claim prop-4.4 -o ${FILE} --json`;
    expect(JSON.parse(await printed(mixed))).toMatchObject({ inertias });
    expect(await printed(`${SMALL} --claim prop-4.3 -o ${FILE}`)).not.toContain("inertia");
  });

  it.each([
    [
      "ext-saddle",
      "--expand 2 --d-out 2",
      "it takes a negative eigenvalue above; copy a neuron (--expand 2) and ",
    ],
    [
      "open-strict-saddles",
      "--index 0 --expand 2",
      "it takes no negative eigenvalue above; begin at a minimum ",
    ],
  ])(
    "writes nothing that the checker doesn't accept for %s, and says why",
    async (claim, repaired, needed) => {
      const before = readdirSync(folder);
      const { status, stdout, stderr } = await typed(`${SMALL} --claim ${claim} -o ${folder}/none.json`);
      expect([status, stdout]).toEqual([1, ""]);
      expect(stderr).toContain(`equiloss: this point does not settle ${claim}: ${needed}`);
      expect(stderr).toContain(
        "; nothing was written (the checker rejects it by rule instance, at body: " +
          `${claim} is not about inertias (2,0,0) and (2,0,0) here, in positive, negative and zero `,
      );
      expect(readdirSync(folder)).toEqual(before);
      await printed(`${SMALL} --claim ${claim} ${repaired} -o ${FILE}`);
    },
  );

  it("makes what the checker rejects for another claim, width, activation or data", async () => {
    await printed(`${SMALL} --expand 2 -o ${FILE}`);
    const asked = "--claim prop-4.4 --r 1 --m 2";
    await printed(`check ${FILE} ${asked} --activation ratio:1,1:1,0,1`);
    for (const words of [
      "--claim prop-4.3 --r 1 --m 2",
      "--claim prop-4.4 --r 1 --m 3",
      `${asked} --activation poly:1`,
      `${asked} --data ${writerIn(folder)(dataText("1", "0"))}`,
      `${asked} --network examples/minimum.json`,
    ]) {
      expect(await printed(`check ${FILE} ${words}`, 1)).toMatch(/^rejected by rule/);
    }
  });

  itRefuses(`certify critical -o ${FILE} --r`, {
    "0 --points 3": "--r: 0 is too small; give a whole number from 1 to 31, in decimal digits",
    "1 --points 2":
      "residuals other than 0 never make it critical: N·d_out = 2 residuals, and 2 independent of r(d_in + d_out) = 2 equations; give N·d_out > 2, so N ≥ 3 inputs",
    "1 --points 3 --index 2":
      "index 2, but it is at most r·d_in = 1: for fixed incoming weights the loss is convex; choose one from 0 to 1",
    "1 --points 3 --expand 2,1": "--expand: 2 numbers of copies for 1 neuron; give one for each",
    "1 --points 3 --expand 2 --beta 1/2,1/3":
      "the shares β of the neurons with label 1 have sum 5/6; choose shares whose sum is 1 for each label",
    "1 --points 3 --expand 2 --beta 0.5,0.5":
      '--beta: "0.5" is not a rational; write an integer or "p/q" in decimal digits, such as "3" or "-1/2"',
    "1 --points 3 --activation tanh":
      '--activation: "tanh" is not an activation; write "poly:1,0,1/2" for 1 + x²/2 or "ratio:1,2:1,0,1" for (1 + 2x)/(1 + x²)',
    "1": "required option '--points <N>' not specified; see equiloss certify critical --help",
  });
});

describe("equiloss certify splitting", () => {
  it("says the inertia that was found, and the one that the blocks have, and makes the same again", async () => {
    const words = `${SMALL.replace("critical", "splitting")} --d-out 2 --index 0 --expand 3 --beta=2,0,-1`;
    const said = await printed(`${words} -o ${FILE}`);
    expect(said).toMatch(
      /^inertia \(5,2,2\) above \(3,0,0\), predicted \(5,2,2\) by E_t, B_t and the shares$/m,
    );
    const text = readFileSync(FILE, "utf8");
    expect(await printed(`check ${FILE} --claim ext-inertia --r 1 --m 3`)).toBe(
      "accepted: a critical point of width 3 above one of width 1; the Hessian splits: " +
        "inertia (3,0,0) below, (5,2,2) above, rank E_t 1\n",
    );
    const { command } = JSON.parse(text) as { command: string };
    await printed(`${command.replace(/^equiloss /, "")} -o ${FILE}`);
    expect(readFileSync(FILE, "utf8")).toBe(text);
  });

  it("has no claim to choose", async () => {
    const { status, stderr } = await typed(`certify splitting --r 1 --points 3 --claim prop-4.4 -o ${FILE}`);
    expect(status).toBe(2);
    expect(stderr).toContain("--claim");
  });
});
