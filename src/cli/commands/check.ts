import { check } from "../../checker/check.js";
import { certificateNetwork } from "../../certificate/certificateNetwork.js";
import type { Expected, Network, Verdict } from "../../checker/verdict.js";
import { readNetwork } from "../certification.js";
import { EXIT } from "../errors.js";
import { print, printJson } from "../output.js";
import { readText } from "../readText.js";
import { wholeNumber } from "../sizeArguments.js";

/** What the caller wants shown; it never comes from the certificate. */
export interface CheckOptions {
  readonly claim: string;
  readonly refuted?: boolean;
  readonly r?: string;
  readonly m?: string;
  readonly network?: string;
  readonly from?: string;
  readonly to?: string;
  readonly json?: boolean;
}

const LARGEST_WIDTH = 200_001;

/** `equiloss check file --claim ID …`; the exit code. */
export async function checkCommand(file: string, options: CheckOptions): Promise<number> {
  const expected: Expected = {
    claim: options.claim,
    ...(options.refuted === true ? { refuted: true } : {}),
    ...(options.r === undefined ? {} : { r: wholeNumber("--r", options.r, 1, LARGEST_WIDTH) }),
    ...(options.m === undefined ? {} : { m: wholeNumber("--m", options.m, 1, LARGEST_WIDTH) }),
    ...(options.network === undefined ? {} : { theta: networkOf(options.network) }),
    ...(options.from === undefined ? {} : { from: networkOf(options.from) }),
    ...(options.to === undefined ? {} : { to: networkOf(options.to) }),
  };
  const verdict = await check(readText(file), expected);
  if (options.json === true) printJson(verdict);
  else print(wording(verdict));
  return verdict.accepted ? EXIT.held : EXIT.failed;
}

function networkOf(file: string): Network {
  const { incoming, outgoing } = certificateNetwork(readNetwork(file));
  return { incoming: incoming.map((row) => [...row]), outgoing: outgoing.map((row) => [...row]) };
}

function wording(verdict: Verdict): string {
  if (verdict.accepted) return `accepted: ${verdict.shows}`;
  return `rejected by rule ${verdict.rule}, at ${verdict.where}: ${verdict.reason}`;
}
