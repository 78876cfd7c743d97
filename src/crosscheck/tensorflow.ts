import { createRequire } from "node:module";

/** The copy of tfjs-core that all backends share. */
export type TensorFlow = typeof import("@tensorflow/tfjs-core");

/** A two-dimensional array of float32 on a backend. */
export type Matrix = import("@tensorflow/tfjs-core").Tensor2D;

/** The result of {@link withoutLeaks}. */
export interface Tidied<Result> {
  readonly result: Result;
  /** The increase in live tensors; 0 if all were freed. */
  readonly leaked: number;
}

/** Loads tfjs-core, without its advertisements on the terminal. */
export async function loadTensorFlow(): Promise<TensorFlow> {
  const tf = await import("@tensorflow/tfjs-core");
  tf.enableProdMode();
  return tf;
}

/**
 * Requires a backend's package to share our tfjs-core. A second copy would have its own kernels and tensors.
 *
 * @param way packages from ours to the one that depends on tfjs-core, each resolved from the one before.
 * @throws Error that names both files, if there are two copies.
 */
export function requireOneCore(way: readonly string[]): void {
  const ours = createRequire(import.meta.url);
  const theirs = way.reduce((from, name) => createRequire(from.resolve(name)), ours);
  const core = (from: NodeJS.Require): string => from.resolve("@tensorflow/tfjs-core");
  if (core(ours) === core(theirs)) return;
  throw new Error(`two copies of tfjs-core, ${core(ours)} and ${core(theirs)}: install one version of all`);
}

/** Does work, and counts the tensors that it leaves behind. */
export async function withoutLeaks<Result>(
  tf: TensorFlow,
  work: () => Promise<Result>,
): Promise<Tidied<Result>> {
  const before = tf.memory().numTensors;
  const result = await work();
  return { result, leaked: tf.memory().numTensors - before };
}
