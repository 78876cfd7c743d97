import { expect, test } from "vitest";
import {
  ENCLOSED_NAMES,
  checkEnclosed,
  enclosedCases,
} from "../../src/claims/instances/enclosedReduction.js";

const NETWORKS = 10_000;

/** Claim ext-parity has fewer. */
test.each(ENCLOSED_NAMES)("%s: networks and their reduced ones agree in enclosures of 2^−100", (name) => {
  let visited = 0;
  for (const item of enclosedCases(NETWORKS, [name])) {
    expect(checkEnclosed(item)).toBeUndefined();
    visited += 1;
  }
  expect(visited).toBe(NETWORKS);
});
