import type { GradConfig, Tensor } from "@tensorflow/tfjs-core";
import type { TensorFlow } from "./tensorflow.js";

/**
 * Gives tfjs those gradients of the kernels used here that it lacks. tfjs-core has them in modules that Node
 * can't load. tfjs-node has its own, which are kept.
 */
export function registerGradients(tf: TensorFlow): void {
  for (const config of gradients(tf)) {
    const registered = tf.getGradient(config.kernelName) as GradConfig | undefined;
    if (registered === undefined) tf.registerGradient(config);
  }
}

function gradients(tf: TensorFlow): GradConfig[] {
  const unary = (
    kernelName: string,
    saved: "inputsToSave" | "outputsToSave",
    times: (dy: Tensor, kept: Tensor) => Tensor,
  ): GradConfig => ({
    kernelName,
    [saved]: saved === "inputsToSave" ? ["x"] : [true],
    gradFunc: (dy: Tensor | Tensor[], [kept]: Tensor[]) => ({ x: () => times(one(dy), one(kept)) }),
  });
  return [
    matMulGradient(tf),
    unary("Sigmoid", "outputsToSave", (dy, y) => tf.mul(dy, tf.mul(y, tf.sub(1, y)))),
    unary("Tanh", "outputsToSave", (dy, y) => tf.mul(tf.sub(1, tf.square(y)), dy)),
    unary("Softplus", "inputsToSave", (dy, x) => tf.mul(dy, tf.sigmoid(x))),
    unary("Square", "inputsToSave", (dy, x) => tf.mul(dy, tf.mul(x, 2))),
    unary("Sum", "inputsToSave", (dy, x) => tf.mul(dy, tf.onesLike(x))),
    {
      kernelName: "Add",
      gradFunc: (dy) => ({ a: () => tf.clone(one(dy)), b: () => tf.clone(one(dy)) }),
    },
    {
      kernelName: "Sub",
      gradFunc: (dy) => ({ a: () => tf.clone(one(dy)), b: () => tf.neg(one(dy)) }),
    },
    {
      // One factor is always a constant here, whose gradient isn't needed.
      kernelName: "Multiply",
      inputsToSave: ["a", "b"],
      gradFunc: (dy, [a, b]) => ({ a: () => tf.mul(one(dy), one(b)), b: () => tf.mul(one(dy), one(a)) }),
    },
  ];
}

/** C = op(A)·op(B), where op may transpose. */
function matMulGradient(tf: TensorFlow): GradConfig {
  return {
    kernelName: "BatchMatMul",
    inputsToSave: ["a", "b"],
    gradFunc: (dy, [savedA, savedB], attributes) => {
      const { transposeA, transposeB } = attributes as unknown as Record<
        "transposeA" | "transposeB",
        boolean
      >;
      const [d, a, b] = [one(dy), one(savedA), one(savedB)];
      return {
        a: () => (transposeA ? tf.matMul(b, d, transposeB, true) : tf.matMul(d, b, false, !transposeB)),
        b: () => (transposeB ? tf.matMul(d, a, true, transposeA) : tf.matMul(a, d, !transposeA, false)),
      };
    },
  };
}

function one(tensor: Tensor | Tensor[] | undefined): Tensor {
  const single = Array.isArray(tensor) ? tensor[0] : tensor;
  if (single === undefined) throw new RangeError("a kernel without its tensor");
  return single;
}
