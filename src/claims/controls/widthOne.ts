import { rational } from "../../exact/numbers/rational.js";
import { wholeSide } from "../../landscape/widthOne/cells.js";
import { FIGURE_POINTS } from "../../landscape/widthOne/figureList.js";
import type { ListedPoint } from "../../landscape/widthOne/listedPoint.js";
import { squareParts } from "../../landscape/widthOne/squareParts.js";
import { cellCheck, listCheck, partCheck } from "../instances/widthOne.js";
import type { Control } from "./control.js";
import { caseControl } from "./engines.js";

const checkList = listCheck();

/** The list with each point changed. */
function changed(change: (point: ListedPoint) => ListedPoint): () => (readonly ListedPoint[])[] {
  return () => [FIGURE_POINTS.map(change)];
}

const thousandth = rational(1n, 1000n);

/** Lists and covers of critical points at width 1 that are wrong. */
export const widthOneControls: readonly Control[] = [
  caseControl("width 1: a list without its point", () => [[]], checkList),
  caseControl("width 1: a point twice", () => [[...FIGURE_POINTS, ...FIGURE_POINTS]], checkList),
  caseControl(
    "width 1: an index of 2",
    changed((point) => ({ ...point, negative: 2n })),
    checkList,
  ),
  caseControl(
    "width 1: a box that is too small",
    changed((point) => ({ ...point, radius: rational(1n, 1n << 76n) })),
    checkList,
  ),
  caseControl(
    "width 1: a point 1/1000 away",
    changed(({ center: [first, second], ...point }) => ({
      ...point,
      center: [first.add(thousandth), second],
    })),
    checkList,
  ),
  caseControl(
    "width 1: a whole side as one cell",
    () => [{ cell: wholeSide(0), choice: "middle" as const, beyond: true }],
    cellCheck(),
  ),
  caseControl("width 1: the square as one part", () => [...squareParts(".")], partCheck()),
];
