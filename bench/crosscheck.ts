import { type Backend, type BackendName, BACKEND_NAMES, startBackend } from "../src/crosscheck/backends.js";
import { whyNot } from "../src/crosscheck/chooseBackend.js";
import { evaluateBatch, inputColumns } from "../src/crosscheck/evaluation.js";
import { FLOAT_ACTIVATIONS } from "../src/crosscheck/kernelBounds.js";
import type { LayeredBatch } from "../src/crosscheck/multiLayerBatch.js";

/*
 * Networks times inputs a second, by each backend that starts and by plain TypeScript in doubles: when a GPU
 * pays. Results come back to the processor, as a check needs them there. Before anything is timed the results
 * are compared.
 *
 *   npx tsx bench/crosscheck.ts [runs]
 *
 * VK_DRIVER_FILES may name a Vulkan driver for webgpu, such as SwiftShader's.
 */

const SIZES = [
  { networks: 10, width: 6, inputs: 100 },
  { networks: 100, width: 6, inputs: 1000 },
  { networks: 2, width: 500, inputs: 1000 },
] as const;
const [INPUT_DIMENSION, OUTPUT_DIMENSION] = [3, 2];
const runs = Number(process.argv[2] ?? 5);

for (const { networks, width, inputs } of SIZES) {
  const batch: LayeredBatch = {
    count: networks,
    widths: [INPUT_DIMENSION, width, OUTPUT_DIMENSION],
    weights: [
      entries(networks * width * INPUT_DIMENSION, 1),
      entries(networks * width * OUTPUT_DIMENSION, 2),
    ],
  };
  const x = inputColumns(Array.from({ length: inputs }, (_, index) => [...entries(INPUT_DIMENSION, index)]));
  const expected = plain(batch, x.entries, inputs);
  console.log(`${networks} networks of width ${width}, ${inputs} inputs:`);
  const rate = (milliseconds: number): string =>
    `${((networks * inputs * 1000) / milliseconds).toExponential(2)} points/s`;
  console.log(
    `  plain TypeScript: ${rate(await median(async () => Promise.resolve(plain(batch, x.entries, inputs))))}`,
  );
  for (const name of BACKEND_NAMES) {
    const backend = await started(name);
    if (typeof backend === "string") {
      console.log(`  ${name}: not run, ${backend}`);
      continue;
    }
    const evaluate = async () => evaluateBatch(backend, batch, x, FLOAT_ACTIVATIONS.tanh);
    const found = await evaluate();
    const worst = expected.reduce(
      (most, value, index) => Math.max(most, Math.abs(value - (found[index] ?? NaN))),
      0,
    );
    if (!(worst < 1e-3 * width)) throw new Error(`${name} is off by ${worst}`);
    console.log(`  ${name} (${backend.identity.device}): ${rate(await median(evaluate))}`);
  }
}

async function started(name: BackendName): Promise<Backend | string> {
  try {
    return await startBackend(name, true);
  } catch (error) {
    return whyNot(error).reason;
  }
}

function entries(count: number, salt: number): Float64Array {
  return Float64Array.from({ length: count }, (_, index) => Math.sin(index * 12.9898 + salt * 78.233));
}

/** The same in doubles, network by network. */
function plain({ count, widths, weights }: LayeredBatch, x: Float64Array, inputs: number): Float64Array {
  const [d = 0, m = 0, outputs = 0] = widths;
  const [w = new Float64Array(), a = new Float64Array()] = weights;
  const result = new Float64Array(count * outputs * inputs);
  for (let network = 0; network < count; network++) {
    for (let input = 0; input < inputs; input++) {
      for (let unit = 0; unit < m; unit++) {
        let z = 0;
        for (let index = 0; index < d; index++)
          z += (w[(network * m + unit) * d + index] ?? 0) * (x[index * inputs + input] ?? 0);
        const value = Math.tanh(z);
        for (let output = 0; output < outputs; output++) {
          const at = (network * outputs + output) * inputs + input;
          result[at] = (result[at] ?? 0) + (a[(network * outputs + output) * m + unit] ?? 0) * value;
        }
      }
    }
  }
  return result;
}

/** Milliseconds. */
async function median(work: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let run = 0; run < runs; run++) {
    const start = performance.now();
    await work();
    times.push(performance.now() - start);
  }
  return times.sort((left, right) => left - right)[runs >> 1] ?? NaN;
}
