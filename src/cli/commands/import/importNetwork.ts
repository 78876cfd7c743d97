import { InputError } from "../../../exact/inputError.js";
import { exactNetwork } from "../../../formats/exactNetwork.js";
import type { LayerChoices } from "../../../formats/looseLayers.js";
import { networkOfFiles } from "../../../formats/readNetwork.js";
import { formatOf } from "../../../formats/recognised.js";
import { type AnyNetwork, asMultiLayer } from "../../../network/anyNetwork.js";
import type { JsonNumbers } from "../../../network/matricesParser.js";
import { layerWidths } from "../../../network/multiLayerNetwork.js";
import { multiLayerFile, parseAnyNetworkFile, parseNumbersFile } from "../../../network/networkFile.js";
import { hiddenActivations, noteDecisions } from "../../files/networks.js";
import { type Source, textOf } from "../../files/sources.js";
import { writeWhole } from "../../files/wholeFile.js";
import { note } from "../../terminal/notes.js";

/** What to import, and where to. */
export interface ImportRequest {
  readonly files: readonly Source[];
  readonly choices: LayerChoices;
  /** What decimals of a JSON or CSV file stand for; undefined if that was not said. */
  readonly numbers: JsonNumbers | undefined;
  readonly output: string;
}

/** What `equiloss import` found. */
export interface ImportReport {
  /** The format of the file that was read. */
  readonly source: string;
  /** From the inputs to the outputs. */
  readonly widths: readonly number[];
  readonly hasBiases: boolean;
  /** The activations of hidden layers, each once; left out if the file says none. */
  readonly activations?: readonly string[];
  /** What was decided to read it, a sentence each. */
  readonly decisions: readonly string[];
}

/** Reads a network of any format, and writes it as a network file. */
export function importNetwork({ files, choices, numbers, output }: ImportRequest): ImportReport {
  const [first] = files;
  if (first === undefined) throw new RangeError("no file");
  if (formatOf(first.bytes) === "text") {
    const network = networkOfText(files, first, { choices, numbers });
    const decisions = numbers === undefined ? [] : [`numbers are ${NUMBERS[numbers]}`];
    for (const decision of decisions) note(`${first.place}: JSON; ${decision}`);
    return written(network, output, { source: "JSON", decisions });
  }
  const found = networkOfFiles(files, { ...choices, numbers });
  noteDecisions(found, first.place);
  const activations = hiddenActivations(found);
  const told = { source: found.format, decisions: found.decisions };
  const about = activations.length === 0 ? told : { ...told, activations };
  return written(exactNetwork(found, first.place), output, about);
}

const NUMBERS: Readonly<Record<JsonNumbers, string>> = {
  decimal: "the rationals that their digits say",
  double: "the doubles nearest to them",
};

function networkOfText(
  files: readonly Source[],
  first: Source,
  { choices, numbers }: Pick<ImportRequest, "choices" | "numbers">,
): AnyNetwork {
  if (files.length > 1)
    throw new InputError("a JSON file holds a whole network", "give it alone", first.place);
  const [option] = Object.entries(choices).flatMap(([name, value]) => (value === undefined ? [] : [name]));
  if (option !== undefined)
    throw new InputError("a JSON file says which matrix is which", "leave it out", `--${option}`);
  return numbers === undefined
    ? parseAnyNetworkFile(textOf(first), first.place)
    : parseNumbersFile(textOf(first), first.place, numbers);
}

function written(
  network: AnyNetwork,
  output: string,
  about: Omit<ImportReport, "widths" | "hasBiases">,
): ImportReport {
  const layers = asMultiLayer(network);
  writeWhole(output, new TextEncoder().encode(`${JSON.stringify(multiLayerFile(layers))}\n`));
  const { source, ...others } = about;
  return { source, widths: layerWidths(layers), hasBiases: layers.biases !== undefined, ...others };
}
