import { channelControls } from "./channels.js";
import type { ControlGroup } from "./control.js";
import { endControls } from "./ends.js";
import { certifiedControls, exhaustiveControls, sampledControls } from "./engines.js";
import { indexControls } from "./indexFormula.js";
import { listingControls } from "./listings.js";
import { refutationControls } from "./refutations.js";
import { widthOneControls } from "./widthOne.js";
import { widthTwoControls } from "./widthTwo.js";

/** Errors in what evidence is made of: its engines, its listings and its refutations. */
export const engineControls: ControlGroup = {
  expected: 122,
  controls: () => [
    ...exhaustiveControls,
    ...certifiedControls,
    ...sampledControls,
    ...refutationControls,
    ...listingControls,
    ...widthOneControls,
    ...widthTwoControls,
    ...indexControls,
    ...channelControls,
    ...endControls,
  ],
};
