import { expect, it } from "vitest";
import { sizeOf } from "../../../src/cli/terminal/sizeOf.js";

it.each([
  [0, "0 bytes"],
  [999, "999 bytes"],
  [1000, "1 kB"],
  [8_344_616, "8.3 MB"],
  [119_600_000, "120 MB"],
  [999_600_000, "1 GB"],
  [2.5e9, "2.5 GB"],
  [7e18, "7000 PB"],
])("%d bytes are %s", (bytes, text) => {
  expect(sizeOf(bytes)).toBe(text);
});
