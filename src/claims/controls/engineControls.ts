import type { ControlGroup } from "./control.js";
import { certifiedControls, exhaustiveControls, sampledControls } from "./engines.js";
import { listingControls } from "./listings.js";
import { refutationControls } from "./refutations.js";

/** Errors in what all evidence is made of: its engines, its listings and its refutations. */
export const engineControls: ControlGroup = {
  expected: 70,
  controls: () => [
    ...exhaustiveControls,
    ...certifiedControls,
    ...sampledControls,
    ...refutationControls,
    ...listingControls,
  ],
};
