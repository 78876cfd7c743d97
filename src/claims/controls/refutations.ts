import { literalFormula } from "../../combinatorics/counts/literalFormula.js";
import { labelledPartitionCount } from "../../combinatorics/counts/labelledPartitionCount.js";
import { Interval } from "../../exact/intervals/interval.js";
import { logisticVerdict } from "../eq-2.js";
import { flowVerdict } from "../lem-2.1.js";
import { orderVerdict } from "../instances/orderWitnesses.js";
import { literalVerdict } from "../thm-3.1-count.js";
import type { Control } from "./control.js";
import { mustFail } from "./engines.js";
import { LEAVING, curves } from "./honest.js";

/** Refutations whose counterexample does not refute. */
export const refutationControls: readonly Control[] = [
  mustFail("refuted: lem-2.1 by a flow that only leaves", () =>
    flowVerdict({ kind: curves.kind, claim: curves.asked.claim, body: { cases: [LEAVING] } }),
  ),
  mustFail("refuted: thm-3.1-count where the formula is right", () => literalVerdict(labelledPartitionCount)),
  mustFail("refuted: thm-3.1-count where another number is counted", () =>
    literalVerdict(literalFormula, literalFormula),
  ),
  mustFail("refuted: eq-2 by a loss that may be 0", () => logisticVerdict(() => Interval.of(0n, 1n, 0))),
  mustFail("refuted: mlp-order without witnesses", () => orderVerdict([])),
];
