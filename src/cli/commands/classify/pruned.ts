import { InputError } from "../../../exact/inputError.js";
import { formatRational } from "../../../exact/numbers/rational.js";
import type { FloatType } from "../../../formats/floatTypes.js";
import { type RoundedNetwork, roundedNetwork } from "../../../formats/roundedNetwork.js";
import { type WrittenFormat, typeFor, typeIn } from "../../../formats/writtenNetwork.js";
import type { MultiLayerNetwork } from "../../../network/multiLayerNetwork.js";
import type { Classification } from "../../../trained/pruning/classify.js";
import type { ToldNetwork } from "../../files/networks.js";
import { writeFloats, writtenFormat } from "../../files/writeFloats.js";
import { writeNetwork } from "../../files/writeNetwork.js";
import type { ReportedFile } from "./report.js";
import type { ClassifyRequest } from "./request.js";

/** A pruned network that is to be written: exactly, as a network file, or in floats. */
export interface Pruned {
  readonly output: string;
  readonly exact: MultiLayerNetwork;
  readonly floats: PrunedFloats | undefined;
}

/** The floats nearest to a pruned network. */
interface PrunedFloats extends RoundedNetwork {
  readonly format: WrittenFormat;
  readonly type: FloatType;
}

/**
 * The pruned network as it is written: for a name of another program's format in floats, of the type of the
 * network's file if it has any.
 *
 * @throws InputError if no neuron of a layer is left.
 */
export function prunedFor(
  output: string | undefined,
  { reduction: { irreducible, widths } }: Classification,
  told: ToldNetwork,
): Pruned | undefined {
  if (output === undefined) return undefined;
  if (irreducible === undefined) {
    throw new InputError(
      `no neuron of hidden layer ${widths.lastIndexOf(0) + 1} is left, and no file holds such a network`,
      "give a smaller tolerance, or leave out --prune",
      "--prune",
    );
  }
  const format = writtenFormat(output);
  if (format === undefined) return { output, exact: irreducible, floats: undefined };
  const type = told.type === undefined ? typeFor(told.network, format) : typeIn(format, told.type);
  return { output, exact: irreducible, floats: { ...roundedNetwork(irreducible, type), format, type } };
}

/** Writes the pruned network of a file. @param activation of the hidden layers, if it is known. */
export async function writePruned(
  { output, exact, floats }: Pruned,
  activation: string | undefined,
  { network: source, data, certificate }: Pick<ClassifyRequest, "network" | "data" | "certificate">,
): Promise<ReportedFile> {
  if (floats === undefined) return { file: output, bytes: writeNetwork(output, exact) };
  const { network, format, type, rounded, largest } = floats;
  const { bytes, files } = await writeFloats(output, network, {
    ...{ format, type, activation },
    sources: data === undefined ? [source] : [source, data],
    other: certificate,
  });
  return {
    file: output,
    bytes,
    ...(files.length > 1 && { files }),
    target: format,
    type,
    rounded,
    largestDifference: formatRational(largest),
  };
}
