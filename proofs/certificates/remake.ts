import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Certificate } from "../../src/certificate/certificate.js";
import { connectedCertificate } from "../../src/certificate/connectedCertificate.js";
import {
  gradientFlowCounterexample,
  literalFormulaCounterexample,
} from "../../src/certificate/counterexampleCertificate.js";
import { enumerationCertificate } from "../../src/certificate/enumerationCertificate.js";
import { morseCertificate } from "../../src/certificate/morseCertificate.js";
import { pathCertificate } from "../../src/certificate/pathCertificate.js";
import type { PathForm } from "../../src/certificate/pathChanges.js";
import { splittingCertificate } from "../../src/certificate/splittingCertificate.js";
import { spuriousCertificate } from "../../src/certificate/spuriousCertificate.js";
import { writeCertificate } from "../../src/certificate/writeCertificate.js";
import { LabelledPartition } from "../../src/combinatorics/partitions/labelledPartition.js";
import { parseRational } from "../../src/exact/numbers/rational.js";
import { parseActivation } from "../../src/landscape/activations/activationText.js";
import { expandCritical } from "../../src/landscape/criticalPoints/criticalExpansion.js";
import { criticalPointOfIndex } from "../../src/landscape/criticalPoints/criticalSearch.js";
import type { SpuriousFamily } from "../../src/landscape/spurious/starts.js";
import { IntersectionGraph } from "../../src/manifold/graph/intersectionGraph.js";
import { shortestPath } from "../../src/manifold/paths/shortestPath.js";
import { parseNetworkFile } from "../../src/network/networkFile.js";
import { randomIrreducible } from "../../src/network/randomNetwork.js";
import { reduce } from "../../src/network/reduction.js";
import type { TwoLayerNetwork } from "../../src/network/twoLayerNetwork.js";

/** A certificate of this folder: its file, and what makes it. */
export interface Recipe {
  readonly file: string;
  /** What is typed after `equiloss certify` to make the same; paths are not written into certificates. */
  readonly command: string;
  readonly make: () => Certificate;
}

/** All of them. */
export const RECIPES: readonly Recipe[] = [
  enumeration(1, 4),
  enumeration(2, 4),
  enumeration(3, 4),
  connected(2, 3, 1, 1, 0),
  connected(2, 4, 2, 2, 1),
  connected(3, 4, 1, 1, 0),
  {
    file: "morse-2-4.json",
    command: "morse 2 4",
    make: () => morseCertificate(2, 4),
  },
  path("path-star.json", "split.json", "zero-outgoing.json", "changes"),
  path("path-potential.json", "path-from.json", "path-to.json", "points"),
  splitting(),
  spurious(6, "decaying"),
  spurious(20, "persistent"),
  {
    file: "counterexample-count.json",
    command: "counterexample thm-3.1-count 1 4",
    make: () => literalFormulaCounterexample(1, 4),
  },
  {
    file: "counterexample-flow.json",
    command: "counterexample lem-2.1",
    make: gradientFlowCounterexample,
  },
];

/**
 * Makes the certificates anew.
 *
 * @param folder where to, ending in a slash.
 * @param versionOf what each is to say of the version that made it.
 */
export function remake(folder: string, versionOf: (file: string) => string): void {
  for (const { file, command, make } of RECIPES) {
    writeCertificate(`${folder}${file}`, make, {
      command: `equiloss certify ${command}`,
      version: versionOf(file),
    });
  }
}

function enumeration(r: number, m: number): Recipe {
  return {
    file: `enumeration-${r}-${m}.json`,
    command: `enumeration ${r} ${m}`,
    make: () => enumerationCertificate(r, m),
  };
}

function connected(r: number, m: number, inputs: number, outputs: number, seed: number): Recipe {
  return {
    file: `connected-${r}-${m}.json`,
    command: `connected ${r} ${m} --d-in ${inputs} --d-out ${outputs} --seed ${seed}`,
    make: () =>
      connectedCertificate(randomIrreducible(r, inputs, outputs, seed), new IntersectionGraph(r, m)),
  };
}

/** Two outputs, so E_t ≠ 0; a positive share, a zero and a negative one. */
function splitting(): Recipe {
  const [shares, activation] = ["2,0,-1", "ratio:1,1:1,0,1"];
  const words = `--r 1 --d-in 1 --d-out 2 --points 3 --activation ${activation} --seed 0 --expand 3 --index 0`;
  const make = (): Certificate => {
    const form = parseActivation(activation);
    const request = { r: 1, inputDimension: 1, outputDimension: 2, points: 3, activation: form, seed: 0 };
    const { network: theta, data } = criticalPointOfIndex(request, 0);
    const beta = shares.split(",").map(parseRational);
    const network = expandCritical(theta, LabelledPartition.of([1, 1, 1], 1), beta);
    return splittingCertificate({ theta, network, beta, data, activation: form });
  };
  return { file: "splitting.json", command: `splitting ${words} --beta=${shares}`, make };
}

function spurious(k: number, family: SpuriousFamily): Recipe {
  return {
    file: `spurious-${k}-${family}.json`,
    command: `spurious --k ${k} --family ${family}`,
    make: () => spuriousCertificate(k, family),
  };
}

/** @param form of the points: the command line takes the shorter one. */
function path(file: string, fromName: string, toName: string, form: PathForm): Recipe {
  const make = (): Certificate => {
    const [from, to] = [example(fromName), example(toName)];
    const theta = reduce(from).irreducible;
    const found = shortestPath(theta, from, to);
    if (found === undefined) throw new RangeError(`no path from ${fromName} to ${toName}`);
    return pathCertificate(theta, found.path.list(), found.optimal, form);
  };
  return { file, command: "path <from> <to>", make };
}

function example(name: string): TwoLayerNetwork {
  return parseNetworkFile(readFileSync(new URL(`../../examples/${name}`, import.meta.url), "utf8"), name);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const manifest = readFileSync(new URL("../../package.json", import.meta.url), "utf8");
  const { version } = JSON.parse(manifest) as { version: string };
  remake(fileURLToPath(new URL(".", import.meta.url)), () => version);
}
