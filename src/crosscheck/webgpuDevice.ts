import { spawnSync } from "node:child_process";
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

const NO_ADAPTER =
  "no WebGPU adapter: there is no Vulkan, Metal or D3D12 driver (VK_DRIVER_FILES can name one)";

/** Ends with 0 if Dawn finds an adapter. */
const PROBE = `
  const { create } = await import(process.argv[1]);
  const adapter = await create([]).requestAdapter({ powerPreference: "high-performance" });
  process.exit(adapter === null ? 1 : 0);`;

/** Milliseconds that a driver may take to start. */
const PATIENCE = 20_000;

/**
 * Looks for an adapter in another process, since Dawn writes a trace to stderr where there is no driver.
 *
 * @throws Error if there is none.
 */
export function requireAdapter(dawn: string): void {
  const args = ["--input-type=module", "-e", PROBE, dawn];
  const { status } = spawnSync(process.execPath, args, { stdio: "ignore", timeout: PATIENCE });
  if (status !== 0) throw new Error(NO_ADAPTER);
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
  requireAdapter(import.meta.resolve("webgpu"));
  const { create, globals } = (await import("webgpu")) as unknown as Dawn;
  Object.assign(globalThis, globals);
  gpu ??= create([]);
  const adapter = await gpu.requestAdapter({ powerPreference: "high-performance" });
  if (adapter === null) throw new Error(NO_ADAPTER);
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
