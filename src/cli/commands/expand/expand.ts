import { entry } from "../../../exact/entry.js";
import { InputError } from "../../../exact/inputError.js";
import { asMultiLayer } from "../../../network/anyNetwork.js";
import { type ExpansionOptions, expandNetwork } from "../../../network/expandedNetwork.js";
import { hiddenWidths, layerWidths } from "../../../network/multiLayerNetwork.js";
import { anyNetworkIn } from "../../files/networks.js";
import type { Source } from "../../files/sources.js";
import { writeNetwork } from "../../files/writeNetwork.js";
import { placed } from "../../options/placed.js";
import { present } from "../../options/present.js";

/** What to expand, and where to. */
export interface ExpandRequest {
  readonly network: Source;
  /** A width for each hidden layer. */
  readonly to: readonly number[];
  readonly how: ExpansionOptions["how"];
  readonly seed: number | undefined;
  readonly output: string;
}

/** What `equiloss expand` wrote. */
export interface ExpandReport {
  /** The widths of the hidden layers, before and now. */
  readonly from: readonly number[];
  readonly to: readonly number[];
  readonly how: ExpansionOptions["how"];
  /** For each hidden layer and neuron the one that it is or copies, counted from 1; 0 for a padded one. */
  readonly origins: readonly (readonly number[])[];
  readonly bytes: number;
}

/** The most weights that are written, some hundred megabytes. */
const MAX_WEIGHTS = 10_000_000;

/** Writes a wider network of the same function. */
export function expand({ network: source, to, how, seed, output }: ExpandRequest): ExpandReport {
  const network = asMultiLayer(anyNetworkIn(source));
  const { network: wide, origins } = placed("--to", () => {
    requireWritable(layerWidths(network), to);
    return expandNetwork(network, to, { how, ...present({ seed }) });
  });
  const numbered = origins.map((layer) => layer.map((origin) => (origin === undefined ? 0 : origin + 1)));
  const bytes = writeNetwork(output, wide);
  return { from: hiddenWidths(network), to, how, origins: numbered, bytes };
}

function requireWritable(widths: readonly number[], to: readonly number[]): void {
  const wanted = widths.toSpliced(1, widths.length - 2, ...to);
  const count = wanted.slice(1).reduce((sum, width, index) => sum + width * entry(wanted, index), 0);
  if (count > MAX_WEIGHTS)
    throw new InputError(`${count} weights are too many to write`, `ask for ${MAX_WEIGHTS} or fewer`);
}
