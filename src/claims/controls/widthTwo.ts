import { entry } from "../../exact/entry.js";
import { committedCover } from "../../exclusion/coverFile.js";
import { WIDTH_TWO } from "../instances/figureCriticalPoints.js";
import {
  type BlockFinding,
  againCheck,
  blockCheck,
  checkUndecided,
  foundCheck,
} from "../instances/widthTwo.js";
import type { Control } from "./control.js";
import { caseControl } from "./engines.js";

const free: BlockFinding = { seed: 1, undecided: [], single: [] };

/** A pair of squares that has the saddle whose units are the smallest, as level, i and j of both. */
const SADDLE = [3, -1, -3, 3, -1, 2] as const;

/** Covers of width 2 that leave a part open, or have a point too many or too few. */
export const widthTwoControls: readonly Control[] = [
  caseControl("width 2: an undecided part", () => [{ ...free, undecided: [SADDLE] }], blockCheck()),
  caseControl(
    "width 2: a point that isn't listed",
    () => [{ ...free, single: [[9, 40, 9, 9, -70, 3]] }],
    blockCheck(),
  ),
  caseControl(
    "width 2: a list without the saddle",
    () => [{ ...free, single: [SADDLE] }],
    blockCheck([entry(WIDTH_TWO, 0)]),
  ),
  caseControl(
    "width 2: a point 1/16 away",
    () =>
      WIDTH_TWO.map((point) => ({
        ...point,
        units: point.units.map(([first, second, a]) => [first + (1n << 44n), second, a] as const),
      })),
    foundCheck(() => committedCover().runs),
  ),
  caseControl("width 2: another number of undecided parts", () => [{ runs: [free] }], checkUndecided(1)),
  caseControl(
    "width 2: emptied lists",
    () => WIDTH_TWO,
    foundCheck(() => [free]),
  ),
  caseControl(
    "width 2: a block with too few parts",
    () => [{ ...free, pairs: 76, cells: 76, seconds: 1 }],
    againCheck(),
  ),
];
