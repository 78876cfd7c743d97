import { test } from "vitest";
import { expectNoOther } from "./floatSearch.js";

test("no critical point outside the list is found from 500 starts", () => {
  expectNoOther(500);
});
