import { InputError } from "../../exact/inputError.js";
import type { Chosen, DrawnFigure, Drawing } from "../data/drawnFigure.js";
import { chambers } from "./chambers.js";
import { crossings } from "./crossings.js";
import { figureSix } from "./figureSix.js";
import { flow } from "./flow.js";
import { graph } from "./graph.js";
import { regimeMap } from "./regimeMap.js";
import { topology } from "./topology.js";

/** The figures that are drawn by what a reader chooses, in the order of the page. */
export const DRAWN_FIGURES: readonly DrawnFigure[] = [
  flow,
  graph,
  figureSix,
  regimeMap,
  crossings,
  chambers,
  topology,
];

/**
 * Draws the figure of a name.
 *
 * @throws InputError if there is none, or if something chosen is not as it should be.
 */
export function drawnFigure(name: string, chosen: Chosen): Promise<Drawing> {
  const figure = DRAWN_FIGURES.find((one) => one.name === name);
  if (figure === undefined) throw new InputError(`there is no figure ${name}`, "choose another");
  return figure.draw(chosen);
}

/** What is chosen at first of each field. */
export const atFirst = ({ fields }: Pick<DrawnFigure, "fields">): Chosen =>
  Object.fromEntries(fields.map(({ name, value }) => [name, value]));
