import { withinWords } from "../../options/rangeOption.js";
import { hiddenWidths } from "../../../network/multiLayerNetwork.js";
import type { SnappedPath } from "../../../trained/paths/snappedPath.js";
import { asDecimal } from "../../options/rounded.js";
import { plural } from "../../terminal/lists.js";
import { notProved } from "./answer.js";
import type { Snapping } from "./snapping.js";

/** A snapped path in words: what it rests on, its length, and what changes along it. */
export function snappedSummary(path: SnappedPath, snapping: Snapping): string {
  const { theta, from, segments, symmetry } = path;
  const [r, m] = [theta, from.network].map((network) => hiddenWidths(network).join("-"));
  const isDeep = theta.weights.length > 2;
  const widths = isDeep ? `hidden widths r = ${r}, m = ${m}` : `r = ${r}, m = ${m}`;
  return [
    `${segments} ${plural(segments, "segment")} from the first network to the second, ${widths}`,
    `at the tolerance ${asDecimal(snapping.tolerance)} both reduce to r, where no weight differs by more than ` +
      `${asDecimal(snapping.difference)}; θ is the mean`,
    `distances to the networks with the same groups that reduce to θ: at most ` +
      `${asDecimal(snapping.from.distance)} and ${asDecimal(snapping.to.distance)}`,
    `between these, ${betweenText(path)}`,
    ...(symmetry.parity === undefined ? [] : [`neurons may be mirrored, as for ${symmetry.name}`]),
    ...changeLines(snapping),
  ].join("\n");
}

/** What is known of the part along which the function stays the same. */
function betweenText({ middle, theta }: SnappedPath): string {
  const { segments, lowerBound, optimal, method, inManifold } = middle;
  const count = `${segments} ${plural(segments, "segment")} of one function`;
  if (segments <= 1) return `${count}, as few as can be`;
  const least = optimal ? `no path${theta.weights.length > 2 ? " in Θ" : ""} has fewer` : undefined;
  const known = inManifold
    ? (least ?? notProved(lowerBound, segments))
    : "NOT proved least, as one is outside Θ";
  return `${count}: ${known} (${method})`;
}

function changeLines({ activation, bound, data, ...where }: Snapping): string[] {
  const inputs = withinWords(where);
  return [
    ...(bound === undefined || inputs === undefined
      ? []
      : [
          `for ${String(activation)} and ${inputs}, no output differs ` +
            `from that of θ by more than ${asDecimal(bound)} on the whole path`,
        ]),
    ...(data === undefined
      ? []
      : [
          `on the data the loss is from ${asDecimal(data.leastLoss)} to ${asDecimal(data.mostLoss)} on the whole path, ` +
            `and no output differs from that of θ by more than ${asDecimal(data.change)}`,
        ]),
  ];
}
