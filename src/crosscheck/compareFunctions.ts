import { entry, lastEntry } from "../exact/entry.js";
import { setImmediate } from "node:timers/promises";
import type { RationalVector } from "../exact/vectors/rationalVector.js";
import type { MultiLayerNetwork } from "../network/multiLayerNetwork.js";
import type { CheckedActivation } from "./checkedActivation.js";
import { Comparison, type Enclosure } from "./comparison.js";
import { evaluateBatch, inputBounds, inputColumns, outputBounds } from "./evaluation.js";
import type { AnyNetwork } from "../network/anyNetwork.js";
import { multiLayerBatch, nearbyDoubles } from "./multiLayerBatch.js";
import type { Outcome, Run } from "./run.js";

/** Float32 numbers that one tensor may hold: 8 MB. */
const CHUNK = 2 ** 21;

/** Networks that should compute the function of θ. */
export interface FunctionCase {
  readonly theta: MultiLayerNetwork;
  readonly networks: Iterable<AnyNetwork>;
  /** The number of networks. */
  readonly count: number;
  /** The width of the widest layer. */
  readonly width: number;
  readonly inputs: readonly RationalVector[];
}

/**
 * Compares every network with an enclosure of f(x|θ) at all inputs x. The activations take turns from network
 * to network. The function of a network is exactly that of θ, so only rounding may differ, and
 * {@link outputBounds} bounds it.
 */
export async function compareFunctions(
  run: Run,
  { theta, networks, count, width, inputs }: FunctionCase,
  activations: readonly CheckedActivation[],
  comparison: Comparison,
): Promise<void> {
  const exact = activations.map((activation) => inputs.map((input) => activation.outputs(theta, input)));
  const size = Math.max(1, Math.floor(CHUNK / (width * inputs.length)));
  let done = 0;
  for (const chunk of chunks(networks, size)) {
    for (const [index, activation] of activations.entries()) {
      const share = chunk.filter((_, place) => (done + place) % activations.length === index);
      if (share.length > 0)
        await compareChunk(run, share, inputs, activation, entry(exact, index), comparison);
    }
    done += chunk.length;
    if (comparison.failed) return;
    run.progress(done, count);
    // Otherwise a backend that answers at once would leave no time for signals and timers.
    await setImmediate();
  }
  if (done !== count) comparison.fail(`${done} networks, expected ${count}`);
}

async function compareChunk(
  { backend, model, fault }: Run,
  networks: readonly AnyNetwork[],
  inputs: readonly RationalVector[],
  activation: CheckedActivation,
  exact: readonly (readonly Enclosure[])[],
  comparison: Comparison,
): Promise<void> {
  const batch = multiLayerBatch(networks);
  const columns = inputColumns(inputs.map(nearbyDoubles));
  const rounded = inputBounds(columns);
  const outputs = lastEntry(batch.widths);
  const computed = await evaluateBatch(backend, batch, columns, activation.float, fault);
  networks.forEach((_, network) => {
    const bounds = outputBounds(batch, network, rounded, activation.float, model);
    exact.forEach((values, input) => {
      values.forEach((value, output) => {
        const place = output * inputs.length + input;
        comparison.add(
          // A number that the backend leaves out fails the comparison.
          computed[network * outputs * inputs.length + place] ?? NaN,
          value,
          entry(bounds.error, place),
          () => `${activation.name}, output ${output + 1} at input ${input + 1}`,
        );
      });
    });
  });
}

function* chunks<Item>(items: Iterable<Item>, size: number): Generator<Item[]> {
  let chunk: Item[] = [];
  for (const item of items) {
    chunk.push(item);
    if (chunk.length < size) continue;
    yield chunk;
    chunk = [];
  }
  if (chunk.length > 0) yield chunk;
}

/** The outcome of a comparison. An error that stops it is a failure. */
export async function outcomeOf(
  what: string,
  work: (comparison: Comparison) => Promise<void>,
): Promise<Outcome> {
  const comparison = new Comparison();
  try {
    await work(comparison);
  } catch (error) {
    comparison.fail(`stopped by an error: ${error instanceof Error ? error.message : String(error)}`);
  }
  return { what, ...comparison.result };
}
