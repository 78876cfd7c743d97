import { expect, test } from "vitest";
import { diagonals } from "../../../src/combinatorics/asymptotics/diagonals.js";
import { factorial } from "../../../src/combinatorics/counts/factorial.js";
import { labelledPartitionTable } from "../../../src/combinatorics/counts/labelledPartitionRoutes.js";
import { stirling2Row } from "../../../src/combinatorics/counts/stirling2.js";

test("the diagonals are S2 and T/(m−k)! up to m = 40, k = 12, and 0 for k > m", () => {
  const table = labelledPartitionTable(40);
  let visited = 0;
  for (const { m, surjective, labelled } of diagonals(12, 40)) {
    const row = stirling2Row(m);
    for (let k = 0; k <= 12; k += 1) {
      expect(surjective[k]).toBe(row[m - k] ?? 0n);
      expect((labelled[k] ?? 0n) * (k > m ? 1n : factorial(m - k))).toBe(table[m]?.[m - k] ?? 0n);
      visited += 1;
    }
  }
  expect(visited).toBe(41 * 13);
});
