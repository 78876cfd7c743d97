import { guarded } from "../exact/plainJavaScript.js";
import * as layers from "./layers/multiLayerPath.js";
import * as paper from "./paths/pathAsInPaper.js";
import * as paths from "./paths/shortestPath.js";
import * as points from "./subspaces/intersectionPoint.js";

/*
 * What the room exports of functions that the library itself calls often: these refuse wrong arguments, and
 * then do what the function of the same name does, which has the docstring.
 */

export const multiLayerPath = guarded(layers.multiLayerPath, {
  theta: "layeredNetwork",
  from: "layeredNetwork",
  to: "layeredNetwork",
  options: "options?",
});
export const pathAsInPaper = guarded(paper.pathAsInPaper, {
  theta: "network",
  from: "network",
  to: "network",
});
export const shortestPath = guarded(paths.shortestPath, {
  theta: "network",
  from: "network",
  to: "network",
  options: "options?",
});
export const intersectionPoint = guarded(points.intersectionPoint, {
  theta: "network",
  p: "partition",
  q: "partition",
});
