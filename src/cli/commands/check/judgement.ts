import { certificateNetwork } from "../../../certificate/certificateNetwork.js";
import { certificateActivation, certificateData } from "../../../certificate/criticalCertificate.js";
import { certificateLayers } from "../../../certificate/layeredPathCertificate.js";
import { certificateActivationName } from "../../../certificate/nearCriticalCertificate.js";
import { checkCertificate } from "../../../checker/check.js";
import {
  type Expected,
  type WrittenLayers,
  type WrittenNetwork,
  type CertificateVerdict,
  Rejection,
  type RuleName,
} from "../../../checker/verdict.js";
import type { Parity } from "../../../exact/parity.js";
import { InputError } from "../../../exact/inputError.js";
import { Unjudged } from "../../../kernel/answers.js";
import { parseActivation } from "../../../landscape/activations/activationText.js";
import { formatOf } from "../../../formats/recognised.js";
import { dataIn } from "../../files/dataFiles.js";
import { layersIn, networkIn } from "../../files/networks.js";
import type { Source } from "../../files/sources.js";
import { present } from "../../options/present.js";
import type { VerifiedVerdict } from "./both.js";
import { LAYERED, PRUNED, TRAINED } from "./parameters.js";

/** A verdict; if the certificate is about something else than the caller asks, how they differ. */
export interface Judgement {
  readonly verdict: CertificateVerdict;
  /** What the verified kernel says, if it was asked. */
  readonly verified?: VerifiedVerdict;
  /** The certificate as a file for Coq, or why it is none for this claim, if that was asked. */
  readonly forCoq?: string | RejectedForCoq;
  /** What happened to a file that isn't as a certificate is written; empty if nothing plain can be said. */
  readonly plainly: string;
  readonly differences: readonly string[];
}

/** A certificate, and what it must show. */
export interface CheckRequest {
  readonly certificate: Source;
  readonly claim: string;
  readonly refuted: boolean;
  readonly r: number | undefined;
  readonly m: number | undefined;
  readonly k: number | undefined;
  readonly activation: string | undefined;
  readonly network: Source | undefined;
  readonly data: Source | undefined;
  readonly from: Source | undefined;
  readonly to: Source | undefined;
  readonly parity: Parity | undefined;
  readonly pruned: Source | undefined;
  readonly within: readonly [string, string] | undefined;
  readonly bound: string | undefined;
  readonly kernel: Kernel;
  /** Whether a file for Coq is wanted. */
  readonly wantsFile: boolean;
}

/** Why a certificate that the checker accepts can't be put to Coq, by a rule of its frame or grammar. */
export type RejectedForCoq = Extract<CertificateVerdict, { accepted: false }>;

/** What the caller asks of a certificate. */
type Asked = Omit<CheckRequest, "certificate" | "kernel" | "wantsFile">;

/** Who judges: the checker in TypeScript; beside it the verified kernel, or Coq itself. */
export type Kernel = "typescript" | "verified" | "coq";

/**
 * Has the checker judge a certificate, and the verified kernel if that is asked for.
 *
 * @throws InputError if the certificate isn't text, if a file of the caller's isn't what it should be, or if
 *   the verified kernel doesn't judge such certificates.
 */
export async function judgement({
  certificate,
  kernel,
  wantsFile,
  ...asked
}: CheckRequest): Promise<Judgement> {
  // Errors in the caller's own files are reported first.
  const expected = expectedOf(asked);
  const text = certificateIn(certificate);
  const verdict = await checkCertificate(text, expected);
  const verified = kernel === "verified" ? await verifiedVerdict(text, expected) : undefined;
  // What the checker rejects could ask Coq for any amount of memory.
  const forCoq = wantsFile && verdict.accepted ? await fileForCoq(text, expected) : undefined;
  const plainly = verdict.accepted ? "" : plainReason(verdict.rule, text);
  const isOther = !verdict.accepted && verdict.rule === "parameters";
  const differences = isOther ? differencesOf(text, expected) : [];
  return { verdict, ...present({ verified, forCoq }), plainly, differences };
}

async function verifiedVerdict(text: string, expected: Expected): Promise<VerifiedVerdict> {
  const { checkByKernel } = await import("../../../kernel/checkByKernel.js");
  const verdict = await checkByKernel(text, expected);
  if (verdict.accepted !== undefined) return verdict;
  throw new InputError(`the verified kernel doesn't judge ${verdict.unjudged}`, "use --kernel typescript");
}

async function fileForCoq(text: string, expected: Expected): Promise<string | RejectedForCoq> {
  const { coqFile } = await import("../../../kernel/coqFile.js");
  try {
    return await coqFile(text, expected);
  } catch (error) {
    if (error instanceof Rejection) {
      const { rule, where, reason } = error;
      return { accepted: false, rule, where, reason };
    }
    if (!(error instanceof Unjudged)) throw error;
    throw new InputError(
      `no checker is proved in Coq for ${error.message}`,
      "leave out --coq, or --kernel coq",
    );
  }
}

/** How many characters of a file may come before its format. */
const HEAD = 500;

/** What a rule about the file as a whole means for its owner. */
function plainReason(rule: RuleName, text: string): string {
  const other = /"format"\s*:\s*"equiloss-(?!cert\/)([a-z-]+)\/\d+"/.exec(text.slice(0, HEAD))?.[1];
  if (other === "network" || other === "data") return `this is a ${other} file, not a certificate`;
  if (other !== undefined) return `this is what equiloss ${other} printed, not a certificate`;
  if (rule === "digest") return "the file was changed after it was written";
  const isCertificate = /"format"\s*:\s*"equiloss-cert\//.test(text);
  return rule === "canonical" && isCertificate ? "the file was changed after it was written" : "";
}

/** Values of more characters are not shown. */
const LONGEST = 60;

/** What the caller asks about and the file is not about. */
function differencesOf(text: string, expected: Expected): string[] {
  const { body } = JSON.parse(text) as { body: Readonly<Record<string, unknown>> };
  return Object.entries(expected).flatMap(([name, value]) => {
    const [held, asked] = [JSON.stringify(body[name]), JSON.stringify(value)];
    if (!Object.hasOwn(body, name) || held === asked) return [];
    const isShort = held.length + asked.length <= LONGEST;
    return [
      isShort ? `the file has ${name} = ${held}, you ask about ${asked}` : `the file has another ${name}`,
    ];
  });
}

function expectedOf(request: Asked): Expected {
  const { claim, refuted, r, m, k, ...asked } = request;
  if (claim === PRUNED) return prunedOf(request);
  const networkOf = claim === LAYERED || claim === TRAINED ? layers : network;
  const activationOf = claim === TRAINED ? certificateActivationName : coefficients;
  const { data, activation, from, to, parity } = asked;
  return {
    claim,
    ...present({
      refuted: refuted || undefined,
      r,
      m,
      k,
      theta: asked.network && networkOf(asked.network),
      data: data && certificateData(dataIn(data)),
      activation: activation === undefined ? undefined : activationOf(activation),
      from: from && networkOf(from),
      to: to && networkOf(to),
      parity,
    }),
  };
}

/** What a certificate of what pruning changes is asked. */
function prunedOf({ claim, network, pruned, activation, within, bound }: Asked): Expected {
  return {
    claim,
    ...present({
      network: network && layers(network),
      pruned: pruned && layers(pruned),
      ...{ activation, within, bound },
    }),
  };
}

function coefficients(activation: string): ReturnType<typeof certificateActivation> {
  return certificateActivation(parseActivation(activation));
}

function network(source: Source): WrittenNetwork {
  return certificateNetwork(networkIn(source));
}

function layers(source: Source): WrittenLayers {
  return certificateLayers(layersIn(source));
}

/** The text as it is. A byte order mark stays, so that the checker rejects it. */
function certificateIn({ bytes, place }: Source): string {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    const format = formatOf(bytes);
    const problem =
      format === "text" ? "not UTF-8 text" : `a file of the format ${format}, not a certificate`;
    throw new InputError(problem, "give a certificate as `equiloss certify` writes them", place);
  }
}
