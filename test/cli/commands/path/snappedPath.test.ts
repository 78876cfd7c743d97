import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { itRefuses, printed, printedJson, typed } from "../../runs.js";
import { dataText, networkText, scratchFolder, writerIn } from "../../scratch.js";

const folder = scratchFolder();
const write = writerIn(folder);
const PAIR = "examples/trained.npz examples/trained.json";
const SIGMA = "--activation softplus+sigmoid:1,4";

/** Two neurons, of which each network has one twice, nearly, and in another order. */
const A = write(networkText(["1 0; 1 1/1000; 0 1", "1 2 -3"]));
const B = write(networkText(["1/1000 1; 1 0; 0 1", "-1 3 -2"]));
/** The same as B with a neuron and the output's sign turned. */
const MIRRORED = write(networkText(["1/1000 1; -1 0; 0 1", "-1 -3 -2"]));
const [DEEP, DEEP_TO] = [
  write(networkText(["1; 2; 2", "1 -1/2 -1/2; 0 1/2 1/2; 0 501/1000 1/2", "2 1 1"], "1 0 0; 0 1 1; 3")),
  write(networkText(["2; 1; 1", "1 0 0; -1 1/2 501/1000; 1 0 0", "1 2 1"], "0 1 1; 1 0 1; 3")),
];

async function lines(line: string): Promise<string[]> {
  const run = await typed(line);
  expect(run.status).toBe(0);
  return run.stdout.trimEnd().split("\n");
}

/** Stdout without breaks of lines. */
const text = async (line: string): Promise<string> => (await printed(line)).replace(/\s+/g, " ");

describe("path --tolerance", () => {
  it("leads between two students of one teacher, with a bound on what changes", async () => {
    const found = await lines(`path ${PAIR} --tolerance 1e-6 ${SIGMA} --within -5:5`);
    const told = found.join(" ");
    expect(told).toContain("7 segments from the first network to the second, r = 4, m = 6");
    expect(told).toContain("between these, 5 segments of one function: no path has fewer (search)");
    expect(told).toContain("no output differs from that of θ by more than 4.949e-7 on the whole path");
    expect(found.at(-1)).toBe("7  all weights move by at most 3.631e-8, to the second network");
  });

  it("bounds the loss along the way", async () => {
    const data = write(dataText("1 0; 0 1; -1 2", "1; -1; 1/2"));
    const { snapping } = (await printedJson(
      `path ${A} ${B} --tolerance 1/500 --activation tanh --data ${data} --json`,
    )) as { snapping: { data: Readonly<Record<string, string>> } };
    const [least, most] = [snapping.data.leastLoss, snapping.data.mostLoss].map((one = "") => {
      const [p = NaN, q = 1] = one.split("/").map(Number);
      return p / q;
    });
    // The loss of A, in doubles.
    const value = (x: number, y: number): number =>
      Math.tanh(x) + 2 * Math.tanh(x + y / 1000) - 3 * Math.tanh(y);
    const loss = [
      [1, 0, 1],
      [0, 1, -1],
      [-1, 2, 0.5],
    ].reduce((sum, [x = NaN, y = NaN, target = NaN]) => sum + (value(x, y) - target) ** 2 / 2, 0);
    expect(least).toBeLessThan(loss);
    expect(most).toBeGreaterThan(loss);
    expect(Number(most) - Number(least)).toBeLessThan(0.1);
  });

  it("lists the whole path as JSON, without a subspace at its ends", async () => {
    const found = (await printedJson(`path ${A} ${B} --tolerance 1/500 --json --steps 2`)) as {
      segments: number;
      points: { weights: unknown }[];
      subspaces: unknown[];
      snapping: unknown;
    };
    expect(found).toMatchObject({ segments: 5, lowerBound: null });
    expect(found.points).toHaveLength(11);
    const ends = found.subspaces.map((one, piece) => (one === null ? piece : -1)).filter((at) => at >= 0);
    expect(ends).toEqual([0, 1, 8, 9]);
    expect(found.subspaces[2]).toEqual([1, 1, 2]);
    expect(found.points[0]?.weights).toEqual([
      [
        ["1", "0"],
        ["1", "1/1000"],
        ["0", "1"],
      ],
      [["1", "2", "-3"]],
    ]);
    expect(found.snapping).toMatchObject({
      tolerance: "1/500",
      theta: {
        weights: [
          [
            ["1", "1/4000"],
            ["1/4000", "1"],
          ],
          [["3", "-3"]],
        ],
      },
      difference: "1/2000",
      between: { segments: 3, lowerBound: 3 },
    });
  });

  it("mirrors neurons where that leaves nothing", async () => {
    const found = await text(`path ${A} ${MIRRORED} --tolerance 1/500 --activation tanh`);
    expect(found).toContain("neurons may be mirrored, as for tanh");
    expect(found).toContain("mirrored: neuron 2");
  });

  it("leads through networks of several layers with biases", async () => {
    const found = await text(`path ${DEEP} ${DEEP_TO} --tolerance 1/100 --activation relu --within -1:1`);
    expect(found).toContain("hidden widths r = 2-2, m = 3-3");
  });

  it("takes the activation that the files tell, where one is needed", async () => {
    const files = ["a", "b"].map((name) => join(folder, `${name}.onnx`));
    for (const [index, network] of [A, B].entries())
      await typed(`export ${network} --round --activation tanh -o ${String(files[index])}`);
    const run = await typed(`path ${files.join(" ")} --tolerance 1/100 --within -1:1 --json`);
    expect([run.status, run.stderr]).toEqual([0, expect.stringContaining("--activation tanh, as the file")]);
    expect(JSON.parse(run.stdout)).toMatchObject({ snapping: { activation: "tanh" } });
  });

  it("is suggested where networks only nearly compute the same", async () => {
    const run = await typed(`path ${A} ${B}`);
    expect(run.stderr).toContain("they match up to a tolerance: add --tolerance 0.001");
    expect(
      (await typed(`path ${A} ${write(networkText(["1 0; 5 1; 0 1", "7 2 -3"]))}`)).stderr,
    ).not.toContain("--tolerance");
  });

  it("says of a student that Adam left and its teacher that they don't reduce to one network", async () => {
    const teacher = join(folder, "teacher.json");
    const files = "test/formats/files/t1";
    expect((await typed(`expand ${files}-teacher.npz --to 9 -o ${teacher}`)).status).toBe(0);
    const run = await typed(`path ${files}-student.npz ${teacher} --tolerance 1/10 --activation tanh`);
    expect(run.status).toBe(2);
    expect(run.stderr).toContain(
      "--tolerance: at this tolerance the first network reduces to width 5, the second to 4; ",
    );
    // The path that there is at a tolerance as large as the weights is worth what its bound says.
    const far = `path ${files}-student.npz ${teacher} --tolerance 0.45 --activation tanh --within -1:1`;
    const { stdout } = await typed(far);
    expect(stdout.replace(/\s+/g, " ")).toMatch(/r = 2, m = 9 .*by more than 0\.8296 on the whole path/);
  });

  const wide = write(networkText(["1 0; 0 1", "1 2"]));
  const other = write(networkText(["1 0; 5 1; 0 1", "7 2 -3"]));
  itRefuses("path", {
    [`${A} ${B} --tolerance -1`]: "--tolerance: -1 is negative; give 0 or more",
    [`${A} ${B} --within 0:1`]:
      "--within: on an exact path no output changes; add --tolerance, or leave it out",
    [`${A} ${B} --tolerance 1 --within 0:1`]:
      "--within: what the network computes depends on σ; name it by --activation",
    [`${A} ${B} --tolerance 1 --as-paper`]: "--as-paper: only for exact paths; leave it or --tolerance out",
    [`${A} ${B} --tolerance 1 --changes`]: "--changes: only for exact paths; leave it or --tolerance out",
    [`${A} ${wide} --tolerance 1`]: `${wide}: layers of widths 2-2-1, in ${A} 2-3-1; give networks of one shape; equiloss expand makes layers wider`,
    [`${A} ${other} --tolerance 1/500`]:
      "--tolerance: at this tolerance the first network reduces to width 2, the second to 3; give another " +
      "tolerance; equiloss classify shows the distances of neurons, equiloss compare which are matched",
    [`${A} ${B} --tolerance 1/1000000`]:
      "--tolerance: what the networks reduce to at this tolerance differs: weight 1 of output 1 by 2; give " +
      "another tolerance; equiloss path without --tolerance names one that serves, if there is one",
    [`${A} ${B} --tolerance 5`]:
      "--tolerance: at this tolerance no neuron is left; give a smaller tolerance, or a network that keeps a " +
      "neuron in every hidden layer",
  });
});
