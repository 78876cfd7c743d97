import type { Sources } from "../../files/sources.js";
import { leftBy, withOutput } from "../../files/withOutput.js";
import type { CommonOptions } from "../../options/commandParts.js";
import { memoryBudget } from "../../options/memory.js";
import { present } from "../../options/present.js";
import { EXIT, Rejected } from "../../terminal/errors.js";
import { measured } from "../../terminal/progress.js";
import { shellWord } from "../../terminal/shellWord.js";
import { visible } from "../../terminal/visible.js";
import { writingForCoq } from "../check/byCoq.js";
import { printResult } from "../outputs.js";
import { runAlone } from "../runAlone.js";
import { NEEDED_BY } from "./criticalClaims.js";
import type { PredictedInertia } from "./criticalPoint.js";
import type {
  CertificationReport,
  CertificationRequest,
  Certified,
  RejectedCertification,
} from "./request.js";

/** Options that all kinds of certificates have. */
export interface CertifyOptions extends CommonOptions {
  readonly output: string;
  readonly coq?: string;
}

/** The files that a certificate is made from, and the request once they are read. */
export interface Order<Paths> {
  readonly inputs: Paths;
  readonly request: (files: Sources<Paths>) => CertificationRequest;
  /** The rest of the command line, without the names of files. */
  readonly words: string;
  /** What `equiloss check` must be asked beside the claim, as a shell reads it. */
  readonly asked: readonly string[];
}

/** Makes a certificate that needs no input file. */
export function without(
  request: CertificationRequest,
  words: string,
  asked: readonly string[],
): Order<Record<string, never>> {
  return { inputs: {}, request: () => request, words, asked };
}

/** What `equiloss certify` prints as JSON. */
export interface PrintedCertification extends CertificationReport {
  /** Where the certificate is, as it was typed. */
  readonly file: string;
  /** Where the file for Coq is. */
  readonly coq?: string;
}

type Paths = Readonly<Record<string, string | undefined>>;

/** Has a worker make a certificate, and says what was written. Returns the exit code. */
export async function certified<Inputs extends Paths>(
  order: Order<Inputs>,
  options: CertifyOptions,
): Promise<number> {
  const { output, coq } = options;
  const made =
    coq === undefined
      ? await make(order, options)
      : await writingForCoq(coq, { ...order.inputs, output }, async (write) => {
          const result = await make(order, options);
          if ("forCoq" in result) write(result.forCoq);
          return result;
        });
  if ("rejected" in made) throw new Rejected(rejection(made));
  const written: PrintedCertification = { file: output, ...made.report, ...present({ coq }) };
  printResult(options, "certify", written, ({ file, claim, bytes, digest, inertias }) =>
    [
      `${visible(file)}: certificate for ${claim}, ${bytes} bytes, ${digest}`,
      ...(inertias === undefined ? [] : [inertiaLine(inertias)]),
      ...(coq === undefined ? [] : [`${visible(coq)}: a file for Coq, whose Qed is its check`]),
      `check it by equiloss check ${[shellWord(file), "--claim", claim, ...order.asked].join(" ")}`,
    ].join("\n"),
  );
  return EXIT.held;
}

function make<Inputs extends Paths>(
  { inputs, request, words }: Order<Inputs>,
  { output, coq, maxMemory }: CertifyOptions,
): Promise<Certified | RejectedCertification> {
  const budget = memoryBudget(maxMemory);
  const command = `equiloss certify ${words}`;
  const wantsFile = coq !== undefined;
  return withOutput({ option: "--output", output, what: "a certificate", inputs, budget }, (sources) =>
    runAlone(
      "certify",
      { request: request(sources), output, command, wantsFile, budget },
      { budget, bar: measured("certifying"), sources, finished: () => leftBy(output) },
    ),
  );
}

function inertiaLine({ below, above, predicted }: PredictedInertia): string {
  const [found, told] = [above, predicted].map((inertia) => `(${inertia.join()})`);
  return `inertia ${found} above (${below.join()}), predicted ${told} by E_t, B_t and the shares`;
}

/** Why nothing was written, and for another claim than the point's what to change. */
function rejection({ claim, rejected: { rule, where, reason } }: RejectedCertification): string {
  const words = `by rule ${rule}, at ${where}: ${reason}`;
  return rule === "instance"
    ? `this point does not settle ${claim}: ${NEEDED_BY[claim]}; nothing was written (the checker rejects ` +
        `it ${words}, in positive, negative and zero eigenvalues below and above)`
    : `the checker does not accept it for ${claim}, ${words}; nothing was written`;
}
