import { literalFormula } from "../../combinatorics/literalFormula.js";
import { labelledPartitionCount } from "../../combinatorics/labelledPartitionCount.js";
import { hypersurfaceVerdict } from "../cooper-2.3.js";
import { flowVerdict } from "../lem-2.1.js";
import { orderVerdict } from "../orderWitnesses.js";
import { literalVerdict } from "../thm-3.1-count.js";
import type { Control } from "./control.js";
import { mustFail } from "./engines.js";
import { LEAVING, curves } from "./honest.js";

/** Refutations whose counterexample is none. */
export const refutationControls: readonly Control[] = [
  mustFail("refuted: lem-2.1 by a flow that only leaves", () =>
    flowVerdict({ kind: curves.kind, claim: curves.asked.claim, body: { cases: [LEAVING] } }),
  ),
  mustFail("refuted: thm-3.1-count where the formula is right", () => literalVerdict(labelledPartitionCount)),
  mustFail("refuted: thm-3.1-count where another number is counted", () =>
    literalVerdict(literalFormula, literalFormula),
  ),
  mustFail("refuted: cooper-2.3 by an equation that is regular", () => hypersurfaceVerdict((w) => w)),
  mustFail("refuted: mlp-order without witnesses", () => orderVerdict([])),
];
