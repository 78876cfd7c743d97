import { describe, expect, it } from "vitest";
import { InputError } from "../../../src/exact/inputError.js";
import { dataSet, requireFittingData } from "../../../src/landscape/loss/data.js";
import { DATA_FORMAT, parseDataFile, parseInputsFile } from "../../../src/landscape/loss/dataFile.js";
import { unitOf, twoLayerNetwork } from "../../../src/network/twoLayerNetwork.js";
import { v } from "../fixtures.js";

describe("dataSet", () => {
  it("keeps inputs and targets in order", () => {
    const data = dataSet([v("1", "2"), v("3", "4")], [v("5"), v("6")]);
    expect(data.inputs.map(({ key }) => key)).toEqual(["1,2", "3,4"]);
    expect(data.targets.map(({ key }) => key)).toEqual(["5", "6"]);
  });

  it.each([
    [[], [], "there are no data", "give at least one input with its target"],
    [[v("1")], [], "there are 1 inputs but 0 targets", "give one target for every input"],
    [[v("1")], [v("1"), v("2")], "there are 1 inputs but 2 targets", "give one target for every input"],
    [[v()], [v("1")], "input 1 has no coordinates", "give every input at least one"],
    [[v("1")], [v()], "target 1 has no coordinates", "give every target at least one"],
  ])("refuses data %#", (inputs, targets, problem, repair) => {
    expect(() => dataSet(inputs, targets)).toThrow(new InputError(problem, repair));
  });

  it.each([
    [[v("1"), v("1"), v("1", "2")], [v("1"), v("2"), v("3")], "input", "3 has 2 coordinates, input 1 has 1"],
    [[v("1"), v("2")], [v("1", "2"), v("1")], "target", "2 has 1 coordinates, target 1 has 2"],
  ])("refuses vectors of different dimensions %#", (inputs, targets, name, problem) => {
    const error = new InputError(`${name} ${problem}`, `give every ${name} the same number`);
    expect(() => dataSet(inputs, targets)).toThrow(error);
  });
});

describe("requireFittingData", () => {
  const network = twoLayerNetwork(2, 1, [unitOf(["1", "2"], ["3"])]);
  const repair = "give data of the network's dimensions";

  it("takes data of the network's dimensions", () => {
    expect(() => {
      requireFittingData(network, dataSet([v("1", "2")], [v("3")]));
    }).not.toThrow();
  });

  it.each([
    [dataSet([v("1")], [v("3")]), "the data have inputs of dimension 1, the network of 2"],
    [dataSet([v("1", "2")], [v("3", "4")]), "the data have targets of dimension 2, the network of 1"],
    [{ inputs: [], targets: [] }, "the data have inputs of dimension 0, the network of 2"],
  ])("refuses others %#", (data, problem) => {
    expect(() => {
      requireFittingData(network, data);
    }).toThrow(new InputError(problem, repair));
  });
});

/** A data file; the inputs start at column 38. */
function fileOf(inputs: string, targets: string): string {
  return `{"format":"equiloss-data/1","inputs":${inputs},"targets":${targets}}`;
}

const SHAPE = 'give {"format": "equiloss-data/1", "inputs": X, "targets": Y} with matrices as lists of rows';

const FLOAT = 'write it as a string, such as "0.5", which is taken exactly; or give a file of npz or CSV';
const RATIONAL = 'write an integer or "p/q" in decimal digits, such as "3" or "-1/2"';
const INTEGERS = 'write "p/q" strings or integers';
const KEYS = 'keep only "format", "inputs" and "targets"';
const WHOLE = "give one complete JSON document";

describe("parseDataFile", () => {
  it("has the format tag equiloss-data/1", () => {
    expect(DATA_FORMAT).toBe("equiloss-data/1");
  });

  it("reads strings and integers of any size, in any order of keys", () => {
    const big = "123456789012345678901234567890";
    const data = parseDataFile(fileOf(`[["1/2",${big}],["-2/4","0"]]`, '[[-3],["7"]]'), "d.json");
    expect(data.inputs.map(({ key }) => key)).toEqual([`1/2,${big}`, "-1/2,0"]);
    expect(data.targets.map(({ key }) => key)).toEqual(["-3", "7"]);
    const turned = parseDataFile('{"targets":[["1"]],"inputs":[["2"]],"format":"equiloss-data/1"}', "d.json");
    expect(turned.inputs[0]?.key).toBe("2");
    expect(turned.targets[0]?.key).toBe("1");
    const named = parseDataFile(
      fileOf('[["2"]]', '[["1"]]').replace("{", '{"$schema":"data.json",'),
      "d.json",
    );
    expect(named).toEqual(turned);
  });

  it.each([
    [fileOf("[[0.5]]", '[["1"]]'), "d.json:1:40", "0.5 is a float", FLOAT],
    ['{"$schema":null}', "d.json:1:12", '"$schema" is null', "give the address of a schema, a string"],
    [fileOf('[["x"]]', '[["1"]]'), "d.json:1:40", '"x" is not a rational', RATIONAL],
    [fileOf("[[null]]", '[["1"]]'), "d.json:1:40", "null is not a coordinate", INTEGERS],
    [fileOf('["1"]', '[["1"]]'), "d.json:1:39", '"1" stands outside a row', SHAPE],
    [fileOf('[[["1"]]]', '[["1"]]'), "d.json:1:40", "an array where none belongs", SHAPE],
    [fileOf('[["1"]]', '{"a":1}'), "d.json:1:56", "an object where none belongs", SHAPE],
    ['{"format":"equiloss-data/1","outputs":[]}', "d.json:1:29", 'unknown key "outputs"', KEYS],
    [
      '{"inputs":[["1"]],"inputs":[["1"]]}',
      "d.json:1:19",
      'the key "inputs" appears twice',
      "keep one of them",
    ],
    [
      '{"format":"equiloss-network/1","inputs":[["1"]]}',
      "d.json:1:11",
      'the format is "equiloss-network/1"',
      'use "format": "equiloss-data/1"',
    ],
    ['{"format":"equiloss-data/1","inputs":[["1"]]}', "d.json", 'the key "targets" is missing', SHAPE],
    ['{"format":"equiloss-data/1","targets":[["1"]]}', "d.json", 'the key "inputs" is missing', SHAPE],
    ['{"inputs":[["1"]],"targets":[["1"]]}', "d.json", 'the key "format" is missing', SHAPE],
    [fileOf("[]", "[]"), "d.json", "there are no data", "give at least one input with its target"],
    [
      fileOf('[["1"],["1","2"]]', '[["1"],["2"]]'),
      "d.json",
      "input 2 has 2 coordinates, input 1 has 1",
      "give every input the same number",
    ],
    [
      `${fileOf('[["1"]]', '[["1"]]')},`,
      "d.json:1:64",
      'not JSON: more text after the document at ","',
      WHOLE,
    ],
  ])("refuses %s", (text, place, problem, repair) => {
    expect(() => parseDataFile(text, "d.json")).toThrow(new InputError(problem, repair, place));
  });

  it("reads decimals and hexadecimal floats exactly", () => {
    const data = parseDataFile(fileOf('[["0.1","-0x1.8p-1"]]', '[["1e-3"]]'), "d.json");
    expect([data.inputs[0]?.key, data.targets[0]?.key]).toEqual(["1/10,-3/4", "1/1000"]);
  });

  it("reads inputs alone, which need have no targets", () => {
    const text = '{"format":"equiloss-data/1","inputs":[["0.5","2"],["1/3","0"]]}';
    expect(parseInputsFile(text, "d.json").map(({ key }) => key)).toEqual(["1/2,2", "1/3,0"]);
    expect(parseInputsFile(fileOf('[["5"]]', '[["7"]]'), "d.json").map(({ key }) => key)).toEqual(["5"]);
    expect(() => parseInputsFile(fileOf('[["5"]]', "[]"), "d.json")).toThrow(
      "d.json: there are 1 inputs but 0 targets",
    );
    expect(() => parseInputsFile('{"format":"equiloss-data/1","inputs":[]}', "d.json")).toThrow(
      "d.json: there are no data",
    );
  });

  it("refuses ten thousand brackets without overflowing the stack", () => {
    expect(() => parseDataFile(fileOf("[".repeat(10_000), ""), "d.json")).toThrow(
      "an array where none belongs",
    );
  });
});
