import type { TensorFlow } from "./tensorflow.js";

/** The part of npm's webgpu, Dawn for Node, that is used here. */
interface Dawn {
  readonly create: (flags: readonly string[]) => Gpu;
  readonly globals: object;
}

interface Gpu {
  requestAdapter(options: { readonly powerPreference: string }): Promise<Adapter | null>;
}

interface Adapter {
  readonly info: Readonly<Record<"vendor" | "architecture" | "device" | "description", string>> & {
    readonly isFallbackAdapter?: boolean;
  };
}

/** Kept for the whole process, as Dawn's devices don't outlive the object that made them. */
let gpu: Gpu | undefined;

/**
 * Loads tfjs's WebGPU backend, with Dawn instead of a browser.
 *
 * @param software whether to accept a GPU in software, such as SwiftShader.
 * @returns the device.
 * @throws Error if a package or an adapter is missing.
 */
export async function startWebGpu(tf: TensorFlow, software: boolean): Promise<string> {
  const { create, globals } = (await import("webgpu")) as unknown as Dawn;
  Object.assign(globalThis, globals);
  gpu ??= create([]);
  const adapter = await gpu.requestAdapter({ powerPreference: "high-performance" });
  if (adapter === null) {
    throw new Error(
      "no WebGPU adapter: there is no Vulkan, Metal or D3D12 driver (VK_DRIVER_FILES can name one)",
    );
  }
  const { vendor, architecture, device, description, isFallbackAdapter } = adapter.info;
  const name = [vendor, architecture, device, description].filter((text) => text !== "").join(" ");
  if (isFallbackAdapter === true && !software) {
    throw new Error(`the only WebGPU adapter is in software (${name}), slower than wasm`);
  }
  // From version 21 on, Node has its own navigator, which can't be assigned to.
  Object.defineProperty(globalThis, "navigator", { value: { gpu }, configurable: true, writable: true });
  await import("@tensorflow/tfjs-backend-webgpu");
  // Otherwise the cpu backend would compute small arrays, and the GPU wouldn't be checked.
  tf.env().set("WEBGPU_CPU_FORWARD", false);
  return name;
}
