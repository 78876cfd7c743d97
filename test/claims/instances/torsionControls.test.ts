import { describe, expect, it } from "vitest";
import {
  checkTorsion,
  torsionControls,
  torsionEvidence,
} from "../../../src/claims/instances/torsionControls.js";
import { eulerCharacteristicOf } from "../../../src/manifold/topology/chainComplex.js";
import { homology } from "../../../src/manifold/topology/homology.js";
import { plainHomology } from "../../manifold/topology/complexes.js";
import { quickContext } from "../quickContext.js";

const controls = torsionControls();

describe("spaces with torsion", () => {
  it.each(controls)("$name has the groups of the textbooks, by whole boundary matrices too", (control) => {
    const { complex, known } = control;
    expect(checkTorsion(control, homology(complex))).toBeUndefined();
    expect(plainHomology(complex)).toEqual(known);
    const alternating = known.betti.reduce((sum, betti, d) => sum + (d % 2 === 0 ? betti : -betti), 0);
    expect(eulerCharacteristicOf(complex)).toBe(alternating);
  });

  it.each(controls)("$name without its torsion is caught", (control) => {
    const { betti, torsion } = homology(control.complex);
    const none = { betti, torsion: torsion.map(() => []) };
    expect(checkTorsion(control, none)).toMatch(/ has Z\^1.*, not Z\^1.*Z\/\d/);
    // Even if that were what is known: it is a wedge of spheres then, and none that shows torsion.
    expect(checkTorsion({ ...control, known: none }, none)).toMatch(/ passes as a wedge of spheres$/);
  });

  it("settle that torsion is seen", async () => {
    expect(await torsionEvidence.run(quickContext)).toMatchObject({ held: true, visited: "4" });
  });
});
