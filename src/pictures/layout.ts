import { forceCollide, forceLink, forceManyBody, forceSimulation, forceX, forceY } from "d3-force";
import type { Place } from "./shapes.js";

/** How far apart linked points are to be, in pixels, and how much room each needs. */
const [LINK, ROOM, STEPS] = [44, 20, 400];

/**
 * Places for the points of a graph, such that those that are linked are near and others are apart. The same
 * graph always gets the same places.
 *
 * @param links pairs of points, by their numbers from 0 on.
 * @returns places from (0, 0) on, and how much room they take.
 */
export function placedGraph(
  count: number,
  links: readonly (readonly [number, number])[],
): { readonly places: readonly Place[]; readonly size: readonly [width: number, height: number] } {
  const points = Array.from({ length: count }, (_, index) => ({ index, x: NaN, y: NaN }));
  const edges = links.map(([source, target]) => ({ source, target }));
  forceSimulation(points)
    .force("links", forceLink(edges).distance(LINK).strength(1))
    .force("apart", forceManyBody().strength(-160))
    .force("room", forceCollide(ROOM))
    .force("x", forceX(0).strength(0.03))
    .force("y", forceY(0).strength(0.05))
    .stop()
    .tick(STEPS);
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)];
  const [left, top] = [Math.min(...xs) - ROOM, Math.min(...ys) - ROOM];
  return {
    places: points.map(({ x, y }) => [x - left, y - top]),
    size: [Math.max(...xs) + ROOM - left, Math.max(...ys) + ROOM - top],
  };
}
