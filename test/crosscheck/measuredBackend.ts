import { existsSync } from "node:fs";
import { type Backend, type BackendName, startBackend } from "../../src/crosscheck/backends.js";
import {
  type Measured,
  type Points,
  kernelPoints,
  measureBackend,
} from "../../src/crosscheck/measuredAccuracy.js";

/** SwiftShader, a GPU in software, as Debian's Chromium or Google's Chrome brings it along. */
const SWIFTSHADER = ["/usr/lib/chromium", "/opt/google/chrome"].map(
  (folder) => `${folder}/vk_swiftshader_icd.json`,
);

/** Few points, the same for all tests of a file. */
export const POINTS: Points = kernelPoints(120);

/** A backend that is made to run, with its accuracy. */
export async function measuredBackend(name: BackendName): Promise<{ backend: Backend; measured: Measured }> {
  const backend = await startBackend(name, true);
  return { backend, measured: await measureBackend(backend, POINTS) };
}

/** Why WebGPU doesn't run here, undefined if it does. Takes SwiftShader where no driver is named. */
export async function whyNoWebGpu(): Promise<string | undefined> {
  const driver = SWIFTSHADER.find((file) => existsSync(file));
  if (driver !== undefined) process.env.VK_DRIVER_FILES ??= driver;
  try {
    await startBackend("webgpu", true);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
