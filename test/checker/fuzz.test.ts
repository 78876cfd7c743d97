import { describe } from "vitest";
import { fuzzing } from "./fuzzing.js";

describe("reliability", () => {
  fuzzing(2500);
});
