import { channelControls } from "./channels.js";
import type { ControlGroup } from "./control.js";
import { endControls } from "./ends.js";
import { indexControls } from "./indexFormula.js";
import { widthOneControls } from "./widthOne.js";
import { widthTwoControls } from "./widthTwo.js";

/** Errors in what checks of claims look at: lists and covers of points, formulas, verdicts on ends. */
export const checkControls: ControlGroup = {
  expected: 52,
  controls: () => [
    ...widthOneControls,
    ...widthTwoControls,
    ...indexControls,
    ...channelControls,
    ...endControls,
  ],
};
