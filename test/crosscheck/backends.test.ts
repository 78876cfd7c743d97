import { describe, expect, it } from "vitest";
import { restoreRemovedFunction } from "../../src/crosscheck/backends.js";
import { requireAdapter } from "../../src/crosscheck/webgpuDevice.js";

describe("the function that tfjs-node misses on newer Node", () => {
  it("is put back where it is gone", () => {
    const util: { isNullOrUndefined?: (value: unknown) => boolean } = {};
    restoreRemovedFunction(util);
    expect([null, undefined, 0, ""].map((value) => util.isNullOrUndefined?.(value))).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });

  it("stays as it is where there is one", () => {
    const util = { isNullOrUndefined: () => "Node's own" };
    restoreRemovedFunction(util);
    expect(util.isNullOrUndefined()).toBe("Node's own");
  });
});

describe("the look for a WebGPU adapter", () => {
  const dawn = (adapter: string): string =>
    `data:text/javascript,export const create = () => ({ requestAdapter: async () => ${adapter} });`;

  it("passes where there is one", () => {
    expect(() => {
      requireAdapter(dawn("({})"));
    }).not.toThrow();
  });

  it.each([dawn("null"), dawn("{ throw new Error() }"), "data:text/javascript,process.abort()"])(
    "says what is missing where there is none: %s",
    (module) => {
      expect(() => {
        requireAdapter(module);
      }).toThrow("no WebGPU adapter: there is no Vulkan, Metal or D3D12 driver");
    },
  );
});
