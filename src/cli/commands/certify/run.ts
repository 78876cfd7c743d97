import { InputError } from "../../../exact/inputError.js";
import { LEAST_UNITS, MOST_UNITS, type SpuriousFamily } from "../../../landscape/spurious/starts.js";
import { parseSymmetry } from "../../../network/activations/namedSymmetries.js";
import type { Source, Sources } from "../../files/sources.js";
import { type MirrorOptions, mirrorOptions } from "../../options/mirrorOptions.js";
import { present } from "../../options/present.js";
import { seedOption } from "../../options/seedOption.js";
import { type Widths, wholeNumber, widthArguments } from "../../options/sizeArguments.js";
import { shellWord } from "../../terminal/shellWord.js";
import { pathActivation } from "../path/activation.js";
import { type CertifyOptions, certified, without } from "./certified.js";
import type { CertificationRequest } from "./request.js";

/** Options of `certify connected`. */
export interface ConnectedOptions extends CertifyOptions {
  readonly network?: string;
  readonly dIn: string;
  readonly dOut: string;
  readonly seed: string;
}

const MAX_DIMENSION = 64;
const MAX_CERTIFIED_WIDTH = 31;

type Certify<Options> = (r: string, m: string, options: Options) => Promise<number>;

/** Runs `equiloss certify enumeration r m`. */
export const certifyEnumeration: Certify<CertifyOptions> = async (rText, mText, options) => {
  const { r, m } = widthArguments(rText, mText, MAX_CERTIFIED_WIDTH);
  const request = { what: "enumeration", r, m } as const;
  return certified(without(request, `enumeration ${r} ${m}`, askedOf({ r, m })), options);
};

/** Runs `equiloss certify morse r m`. */
export const certifyMorse: Certify<CertifyOptions & MirrorOptions> = async (rText, mText, options) => {
  const { r, m } = widthArguments(rText, mText, MAX_CERTIFIED_WIDTH);
  const { parity } = mirrorOptions(options);
  const mirrored = parity === undefined ? [] : ["--parity", parity];
  const words = ["morse", r, m, ...mirrored].join(" ");
  const request = { what: "morse", r, m, ...present({ parity }) } as const;
  return certified(without(request, words, [...askedOf({ r, m }), ...mirrored]), options);
};

/** Runs `equiloss certify connected r m`. */
export const certifyConnected: Certify<ConnectedOptions> = async (rText, mText, options) => {
  const widths = widthArguments(rText, mText, MAX_CERTIFIED_WIDTH);
  const words = `connected ${widths.r} ${widths.m}`;
  const asked = askedOf(widths);
  if (options.network !== undefined) {
    const inputs = { theta: options.network };
    const request = ({ theta }: { theta: Source }): CertificationRequest => ({
      what: "connected",
      ...widths,
      theta,
    });
    const about = [...asked, "--network", shellWord(options.network)];
    return certified({ inputs, request, words: `${words} --network <file>`, asked: about }, options);
  }
  const theta = { ...dimensionOptions(options), seed: seedOption(options.seed) };
  const drawn = `--d-in ${theta.inputDimension} --d-out ${theta.outputDimension} --seed ${theta.seed}`;
  return certified(without({ what: "connected", ...widths, theta }, `${words} ${drawn}`, asked), options);
};

/** Reads the dimensions of a network that is drawn. */
export function dimensionOptions({ dIn, dOut }: { readonly dIn: string; readonly dOut: string }) {
  return {
    inputDimension: wholeNumber("--d-in", dIn, 1, MAX_DIMENSION),
    outputDimension: wholeNumber("--d-out", dOut, 1, MAX_DIMENSION),
  };
}

/** Options of `certify path`. */
export interface PathCertifyOptions extends CertifyOptions {
  readonly activation?: string;
}

/** Runs `equiloss certify path from to`. */
export async function certifyPath(from: string, to: string, options: PathCertifyOptions): Promise<number> {
  const { mirroredFor, activation } = pathActivation(options.activation);
  if (activation !== undefined) {
    const repair = "give the name of an odd or even activation, such as tanh, or leave it out";
    throw new InputError(`${activation} is a form, and mirrors no neuron`, repair, "--activation");
  }
  const request = (files: Sources<{ from: string; to: string }>): CertificationRequest => ({
    what: "path",
    ...files,
    ...present({ mirroredFor }),
  });
  const ends = ["--from", shellWord(from), "--to", shellWord(to)];
  const words = "path <from> <to>";
  const inputs = { from, to };
  if (mirroredFor === undefined) return certified({ inputs, request, words, asked: ends }, options);
  const asked = [...ends, "--parity", String(parseSymmetry(mirroredFor).parity)];
  return certified({ inputs, request, words: `${words} --activation ${mirroredFor}`, asked }, options);
}

/** Runs `equiloss certify counterexample claim [r m]`. */
export async function certifyCounterexample(
  claim: string,
  r: string | undefined,
  m: string | undefined,
  options: CertifyOptions,
): Promise<number> {
  if (claim === "lem-2.1" && r === undefined) {
    return certified(without({ what: "gradient flow" }, "counterexample lem-2.1", ["--refuted"]), options);
  }
  if (claim !== "thm-3.1-count" || (r !== undefined && m === undefined)) {
    throw new InputError(
      `no counterexample ${JSON.stringify([claim, r, m].filter((word) => word !== undefined).join(" "))}`,
      "choose thm-3.1-count, with r and m or neither, or lem-2.1",
    );
  }
  const widths = widthArguments(r ?? "1", m ?? "4", MAX_CERTIFIED_WIDTH);
  const command = `counterexample thm-3.1-count ${widths.r} ${widths.m}`;
  return certified(
    without({ what: "literal formula", ...widths }, command, ["--refuted", ...askedOf(widths)]),
    options,
  );
}

/** Options of `certify spurious`. */
export interface SpuriousOptions extends CertifyOptions {
  readonly k: string;
  readonly family: SpuriousFamily;
}

/** Runs `equiloss certify spurious`. */
export async function certifySpurious(options: SpuriousOptions): Promise<number> {
  const k = wholeNumber("--k", options.k, LEAST_UNITS, MOST_UNITS);
  const { family } = options;
  return certified(
    without({ what: "spurious", k, family }, `spurious --k ${k} --family ${family}`, ["--k", String(k)]),
    options,
  );
}

/** The words by which `equiloss check` is asked about these widths. */
export function askedOf({ r, m }: Widths): readonly string[] {
  return ["--r", String(r), "--m", String(m)];
}
