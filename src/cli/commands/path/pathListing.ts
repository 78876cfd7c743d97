import { asMultiLayer } from "../../../network/anyNetwork.js";
import { multiLayerFile } from "../../../network/networkFile.js";
import { present } from "../../options/present.js";
import type { Answer, NoPath } from "./answer.js";
import { NOTHING, type PathListing } from "./listing.js";

/** What `path --json` prints of a path that is short enough to be held. */
export function pathListing(answer: Answer | NoPath): PathListing {
  if ("reason" in answer) return { ...NOTHING, ...answer.mirroring };
  const { segments, lowerBound, mirroring, snapping } = answer;
  return {
    segments,
    lowerBound,
    points: [...answer.points()].map((point) => multiLayerFile(asMultiLayer(point))),
    subspaces: [...answer.subspaces()],
    ...(mirroring !== undefined && { signs: mirroring.signs, activation: mirroring.activation }),
    ...present({ snapping }),
  };
}
