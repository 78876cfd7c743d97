import { rational } from "../../exact/numbers/rational.js";
import { wholeSide } from "../../landscape/widthOne/cells.js";
import { FIGURE_POINTS } from "../../landscape/widthOne/figureList.js";
import type { ListedPoint } from "../../landscape/widthOne/listedPoint.js";
import { squareParts } from "../../landscape/widthOne/squareParts.js";
import { exhaustive } from "../evidence/exhaustive.js";
import { cellCheck, listCheck, partCheck } from "../instances/widthOne.js";
import type { Control } from "./control.js";
import { mustFail } from "./engines.js";

/** A control that is refused if the check of a case, or listing the cases, fails. */
function control<Case>(
  name: string,
  cases: () => readonly Case[],
  check: (item: Case) => string | undefined,
): Control {
  return mustFail(`width 1: ${name}`, () => {
    const list = cases();
    const expected = BigInt(list.length);
    return exhaustive({ what: name, range: name, progress: () => undefined, cases: list, expected, check });
  });
}

const checkList = listCheck();

/** The list with each point changed. */
function changed(change: (point: ListedPoint) => ListedPoint): () => (readonly ListedPoint[])[] {
  return () => [FIGURE_POINTS.map(change)];
}

const thousandth = rational(1n, 1000n);

/** Lists and covers of critical points at width 1 that are wrong. */
export const widthOneControls: readonly Control[] = [
  control("a list without its point", () => [[]], checkList),
  control("a point twice", () => [[...FIGURE_POINTS, ...FIGURE_POINTS]], checkList),
  control(
    "an index of 2",
    changed((point) => ({ ...point, negative: 2n })),
    checkList,
  ),
  control(
    "a box that is too small",
    changed((point) => ({ ...point, radius: rational(1n, 1n << 76n) })),
    checkList,
  ),
  control(
    "a point 1/1000 away",
    changed(({ center: [first, second], ...point }) => ({
      ...point,
      center: [first.add(thousandth), second],
    })),
    checkList,
  ),
  control(
    "a whole side as one cell",
    () => [{ cell: wholeSide(0), choice: "middle" as const, beyond: true }],
    cellCheck(),
  ),
  control("the square as one part", () => [...squareParts(".")], partCheck()),
];
