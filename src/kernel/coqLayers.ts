import type { Checkers } from "#kernel";
import { CODES, type Part } from "./coqPart.js";
import { codesTerm, layersTerm, listTerm } from "./coqTerms.js";

const LAYERS = "layered rationals";

export function layeredPathPart(
  ...[inputs, outputs, theta, from, to, points, partitions]: Parameters<Checkers["check_layered_path"]>
): Part {
  const widths = `[${from[1].map((matrix) => matrix.length).join("; ")}]`;
  const tuples = listTerm(partitions, (tuple) => listTerm(tuple, codesTerm), ";\n  ");
  return {
    theory: "SoundLayeredPath",
    definitions: [
      ["theta", LAYERS, layersTerm(theta)],
      ["first", LAYERS, layersTerm(from)],
      ["last", LAYERS, layersTerm(to)],
      ["points", `list (${LAYERS})`, listTerm(points, layersTerm, ";\n  ")],
      ["partitions", `list (list (${CODES}))`, tuples],
    ],
    statement: `layered_joined (layered_alike ${inputs} ${outputs} ${widths} theta) ${partitions.length} first last`,
    by: `sound_layered_path rationals ${inputs} ${outputs} theta first last points partitions`,
  };
}
