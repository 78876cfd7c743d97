import { InputError } from "../../../exact/inputError.js";
import { formatRational, rational } from "../../../exact/numbers/rational.js";
import { smoothActivation } from "../../../landscape/activations/smoothActivation.js";
import { type Sources, readSources } from "../../files/sources.js";
import { leftBy, withOutput } from "../../files/withOutput.js";
import type { CommonOptions } from "../../options/commandParts.js";
import { decimalOption } from "../../options/decimalOption.js";
import { memoryBudget } from "../../options/memory.js";
import { placed } from "../../options/placed.js";
import { present } from "../../options/present.js";
import { asDecimal } from "../../options/rounded.js";
import { printResult } from "../outputs.js";
import { joined } from "../../terminal/lists.js";
import { measured, waiting } from "../../terminal/progress.js";
import { print } from "../../terminal/output.js";
import { visible } from "../../terminal/visible.js";
import { runAlone } from "../runAlone.js";
import type { CertificateNames } from "./certificate.js";
import { enclosedLines } from "./enclosedLines.js";
import { enclosedCostNamed } from "./enclosedReport.js";
import { type LandscapeFinding, type LandscapeRequest, isExactly } from "./finding.js";
import { landscapeSvg } from "./picture.js";
import { type LandscapeReport, landscapeLines } from "./report.js";

/** What the progress bar calls it. */
const WORK = "computing";

/** Options of `equiloss landscape`. */
export interface LandscapeOptions extends CommonOptions {
  readonly activation: string;
  readonly cost: string;
  readonly mean?: true;
  readonly threshold?: string;
  readonly enclose?: true;
  readonly certificate?: string;
  readonly svg?: boolean;
}

/** Runs `equiloss landscape network data`. */
export async function runLandscape(network: string, data: string, options: LandscapeOptions): Promise<void> {
  const budget = memoryBudget(options.maxMemory);
  // This comes before any file is read, so that errors in what was typed are reported at once.
  const choices = landscapeChoices(options);
  const inputs = { network, data };
  const work = (
    sources: Sources<typeof inputs>,
    certificate?: CertificateNames,
  ): Promise<LandscapeFinding> => {
    const finished = certificate && ((): string => leftBy(certificate.file));
    const request = { ...sources, ...choices, budget, ...present({ certificate }) };
    return runAlone("landscape", request, {
      budget,
      bar: isExactly(choices.activation, choices.cost) && !choices.enclose ? waiting(WORK) : measured(WORK),
      sources,
      ...present({ finished }),
    });
  };
  const { certificate: output } = options;
  const finding =
    output === undefined
      ? await work(await readSources(inputs, budget))
      : await withOutput(
          { option: "--certificate", output, what: "a certificate", inputs, budget },
          (sources) => work(sources, { file: output, ...inputs }),
        );
  if (options.svg === true) {
    print(landscapeSvg(exactly(finding)));
    return;
  }
  printResult(options, "landscape", finding, () =>
    [
      "width" in finding ? landscapeLines(finding) : enclosedLines(finding),
      ...limitLines(finding),
      ...certificateLines(finding),
    ].join("\n"),
  );
}

/** @throws InputError if the landscape is enclosed, as inertias are exact. */
function exactly(finding: LandscapeFinding): LandscapeReport {
  if ("width" in finding) return finding;
  throw new InputError(
    "the Hessian is enclosed, so its inertia isn't known",
    "give two layers without biases and an activation that is a polynomial or a quotient of two",
    "--svg",
  );
}

/** What was typed, read: plain data. */
function landscapeChoices(
  options: LandscapeOptions,
): Pick<LandscapeRequest, "activation" | "cost" | "mean" | "enclose" | "threshold"> {
  const { name: cost } = enclosedCostNamed(options.cost);
  const { name: activation } = placed("--activation", () => smoothActivation(options.activation));
  const { threshold, mean, enclose } = options;
  return {
    activation,
    cost,
    mean: mean === true,
    enclose: enclose === true,
    ...present({ threshold: threshold === undefined ? undefined : thresholdOption(threshold) }),
  };
}

/** Enclosures that tell eigenvalues from less would have thousands of bits. */
const LEAST_THRESHOLD = rational(1n, 10n ** 1000n + 1n);

/** @throws InputError that names the option, unless it is a number above 0. */
function thresholdOption(text: string): string {
  const value = decimalOption("--threshold", text);
  if (value.compare(LEAST_THRESHOLD) > 0) return formatRational(value);
  if (value.compare(0n) > 0)
    throw new InputError(`${text} is too small`, "give 1e-1000 or more", "--threshold");
  throw new InputError(`${text} is not above 0`, "give a small number, such as 1e-10", "--threshold");
}

/** What the certificate is about, if that is a limit. */
function limitLines({ limit }: LandscapeFinding): string[] {
  if (limit === undefined) return [];
  const { neurons, radius, index, slope } = limit;
  const point = index === 0 ? "a strict local minimum" : `a strict saddle of index ${index}`;
  const rises = `from where the loss ${slope > 0 ? "rises" : "falls"} (L₂ ${slope > 0 ? ">" : "<"} 0)`;
  return [
    `limit       ${point}, within ${asDecimal(radius)}, of the limit as neurons ${joined(neurons.map(String))} ` +
      `run off, ${rises}`,
  ];
}

function certificateLines({ certificate }: LandscapeFinding): string[] {
  if (certificate === undefined) return [];
  const { file, claim, bytes, digest, check } = certificate;
  return [`certificate ${visible(file)}: for ${claim}, ${bytes} bytes, ${digest}`, `check it by ${check}`];
}
