import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { exactEstimate } from "../../../../src/cli/commands/landscape/estimate.js";
import { parseActivation } from "../../../../src/landscape/activations/activationText.js";
import { squaredError } from "../../../../src/landscape/loss/cost.js";
import { dataSet } from "../../../../src/landscape/loss/data.js";
import { parseDataFile } from "../../../../src/landscape/loss/dataFile.js";
import { parseNetworkFile } from "../../../../src/network/networkFile.js";

const read = (name: string): string => readFileSync(`examples/${name}.json`, "utf8");
const network = parseNetworkFile(read("student"), "student.json");
const few = parseDataFile(read("student-data"), "student-data.json");

it("tells of quotients of float weights at many data, and not of polynomials or few data", () => {
  const many = dataSet(
    Array.from({ length: 40 }, () => few.inputs).flat(),
    Array.from({ length: 40 }, () => few.targets).flat(),
  );
  const estimateOf = (data: typeof few, form: string): string | undefined =>
    exactEstimate({ network, data, activation: parseActivation(form), cost: squaredError });
  expect(estimateOf(many, "ratio:1,1:1,0,1")).toMatch(
    /^about \d+ (?:minutes|hours), for numbers of \d+ bits; --enclose takes far less$/,
  );
  expect(estimateOf(few, "ratio:1,1:1,0,1")).toBeUndefined();
  expect(estimateOf(many, "poly:0,1,1")).toBeUndefined();
});
