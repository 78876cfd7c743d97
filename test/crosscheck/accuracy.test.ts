import { expect, test } from "vitest";
import type { Backend } from "../../src/crosscheck/backends.js";
import { FLOAT_ACTIVATIONS, kernelBound } from "../../src/crosscheck/kernelBounds.js";
import { roundedEntries } from "../../src/crosscheck/boundedMatrix.js";
import { SAFETY, WORST_KERNEL, measureBackend } from "../../src/crosscheck/measuredAccuracy.js";
import type { TensorFlow } from "../../src/crosscheck/tensorflow.js";
import { POINTS, measuredBackend } from "./measuredBackend.js";

const { backend, measured } = await measuredBackend("cpu");

test("the cpu backend rounds to float32, and not much more", () => {
  expect(measured.failure).toBeUndefined();
  expect(measured.roundoff).toBeLessThanOrEqual(2 ** -24);
  for (const { error } of measured.kernels) {
    expect(error).toBeGreaterThan(2 ** -26);
    expect(error).toBeLessThan(2 ** -23);
  }
  expect(measured.model.accuracy.tanh).toBe(SAFETY * (measured.kernels[1]?.error ?? NaN));
});

/** The backend with another kernel in a place. */
function withKernel(change: Partial<TensorFlow>): Backend {
  return { ...backend, tf: { ...backend.tf, ...change } };
}

test.each([
  ["off by 4e-6", (tf: TensorFlow) => ({ sigmoid: (z: never) => tf.mul(tf.sigmoid(z), 1 + 4e-6) })],
  ["that gives NaN", (tf: TensorFlow) => ({ sigmoid: (z: never) => tf.mul(tf.sigmoid(z), NaN) })],
  ["of the wrong sign", (tf: TensorFlow) => ({ sigmoid: (z: never) => tf.neg(tf.sigmoid(z)) })],
])(
  "a kernel %s is a failure, and doesn't widen the bounds beyond what float32 may be off by",
  async (_, kernel) => {
    const found = await measureBackend(withKernel(kernel(backend.tf) as Partial<TensorFlow>), POINTS);
    expect(found.failure).toMatch(/^sigmoid is off by .* no float32 kernel/);
    expect(found.model.accuracy.sigmoid).toBe(SAFETY * WORST_KERNEL);
  },
);

test("products with fewer bits than float32 are a failure", async () => {
  const coarse = {
    matMul: (a: never, b: never) => backend.tf.mul(backend.tf.matMul(a, b), 1 + 2 ** -20),
  } as unknown as Partial<TensorFlow>;
  expect((await measureBackend(withKernel(coarse), POINTS)).failure).toMatch(/^products are off by/);
});

test("no kernel is trusted where it wasn't measured", () => {
  const far = roundedEntries(1, 1, Float64Array.of(129));
  expect(() => kernelBound("tanh", far, measured.model)).toThrow(/kernels are measured up to 128/);
  expect(
    FLOAT_ACTIVATIONS.tanh.bound(roundedEntries(1, 1, Float64Array.of(2)), measured.model).magnitude[0],
  ).toBeCloseTo(1);
});
