import { type Sources, readSources } from "../../files/sources.js";
import { leftBy, withOutput } from "../../files/withOutput.js";
import { activationOption } from "../../options/activationOption.js";
import type { CommonOptions } from "../../options/commandParts.js";
import { memoryBudget } from "../../options/memory.js";
import { present } from "../../options/present.js";
import { printResult } from "../outputs.js";
import { waiting } from "../../terminal/progress.js";
import { visible } from "../../terminal/visible.js";
import { runAlone } from "../runAlone.js";
import type { CertificateNames } from "./certificate.js";
import type { LandscapeFinding } from "./finding.js";
import { costNamed, landscapeLines } from "./report.js";

/** Options of `equiloss landscape`. */
export interface LandscapeOptions extends CommonOptions {
  readonly activation: string;
  readonly cost: string;
  readonly certificate?: string;
}

/** Runs `equiloss landscape network data`. */
export async function runLandscape(network: string, data: string, options: LandscapeOptions): Promise<void> {
  const budget = memoryBudget(options.maxMemory);
  // This comes before any file is read, so that errors in what was typed are reported at once.
  const { name: activation } = activationOption(options.activation);
  const { name: cost } = costNamed(options.cost);
  const inputs = { network, data };
  const work = (
    sources: Sources<typeof inputs>,
    certificate?: CertificateNames,
  ): Promise<LandscapeFinding> => {
    const finished = certificate && ((): string => leftBy(certificate.file));
    const request = { ...sources, activation, cost, budget, ...present({ certificate }) };
    return runAlone("landscape", request, {
      budget,
      bar: waiting("computing"),
      sources,
      ...present({ finished }),
    });
  };
  const { certificate: output } = options;
  const finding =
    output === undefined
      ? await work(await readSources(inputs, budget))
      : await withOutput({ option: "--certificate", output, inputs, budget }, (sources) =>
          work(sources, { file: output, ...inputs }),
        );
  printResult(options, "landscape", finding, () =>
    [landscapeLines(finding), ...certificateLines(finding)].join("\n"),
  );
}

function certificateLines({ certificate }: LandscapeFinding): string[] {
  if (certificate === undefined) return [];
  const { file, claim, bytes, digest, check } = certificate;
  return [`certificate ${visible(file)}: for ${claim}, ${bytes} bytes, ${digest}`, `check it by ${check}`];
}
