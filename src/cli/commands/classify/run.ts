import { InputError } from "../../../exact/inputError.js";
import { type Sources, readSources } from "../../files/sources.js";
import { identityOf, leftBy, withOutput, withOutputToo } from "../../files/withOutput.js";
import { requireWritable } from "../../files/writeFloats.js";
import { memoryBudget } from "../../options/memory.js";
import { present } from "../../options/present.js";
import { waiting } from "../../terminal/progress.js";
import { printResult } from "../outputs.js";
import { runAlone } from "../runAlone.js";
import { classifyLines } from "./lines.js";
import type { ClassifyReport } from "./report.js";
import { type ClassifyCommandOptions, classifyChoices } from "./request.js";

/** Runs `equiloss classify <network>`. */
export async function runClassify(network: string, options: ClassifyCommandOptions): Promise<void> {
  const choices = classifyChoices(options);
  const budget = memoryBudget(options.maxMemory);
  const { output, data, certificate } = options;
  if (output !== undefined) requireWritable(output);
  if (output !== undefined && certificate !== undefined && identityOf(output) === identityOf(certificate)) {
    throw new InputError("the pruned network goes there, too", "name another file", "--certificate");
  }
  const inputs = { network, data };
  const work = ({ network: own, data: given }: Sources<typeof inputs>): Promise<ClassifyReport> => {
    const request = { network: own, ...choices, ...present({ data: given, output, certificate }) };
    const finished = output === undefined ? undefined : (): string => leftBy(output);
    const sources = { network: own, data: given };
    const bar = waiting("classifying");
    return runAlone("classify", request, { budget, bar, sources, ...present({ finished }) });
  };
  const traffic = { option: "--output", what: "a network", inputs, budget };
  const withBoth = (sources: Sources<typeof inputs>): Promise<ClassifyReport> =>
    certificate === undefined
      ? work(sources)
      : withOutputToo(
          {
            ...{ option: "--certificate", output: certificate, what: "a certificate" },
            inputs,
          },
          () => work(sources),
        );
  const report =
    output === undefined
      ? await work(await readSources(inputs, budget))
      : await withOutput({ ...traffic, output }, withBoth);
  printResult(options, "classify", report, (one) => classifyLines(one, network));
}
