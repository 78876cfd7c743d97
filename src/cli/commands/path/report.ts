import { InputError } from "../../../exact/inputError.js";
import { pairIn } from "../../files/networkPair.js";
import { layersPathText } from "./layersPath.js";
import type { PathRequest } from "./request.js";
import { unitsPathLines } from "./unitsPath.js";

/** What `equiloss path` prints, line by line. */
export function pathLines(request: PathRequest): string[] {
  const pair = pairIn(request.from, request.to);
  if ("units" in pair) return unitsPathLines(pair.units, request);
  requireTwoLayerOptions(request);
  return [layersPathText(pair.layers, request)];
}

function requireTwoLayerOptions({ asPaper, changes }: PathRequest): void {
  const [option] = [asPaper ? "--as-paper" : [], changes ? "--changes" : []].flat();
  if (option === undefined) return;
  throw new InputError("only for networks of two layers without biases", "leave it out", option);
}
