import { parseRational } from "../../../exact/numbers/rational.js";
import { asMultiLayer } from "../../../network/anyNetwork.js";
import { type MultiLayerNetwork, layerWidths } from "../../../network/multiLayerNetwork.js";
import { boundedActivation } from "../../../trained/bounds/boundedActivation.js";
import {
  type Comparison,
  type ComparisonOptions,
  compareNetworks,
} from "../../../trained/compare/compareNetworks.js";
import { inputsIn } from "../../files/dataFiles.js";
import { type ToldNetwork, toldNetworkIn } from "../../files/networks.js";
import type { Source } from "../../files/source.js";
import { neededActivation } from "../../files/toldActivation.js";
import { placed } from "../../options/placed.js";
import { type Within, boxWithin } from "../../options/rangeOption.js";
import { present } from "../../options/present.js";
import { type CompareReport, compareReport } from "./report.js";

/** What was typed, read: plain data. Rationals are "p/q". */
export interface CompareChoices extends Within {
  /** As `boundedActivation` reads it; left out for every activation. */
  readonly activation?: string;
  readonly tolerance?: string;
}

/** What `equiloss compare` is asked. */
export interface CompareRequest extends CompareChoices {
  readonly a: Source;
  readonly b: Source;
  /** The inputs that count, if a file has them. */
  readonly data?: Source;
  /** Where B in A's order goes, if that is asked for. */
  readonly output?: string;
}

/** A comparison, what is printed of it, and the networks. */
export interface Compared {
  readonly report: CompareReport;
  readonly comparison: Comparison;
  readonly b: MultiLayerNetwork;
}

/** Compares the networks. */
export function compared(asked: CompareRequest): Compared {
  const [ours, theirs] = [toldNetworkIn(asked.a), toldNetworkIn(asked.b)];
  const [a, b] = [asMultiLayer(ours.network), asMultiLayer(theirs.network)];
  const request = withActivation(asked, ours, theirs);
  const place = request.data === undefined ? request.b.place : request.data.place;
  const comparison = placed(place, () => compareNetworks(a, b, optionsOf(request, a)));
  return { report: compareReport(comparison, request), comparison, b };
}

/** With the activation that the files tell, if one is needed and none was named. */
function withActivation(request: CompareRequest, a: ToldNetwork, b: ToldNetwork): CompareRequest {
  const networks = [
    { activation: a.activation, place: request.a.place },
    { activation: b.activation, place: request.b.place },
  ];
  const activation = neededActivation(request.activation, networks, request);
  if (activation === undefined) return request;
  return { ...request, activation: placed("--activation", () => boundedActivation(activation).name) };
}

function optionsOf(
  { activation, within, ball, data, tolerance }: CompareRequest,
  network: MultiLayerNetwork,
): ComparisonOptions {
  const [dimension] = layerWidths(network);
  return present({
    activation,
    box: boxWithin({ ...present({ within, ball }) }, dimension),
    inputs: data === undefined ? undefined : inputsIn(data),
    tolerance: tolerance === undefined ? undefined : parseRational(tolerance),
  });
}
