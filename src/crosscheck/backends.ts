import { EITHER_NEIGHBOUR, NEAREST } from "./rounding.js";
import { registerGradients } from "./gradientKernels.js";
import { type TensorFlow, loadTensorFlow, requireOneCore } from "./tensorflow.js";
import { startWebGpu } from "./webgpuDevice.js";

/**
 * The backends, in the order in which they are tried.
 *
 * @example BACKEND_NAMES.at(-1) === "cpu"
 */
export const BACKEND_NAMES = ["tfjs-node-gpu", "tfjs-node", "webgpu", "wasm", "cpu"] as const;

/** One of {@link BACKEND_NAMES}. */
export type BackendName = (typeof BACKEND_NAMES)[number];

/** The backend that ran, for people and reports. */
export interface BackendIdentity {
  readonly name: BackendName;
  /** What it runs on, if it says so. */
  readonly device: string;
  /** The version of tfjs-core, and of the backend's package. */
  readonly version: string;
  /** The numbers that it stores and computes with. */
  readonly precision: string;
}

/** A backend that has started. tfjs uses one at a time, the one started last. */
export interface Backend {
  readonly identity: BackendIdentity;
  /** Unit roundoff of +, −, × and of each step of a sum. */
  readonly roundoff: number;
  readonly tf: TensorFlow;
}

/** What a backend is like, without starting it. */
interface Kind {
  readonly install: string;
  readonly roundoff: number;
  readonly precision: string;
  /** Its name in tfjs. */
  readonly registered: string;
  /** See {@link requireOneCore}. */
  readonly core: readonly string[];
  /** Loads it, and says what it will run on. */
  readonly load: (tf: TensorFlow, forced: boolean) => Promise<string>;
}

const ROUNDED = "float32, rounded to nearest";

const KINDS: Readonly<Record<BackendName, Kind>> = {
  "tfjs-node-gpu": {
    install: "npm install @tensorflow/tfjs-node-gpu@4.22.0, with CUDA 11.2, cuDNN 8.1 and a driver above 450",
    roundoff: NEAREST,
    precision: "float32, rounded to nearest; TensorFloat-32 switched off",
    registered: "tensorflow",
    core: ["@tensorflow/tfjs-node-gpu", "@tensorflow/tfjs"],
    load: async () => {
      // Otherwise TensorFlow multiplies with 10 bits on newer GPUs. The library reads this when it starts.
      process.env.NVIDIA_TF32_OVERRIDE ??= "0";
      return `libtensorflow ${nativeVersion(await import("@tensorflow/tfjs-node-gpu"))}, CUDA`;
    },
  },
  "tfjs-node": {
    install: "npm install @tensorflow/tfjs-node@4.22.0",
    roundoff: NEAREST,
    precision: ROUNDED,
    registered: "tensorflow",
    core: ["@tensorflow/tfjs-node", "@tensorflow/tfjs"],
    load: async () => `libtensorflow ${nativeVersion(await import("@tensorflow/tfjs-node"))}, CPU`,
  },
  webgpu: {
    install:
      "npm install webgpu@0.6.2 @tensorflow/tfjs-backend-webgpu@4.22.0, and a Vulkan, Metal or D3D12 driver",
    roundoff: EITHER_NEIGHBOUR,
    precision: "float32, rounded to a neighbour",
    registered: "webgpu",
    core: ["@tensorflow/tfjs-backend-webgpu"],
    load: async (tf, forced) => startWebGpu(tf, forced),
  },
  wasm: {
    install: "npm install @tensorflow/tfjs-backend-wasm@4.22.0",
    roundoff: NEAREST,
    precision: ROUNDED,
    registered: "wasm",
    core: ["@tensorflow/tfjs-backend-wasm"],
    load: async (tf) => {
      await import("@tensorflow/tfjs-backend-wasm");
      const simd = await tf.env().getAsync("WASM_HAS_SIMD_SUPPORT");
      return simd === true ? "WebAssembly with SIMD" : "WebAssembly";
    },
  },
  cpu: {
    install: "npm install @tensorflow/tfjs-backend-cpu@4.22.0",
    roundoff: NEAREST,
    precision: "doubles, stored as float32",
    registered: "cpu",
    core: ["@tensorflow/tfjs-backend-cpu"],
    load: async () => {
      await import("@tensorflow/tfjs-backend-cpu");
      return `JavaScript, Node ${process.versions.node}`;
    },
  },
};

/** How to install a backend. */
export function installationOf(name: BackendName): string {
  return KINDS[name].install;
}

/**
 * Starts a backend, and makes it the one in use.
 *
 * @param forced whether to accept a device that is slower than the processor, such as a GPU in software.
 * @throws Error if it isn't installed, doesn't start, or doesn't share our tfjs-core.
 */
export async function startBackend(name: BackendName, forced: boolean): Promise<Backend> {
  const { core, load, registered, roundoff, precision } = KINDS[name];
  const tf = await loadTensorFlow();
  requireOneCore(core);
  const device = await load(tf, forced);
  registerGradients(tf);
  if (!(await tf.setBackend(registered))) throw new Error(`tfjs can't start ${registered}`);
  await tf.ready();
  const identity = { name, device, version: tf.version_core, precision };
  return { identity, roundoff, tf };
}

/** The version that a native package reports. */
function nativeVersion(library: unknown): string {
  const { version } = library as { readonly version?: Readonly<Record<string, string>> };
  return version?.["tensorflow-library"] ?? version?.["tfjs-node"] ?? "of unknown version";
}
