import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import {
  BACKEND_NAMES,
  type Backend,
  type BackendName,
  startBackend,
} from "../../src/crosscheck/backends.js";
import { chooseBackend } from "../../src/crosscheck/chooseBackend.js";
import { requireOneCore } from "../../src/crosscheck/tensorflow.js";
import { InputError } from "../../src/exact/inputError.js";

/** Starts only these; the others aren't installed, but for webgpu, which is and fails. */
const only =
  (...names: readonly BackendName[]) =>
  async (name: BackendName, forced: boolean): Promise<Backend> => {
    if (names.includes(name)) return startBackend("cpu", forced);
    if (name === "webgpu") throw new Error("no adapter\nat great length");
    throw Object.assign(new Error(`Cannot find module ${name}`), { code: "MODULE_NOT_FOUND" });
  };

describe("a backend that nobody asked for", () => {
  test("is the first in the order that starts, and the others are told with reasons", async () => {
    const { backend, passedOver } = await chooseBackend(undefined, BACKEND_NAMES, only("wasm", "cpu"));
    expect(backend.identity.name).toBe("cpu");
    expect(passedOver).toEqual([
      { name: "tfjs-node-gpu", reason: "not installed", installed: false },
      { name: "tfjs-node", reason: "not installed", installed: false },
      { name: "webgpu", reason: "no adapter", installed: true },
    ]);
  });

  test("is refused if none starts", async () => {
    await expect(chooseBackend(undefined, BACKEND_NAMES, only())).rejects.toThrow(
      /no backend starts: .*webgpu \(no adapter\).*; install one: npm install/,
    );
  });
});

describe("a forced backend", () => {
  test("runs though others come before it", async () => {
    const { backend, passedOver } = await chooseBackend("wasm");
    expect(backend.identity).toMatchObject({ name: "wasm", version: "4.22.0" });
    expect(passedOver).toEqual([]);
  });

  test("that doesn't start is refused, with how to get it", async () => {
    const refused = chooseBackend("webgpu", BACKEND_NAMES, only("cpu"));
    await expect(refused).rejects.toThrow(InputError);
    await expect(refused).rejects.toThrow(/--backend: webgpu doesn't start: no adapter; npm install webgpu/);
  });

  test("that nobody knows is refused, and none is started to tell", async () => {
    const started: string[] = [];
    const refused = chooseBackend("cuda", BACKEND_NAMES, (name) => {
      started.push(name);
      return only("wasm")(name, true);
    });
    await expect(refused).rejects.toThrow(
      '--backend: no backend "cuda"; choose among tfjs-node-gpu, tfjs-node, webgpu, wasm, cpu',
    );
    expect(started).toEqual([]);
  });
});

describe("one copy of tfjs-core", () => {
  test("is what wasm has", () => {
    expect(() => {
      requireOneCore(["@tensorflow/tfjs-backend-wasm"]);
    }).not.toThrow();
  });

  test("is missed where a package brings its own", () => {
    const folder = mkdtempSync(join(tmpdir(), "equiloss-core-"));
    try {
      const core = join(folder, "node_modules", "@tensorflow", "tfjs-core");
      mkdirSync(core, { recursive: true });
      writeFileSync(join(core, "index.js"), "");
      writeFileSync(join(folder, "index.js"), "");
      expect(() => {
        requireOneCore([join(folder, "index.js")]);
      }).toThrow(/two copies of tfjs-core/);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
