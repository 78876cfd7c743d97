import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { npzFile } from "../../../../src/formats/writtenFiles.js";
import { twoLayerNetwork, unitOf } from "../../../../src/network/twoLayerNetwork.js";
import { itRefuses, printed, printedJson, refused, typed } from "../../runs.js";
import { networkText, scratchFolder, writerIn } from "../../scratch.js";
import { type Classified, decimalOf } from "./classified.js";

const folder = scratchFolder();
const fileOf = writerIn(folder);
const STUDENT = "examples/trained.json";
const MIXTURE = "--activation softplus+sigmoid:1,4";

/** What a run printed as JSON; stderr has how its file was read. */
async function printedAfterNotes(line: string): Promise<unknown> {
  const run = await typed(line);
  expect(run.status).toBe(0);
  return JSON.parse(run.stdout);
}

describe("equiloss classify --prune", () => {
  it("writes a network that nothing more can be taken from", async () => {
    const output = join(folder, "pruned.json");
    const text = await printed(`classify ${STUDENT} --tolerance 1e-6 --prune -o ${output}`);
    const { length } = readFileSync(output);
    expect(text).toContain(`pruned network ${output}, ${length} bytes\n`);
    expect(await printed(`reduce ${output}`)).toMatch(/^irreducible: 4 neurons/);
    expect(readdirSync(folder).filter((name) => name.includes("equiloss-"))).toEqual([]);
  });

  it.each(["npz", "safetensors", "onnx"])(
    "writes floats of the source's type to a %s file",
    async (ending) => {
      const output = join(folder, `pruned.${ending}`);
      const option = "--tolerance 1e-6 --activation tanh --within -1:1";
      const text = await printed(`classify ${STUDENT} ${option} --prune -o ${output}`);
      const { length } = readFileSync(output);
      expect(text).toMatch(/each output changes by at most \S+\n/);
      expect(text).toContain(`pruned network ${output}, ${length} bytes, ${ending} of float64, `);
      const read = await typed(`reduce ${output}`);
      expect([read.status, read.stdout]).toEqual([0, expect.stringMatching(/^irreducible: 4 neurons/)]);
    },
  );

  describe("in floats", () => {
    /** The outgoing weights of two equal neurons are floats of 16 bits, and their sum is none. */
    const copies = twoLayerNetwork(1, 1, [unitOf(["1"], ["2048"]), unitOf(["1"], ["1"])]);
    const source = join(folder, "halves.npz");
    const output = join(folder, "halved.npz");
    const data = fileOf(
      '{"format":"equiloss-data/1","inputs":[["1"],["1/2"]],"targets":[["0"],["0"]]}',
      "d.json",
    );
    const command = `classify ${source} --tolerance 0 --activation tanh`;

    it("bounds what the rounded network changes", async () => {
      writeFileSync(source, npzFile(copies, "float16"));
      const { bound, pruned, distance } = await classifiedFile(`${command} --within -1:1`);
      expect(distance).toBe("0");
      expect(pruned).toMatchObject({ target: "npz", type: "float16", rounded: 1, largestDifference: "1" });
      // 2049·tanh(x) has become 2048·tanh(x).
      expect(decimalOf(String(bound))).toBeGreaterThanOrEqual(Math.tanh(1));
      expect(decimalOf(String(bound))).toBeLessThan(0.77);
      const exact = await classifiedFile(`${command} --within -1:1`, join(folder, "halved.json"));
      expect(exact.bound).toBe("0");
    });

    it("encloses what it changes on data", async () => {
      writeFileSync(source, npzFile(copies, "float16"));
      const { data: found } = await classifiedFile(`${command} --data ${data}`);
      expect(decimalOf(found?.lower)).toBeLessThanOrEqual(Math.tanh(1));
      expect(decimalOf(found?.upper)).toBeGreaterThanOrEqual(Math.tanh(1));
      expect(decimalOf(found?.upper)).toBeLessThan(0.77);
    });

    it("widens a type that the format hasn't", async () => {
      writeFileSync(source, npzFile(copies, "float16"));
      const { pruned } = await classifiedFile(`${command} --within -1:1`, join(folder, "halved.onnx"));
      expect(pruned).toMatchObject({ target: "onnx", type: "float32", rounded: 0, largestDifference: "0" });
    });

    async function classifiedFile(line: string, to = output): Promise<Classified> {
      return (await printedAfterNotes(`${line} --prune -o ${to} --json`)) as Classified;
    }
  });

  it("leaves the file as it was if there is nothing to write", async () => {
    const cancels = fileOf(networkText(["1; 1", "1 -1"]));
    const output = fileOf("what was there", "kept.json");
    await refused(
      `classify ${cancels} --tolerance 0 --prune -o ${output}`,
      "--prune: no neuron of hidden layer 1 is left, and no file holds such a network; " +
        "give a smaller tolerance, or leave out --prune",
    );
    expect(readFileSync(output, "utf8")).toBe("what was there");
  });

  it("refuses the input as output, folders, and part of another file", async () => {
    const input = fileOf(networkText(["1; 1", "1 2"]));
    await refused(
      `classify ${input} --tolerance 0 --prune -o ${input}`,
      `${input}: is an input, too (${input}); name another output`,
    );
    const sub = join(folder, "sub");
    mkdirSync(sub);
    await refused(
      `classify ${input} --tolerance 0 --prune -o ${sub}`,
      `${sub}: is a directory; name a file, new or to be replaced`,
    );
    const output = join(folder, "other.json");
    writeFileSync(`${output}.equiloss-partial`, "a certificate's beginning");
    await refused(
      `classify ${input} --tolerance 0 --prune -o ${output}`,
      `${output}.equiloss-partial: is not part of a network; take it away, or name another output`,
    );
    expect(existsSync(output)).toBe(false);
  });
});

describe("equiloss classify --certificate", () => {
  const [pruned, bound] = [join(folder, "certified.json"), join(folder, "bound.json")];
  const asked = `classify ${STUDENT} --tolerance 1e-6 ${MIXTURE} --within -5:5 --prune -o ${pruned}`;

  it("writes what `equiloss check` accepts when asked as it is told to", async () => {
    const text = await printed(`${asked} --certificate ${bound}`);
    expect(text).toContain(`${bound}: certificate for rem-4.2, of the bound 5.027e-7, `);
    const [, command = ""] = /\ncheck it by equiloss (check .*)\n/.exec(text) ?? [];
    expect(await printed(command)).toBe(
      "accepted: outputs differ by at most 5027/10000000000, for the activation and all inputs in the box\n",
    );
    expect(await printed(`${command} --bound 5.027e-7`)).toMatch(/^accepted/);
    const other = command.replace("-5:5", "-6:5");
    expect(await printed(other, 1)).toMatch(/^rejected by rule parameters/);
    expect(await printed(command.replace("1,4", "1,5"), 1)).toMatch(/^rejected by rule parameters/);
    expect(await printed(command.replace(STUDENT, pruned), 1)).toContain("the file has another network");
  });

  it("has its bound in JSON", async () => {
    expect(await printedJson(`${asked} --certificate ${bound} --json`)).toMatchObject({
      bound: "2491/5000000000",
      certificate: { file: bound, claim: "rem-4.2", bound: "5027/10000000000" },
    });
  });

  const needed =
    "--certificate: a certificate is of a bound on what pruning changes; " +
    "give --prune, -o, --activation and --within, too";
  itRefuses(`classify ${STUDENT} --certificate ${bound}`, {
    "--activation tanh --within -5:5": needed,
    [`--activation tanh --prune -o ${pruned}`]: needed,
    [`--prune -o ${pruned}`]: needed,
    [`--activation poly:0,1 --within -5:5 --prune -o ${pruned}`]:
      "--certificate: the checker knows no bounds of poly:0,1; " +
      "leave it out, or name an activation that is no formula",
  });

  itRefuses(asked, {
    [`--certificate ${pruned}`]: "--certificate: the pruned network goes there, too; name another file",
    "--certificate -": "--certificate: a certificate goes to a file, not to standard output; name a file",
    [`--certificate ${STUDENT}`]: `${STUDENT}: is an input, too (${STUDENT}); name another output`,
  });

  itRefuses(`classify ${STUDENT} --tolerance 1e-6 --activation tanh --prune -o ${pruned}`, {
    [`--within ball:5 --certificate ${bound}`]:
      "--within: the checker knows ranges, no balls; give a range, such as -5:5",
  });

  it("is not written if the checker would refuse it", async () => {
    const output = join(folder, "long.json");
    const command = asked.replace("-5:5", "-1e4200:1").replace(MIXTURE, "--activation tanh");
    const { status, stderr } = await typed(`${command} --certificate ${output}`);
    expect([status, stderr]).toEqual([2, expect.stringContaining("it is too long for the checker")]);
    expect(existsSync(output)).toBe(false);
  });

  it("takes the activation that the file tells", async () => {
    const file = join(folder, "told.onnx");
    await printed(`export ${STUDENT} --activation tanh -o ${file}`);
    const { status, stdout } = await typed(
      `classify ${file} --tolerance 1e-6 --within -5:5 --prune -o ${pruned} --certificate ${bound}`,
    );
    expect([status, stdout]).toEqual([0, expect.stringContaining("--activation tanh --within -5:5")]);
  });
});

describe("a pruned network of several files", () => {
  const at = (name: string): string => join(folder, name);
  const command = `classify ${STUDENT} --tolerance 1e-6 --activation tanh`;

  it("takes the place of no data, no certificate, and nothing else if one can't be written", async () => {
    const [data, whole] = [at("d.fc1.weight.csv"), at("n.fc1.weight.csv")];
    writeFileSync(data, "1,2\n3,4\n");
    writeFileSync(whole, "OLD");
    mkdirSync(at("n.fc2.weight.csv"));
    const overData = await typed(`${command} --data ${data} --prune -o ${at("d.csv")}`);
    expect([overData.status, overData.stderr]).toEqual([
      2,
      expect.stringContaining(
        `${data}: is an input, too, and would be written; name an output in another folder`,
      ),
    ]);
    const certificate = at("c.fc1.weight.csv");
    await refused(
      `${command} --within -5:5 --prune -o ${at("c.csv")} --certificate ${certificate}`,
      `${certificate}: is a file of the network, too; name another folder or file`,
    );
    await refused(
      `export ${STUDENT} -o ${at("n.csv")}`,
      `${at("n.fc2.weight.csv")}: is a directory; name a file, new or to be replaced`,
    );
    expect([data, whole].map((file) => readFileSync(file, "utf8"))).toEqual(["1,2\n3,4\n", "OLD"]);
  });
});
