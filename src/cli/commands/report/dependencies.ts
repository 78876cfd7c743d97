import type { Development } from "../../../coq/development.js";
import { counted } from "../../../exact/counted.js";
import type { Dependencies, DependencyNode } from "../../../report/data/dependencies.js";
import type { Site } from "../../../report/data/site.js";

/**
 * What rests on what: a claim on the theorems that it cites, a theorem on the definitions that its statement
 * uses and on the theory that proves it, a theory on those that it requires.
 */
export function dependenciesOf(
  { claims, theorems, definitions }: Pick<Site, "claims" | "theorems" | "definitions">,
  { theories }: Pick<Development, "theories">,
): Dependencies {
  const nodes: readonly DependencyNode[] = [
    ...claims.map(({ id, title }) => ({ id, kind: "claim" as const, name: id, says: title })),
    ...theorems.map(({ theorem, says }) => ({
      ...{ id: `theorem-${theorem}`, kind: "theorem" as const },
      ...{ name: theorem, says },
    })),
    ...definitions.map(({ name, comment = "" }) => ({
      ...{ id: `coq-${name}`, kind: "definition" as const },
      ...{ name, says: comment },
    })),
    ...theories.map(({ name, requires }) => ({
      ...{ id: `theory-${name}`, kind: "theory" as const, name: `${name}.v` },
      says: `requires ${counted(requires.length, "theory", "theories")}`,
    })),
  ];
  const places = new Map(nodes.map(({ id }, place) => [id, place]));
  const statements = new Map(theorems.map(({ statement, theorem }) => [statement, `theorem-${theorem}`]));
  const ofText = (name: string): string => statements.get(name) ?? `coq-${name}`;
  const pairs: readonly (readonly [from: string, to: string])[] = [
    ...claims.flatMap(({ id, theorems: cited }) => cited.map((name) => [id, `theorem-${name}`] as const)),
    ...theorems.flatMap(({ theorem, uses, theory }) => [
      ...uses.map((name) => [`theorem-${theorem}`, ofText(name)] as const),
      [`theorem-${theorem}`, `theory-${theory}`] as const,
    ]),
    ...definitions.flatMap(({ name, uses }) => uses.map((used) => [`coq-${name}`, ofText(used)] as const)),
    ...theories.flatMap(({ name, requires }) =>
      requires.map((required) => [`theory-${name}`, `theory-${required}`] as const),
    ),
  ];
  return {
    nodes,
    edges: pairs.map(([from, to]) => [placeOf(places, from), placeOf(places, to)] as const),
  };
}

function placeOf(places: ReadonlyMap<string, number>, id: string): number {
  const place = places.get(id);
  if (place === undefined) throw new RangeError(`${id} is named, and is not there`);
  return place;
}
