import { InputError } from "../../../exact/inputError.js";
import { formatRational } from "../../../exact/numbers/rational.js";
import type { FloatType } from "../../../formats/floatTypes.js";
import { type RoundedNetwork, roundedNetwork } from "../../../formats/roundedNetwork.js";
import { type WrittenFormat, typeFor } from "../../../formats/writtenNetwork.js";
import { type AnyNetwork, asMultiLayer } from "../../../network/anyNetwork.js";
import { layerWidths } from "../../../network/multiLayerNetwork.js";
import { boundedActivation } from "../../../trained/bounds/boundedActivation.js";
import { differenceBound } from "../../../trained/bounds/differenceBound.js";
import { toldNetworkIn } from "../../files/networks.js";
import type { Source } from "../../files/sources.js";
import { writeFloats } from "../../files/writeFloats.js";
import { placed } from "../../options/placed.js";
import { type Within, boxWithin } from "../../options/rangeOption.js";
import { roundedUp } from "../../options/rounded.js";

/** What to export, and where to. */
export interface ExportRequest {
  readonly network: Source;
  readonly format: WrittenFormat;
  /** Undefined for the narrowest type of 32 or 64 bits that holds all numbers. */
  readonly type: FloatType | undefined;
  /** The activation of the hidden layers; undefined for the one that the network's file says. */
  readonly activation: string | undefined;
  /** Whether numbers that are no floats of the type are rounded. */
  readonly isRounded: boolean;
  /** The inputs for which the change by rounding is bounded. */
  readonly within: Within;
  readonly output: string;
}

/** What rounding changed. */
export interface Rounding extends Within {
  /** How many weights and biases are others now. */
  readonly rounded: number;
  /** The largest |difference| of a weight or bias, exactly. */
  readonly largestDifference: string;
  /** The activation, the inputs, and by how much each output changes at most there, rounded up. */
  readonly activation?: string;
  readonly bound?: string;
}

/** What `equiloss export` wrote. */
export interface ExportReport {
  readonly target: WrittenFormat;
  readonly type: FloatType;
  readonly bytes: number;
  /** Left out unless it wrote several. */
  readonly files?: readonly string[];
  /** Left out unless numbers were to be rounded. */
  readonly rounding?: Rounding;
}

/** Writes a network as floats, bit for bit, or rounded if that is asked for. */
export async function exportNetwork(request: ExportRequest): Promise<ExportReport> {
  const { network: source, format, isRounded, output } = request;
  const told = toldNetworkIn(source);
  const { network } = told;
  const activation = request.activation ?? told.activation;
  try {
    const type = request.type ?? typeFor(network, format);
    const rounded = isRounded ? roundedNetwork(network, type) : undefined;
    // What can't be bounded isn't written.
    const change =
      rounded === undefined ? {} : { rounding: roundingOf(network, rounded, { ...request, activation }) };
    const written = rounded === undefined ? network : rounded.network;
    const { bytes, files } = await writeFloats(output, written, {
      format,
      type,
      activation,
      sources: [source],
    });
    const several = files.length > 1 ? { files } : {};
    return { target: format, type, bytes, ...several, ...change };
  } catch (error) {
    throw error instanceof InputError ? error.at(source.place) : error;
  }
}

function roundingOf(
  network: AnyNetwork,
  { network: floats, rounded, largest }: RoundedNetwork,
  { activation: name, within }: Pick<ExportRequest, "activation" | "within">,
): Rounding {
  const weights = { rounded, largestDifference: formatRational(largest) };
  const [dimension] = layerWidths(asMultiLayer(network));
  const box = boxWithin(within, dimension);
  if (box === undefined) return weights;
  if (name === undefined)
    throw new InputError("what the network computes depends on σ", "name it by --activation", "--within");
  const activation = placed("--activation", () => boundedActivation(name));
  const { bound } = placed("--within", () => differenceBound(network, floats, activation, box));
  return { ...weights, activation: activation.name, ...within, bound: roundedUp(bound) };
}
