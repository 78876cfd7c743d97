import { test } from "vitest";
import { expectNoOther } from "./floatSearch.js";

test("no critical point outside the list is found from 10,000 starts", () => {
  expectNoOther(10_000);
});
