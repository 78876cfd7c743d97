import { createRequire } from "node:module";

/** The one copy of tfjs-core that all backends have to share. */
export type TensorFlow = typeof import("@tensorflow/tfjs-core");

/** A two-dimensional array of float32 on a backend. */
export type Matrix = import("@tensorflow/tfjs-core").Tensor2D;

/** What {@link withoutLeaks} makes of work. */
export interface Tidied<Result> {
  readonly result: Result;
  /** Live tensors after it, less those before it; 0 if all were freed. */
  readonly leaked: number;
}

/** Loads tfjs-core, and keeps its advertisements off the terminal. */
export async function loadTensorFlow(): Promise<TensorFlow> {
  const tf = await import("@tensorflow/tfjs-core");
  tf.enableProdMode();
  return tf;
}

/**
 * Whether a backend's package shares our tfjs-core: a second copy would have kernels and tensors of its own.
 *
 * @param way packages from ours to the one that depends on tfjs-core, each resolved from the one before.
 * @throws Error naming both files if not.
 */
export function requireOneCore(way: readonly string[]): void {
  const ours = createRequire(import.meta.url);
  const theirs = way.reduce((from, name) => createRequire(from.resolve(name)), ours);
  const core = (from: NodeJS.Require): string => from.resolve("@tensorflow/tfjs-core");
  if (core(ours) === core(theirs)) return;
  throw new Error(`two copies of tfjs-core, ${core(ours)} and ${core(theirs)}: install one version of all`);
}

/** Does work, and counts the tensors that it left behind. */
export async function withoutLeaks<Result>(
  tf: TensorFlow,
  work: () => Promise<Result>,
): Promise<Tidied<Result>> {
  const before = tf.memory().numTensors;
  const result = await work();
  return { result, leaked: tf.memory().numTensors - before };
}
