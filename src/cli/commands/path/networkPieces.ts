import { entry } from "../../../exact/entry.js";
import type { RationalVector } from "../../../exact/vectors/rationalVector.js";
import { type AnyNetwork, isTwoLayer } from "../../../network/anyNetwork.js";
import type { MultiLayerNetwork } from "../../../network/multiLayerNetwork.js";
import { NETWORK_FORMAT } from "../../../network/networkFile.js";
import type { TwoLayerNetwork } from "../../../network/twoLayerNetwork.js";
import type { Piece } from "../../threads/packed.js";

/**
 * The network files of the points of a path, one after another. Only a few rows change from one to the next,
 * so a row is spelled once, as long as it is the same object.
 */
export class NetworkPieces {
  readonly #rows = new WeakMap<RationalVector, Uint8Array>();
  #before: MultiLayerNetwork | undefined;

  /** The text of a network as JSON.stringify writes its file. */
  *of(network: AnyNetwork): Generator<Piece> {
    yield `{"format":${JSON.stringify(NETWORK_FORMAT)},"weights":[`;
    if (isTwoLayer(network)) {
      yield* list(network.units, ({ incoming }) => this.#row(incoming, undefined));
      yield ",";
      yield* list(outputsOf(network), listText);
      yield "]}";
      return;
    }
    const before = this.#before;
    for (const [layer, rows] of network.weights.entries()) {
      if (layer > 0) yield ",";
      const rowsBefore = before?.weights[layer];
      yield* list(rows, (row, index) => this.#row(row, rowsBefore?.[index]));
    }
    yield "]";
    if (network.biases !== undefined) {
      yield ',"biases":';
      yield* list(network.biases, (bias, layer) => this.#row(bias, before?.biases?.[layer]));
    }
    yield "}";
    this.#before = network;
  }

  /** @param before the row at this place of the point before: entries that stay are not spelled again. */
  #row(row: RationalVector, before: RationalVector | undefined): Uint8Array {
    let text = this.#rows.get(row);
    if (text === undefined) {
      text = Buffer.from(listText(before === undefined ? row.toStrings() : row.toStringsAfter(before)));
      this.#rows.set(row, text);
    }
    return text;
  }
}

/** The rows of W2, of which unit i has column i. */
function* outputsOf({ units, outputDimension }: TwoLayerNetwork): Generator<string[]> {
  const columns = units.map(({ outgoing }) => outgoing.toStrings());
  for (let output = 0; output < outputDimension; output += 1) {
    yield columns.map((column) => entry(column, output));
  }
}

/** A list in JSON, item by item. */
export function* list<Item>(
  items: Iterable<Item>,
  written: (item: Item, index: number) => Piece,
): Generator<Piece> {
  let index = 0;
  for (const item of items) {
    yield index === 0 ? "[" : ",";
    yield written(item, index);
    index += 1;
  }
  yield index === 0 ? "[]" : "]";
}

/** Rationals in JSON, which need no escapes. */
function listText(texts: readonly string[]): string {
  return texts.length === 0 ? "[]" : `["${texts.join('","')}"]`;
}
