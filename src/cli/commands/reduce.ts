import { networkFile, parseNetworkFile } from "../../network/networkFile.js";
import { type Reduction, reduce } from "../../network/reduction.js";
import { print, printJson } from "../output.js";
import { placeOf, readText } from "../readText.js";

/** `equiloss reduce <network>` */
export function reduceCommand(path: string, options: { readonly json?: boolean }): void {
  const network = parseNetworkFile(readText(path), placeOf(path));
  const reduction = reduce(network);
  if (options.json !== true) {
    print(reductionLines(network.neurons.length, reduction));
    return;
  }
  printJson({
    width: network.neurons.length,
    irreducibleWidth: reduction.irreducible.neurons.length,
    network: networkFile(reduction.irreducible),
    labelledPartition: reduction.labelledPartition,
  });
}

const SHOWN = 12;

function reductionLines(width: number, { irreducible, labelledPartition }: Reduction): string {
  const r = irreducible.neurons.length;
  const blocks = new Map<number, number[]>();
  labelledPartition.forEach((code, neuron) => {
    const members = blocks.get(code) ?? [];
    members.push(neuron + 1);
    blocks.set(code, members);
  });
  const lines = [...blocks].map(([code, members]) => {
    const shown =
      members.length > SHOWN ? [...members.slice(0, SHOWN), `… ${members.length - SHOWN} more`] : members;
    const name = code > 0 ? `unit ${code}` : "zero block";
    return `  ${name.padEnd(12)} from ${members.length === 1 ? "neuron" : "neurons"} ${shown.join(", ")}`;
  });
  const listed =
    lines.length > SHOWN ? [...lines.slice(0, SHOWN), `  … ${lines.length - SHOWN} more blocks`] : lines;
  const summary =
    r === width
      ? `irreducible: ${width === 1 ? "1 neuron" : `${width} neurons`}, none can be merged or dropped`
      : r === 0
        ? `width ${width} reduces to width 0: all neurons cancel, the network computes 0`
        : `width ${width} reduces to width ${r}, the same function for every activation`;
  return r === width ? summary : [summary, ...listed].join("\n");
}
