import { type Choice, chooseBackend, requireKnownBackend } from "../../../crosscheck/chooseBackend.js";
import { CHECKS } from "../../../crosscheck/checks.js";
import { crosscheck } from "../../../crosscheck/crosscheck.js";
import { detectionPower } from "../../../crosscheck/detectionPower.js";
import { InputError } from "../../../exact/inputError.js";
import { reduce } from "../../../network/reduction.js";
import type { TwoLayerNetwork } from "../../../network/twoLayerNetwork.js";
import { type PrintedCrosscheck, crosscheckLines } from "./report.js";
import { EXIT, complain } from "../../terminal/errors.js";
import { type Source, readSources } from "../../files/sources.js";
import type { CommonOptions } from "../../options/commandParts.js";
import { memoryBudget } from "../../options/memory.js";
import { networkIn } from "../../files/networks.js";
import { printResult } from "../outputs.js";
import { present } from "../../options/present.js";
import { packageVersion } from "../../terminal/packageVersion.js";
import { measured } from "../../terminal/progress.js";
import { seedOption } from "../../options/seedOption.js";
import { wholeNumber } from "../../options/sizeArguments.js";
import { type Stoppable, interruptible } from "../../threads/interruptible.js";

/** Options of `equiloss crosscheck`. */
export interface CrosscheckOptions extends CommonOptions {
  readonly backend?: string;
  readonly claims?: string;
  readonly points: string;
  readonly inputs: string;
  readonly seed?: string;
  readonly network?: string;
  readonly power?: boolean;
}

const MOST_POINTS = 1_000_000;
const MOST_INPUTS = 100_000;

/** The only check that takes a network from the caller. */
const OWN_NETWORK = "def-3.2";

/** The largest width. For wider networks, choosing a subspace takes longer than evaluating. */
const WIDEST = 200;

/** Runs `equiloss crosscheck`. Returns the exit code. */
export async function runCrosscheck(options: CrosscheckOptions): Promise<number> {
  requireKnownBackend(options.backend);
  const { network } = await readSources({ network: options.network }, memoryBudget(options.maxMemory));
  const theta = network === undefined ? undefined : ownNetwork(network);
  const claims = chosenClaims(options.claims ?? (theta === undefined ? undefined : OWN_NETWORK));
  if (theta !== undefined && claims?.join() !== OWN_NETWORK)
    throw new InputError(`only ${OWN_NETWORK} takes --network`, "leave out --claims", "--claims");
  const points = wholeNumber("--points", options.points, 1, MOST_POINTS);
  const inputs = wholeNumber("--inputs", options.inputs, 1, MOST_INPUTS);
  const seed = seedOption(options.seed);
  const choice = await chooseBackend(options.backend);
  warnOfOthers(choice);
  const { backend } = choice;
  const request = { backend, points, inputs, seed, ...present({ claims, theta }) };
  const report = await onThisThread(async (progress) => {
    const checks = await crosscheck({ ...request, progress });
    if (options.power !== true) return checks;
    const power = await detectionPower(backend, (done, total) => {
      progress("power", done, total);
    });
    return { ...checks, power };
  });
  const { passedOver } = choice;
  const printed: PrintedCrosscheck = { version: packageVersion(), passedOver, ...report };
  printResult(options, "crosscheck", printed, crosscheckLines);
  return report.ok ? EXIT.held : EXIT.failed;
}

function ownNetwork(source: Source): TwoLayerNetwork {
  const { irreducible } = reduce(networkIn(source));
  const width = irreducible.units.length;
  if (width > 0 && width <= WIDEST) return irreducible;
  throw new InputError(
    width === 0 ? "all neurons cancel" : `a network that reduces to ${width} neurons`,
    `give one that reduces to 1 to ${WIDEST} neurons`,
    source.place,
  );
}

function chosenClaims(text: string | undefined): string[] | undefined {
  if (text === undefined) return undefined;
  const ids = CHECKS.map(({ claim }) => claim);
  return text.split(",").map((part) => {
    const id = part.trim();
    if (ids.includes(id)) return id;
    throw new InputError(
      `no check in floats of ${JSON.stringify(id)}`,
      `choose among ${ids.join(", ")}, with commas between`,
      "--claims",
    );
  });
}

/** Warns of backends that are installed and don't start, and says whenever there is no accelerator. */
function warnOfOthers({ backend, passedOver }: Choice): void {
  const reasons = passedOver.map(({ name, reason }) => `${name}: ${reason}`);
  if (reasons.length === 0) return;
  const { name } = backend.identity;
  const accelerated = name === "webgpu" || name === "tfjs-node-gpu";
  complain(`${accelerated ? "" : "no accelerator, "}running on ${name} (${reasons.join("; ")})`);
}

type Progress = (what: string, done: number, total: number) => void;

/** Does work on this thread. A signal ends it the next time that it reports progress. */
async function onThisThread<Result>(work: (progress: Progress) => Promise<Result>): Promise<Result> {
  let stopped = false;
  const stoppable: Stoppable = {
    stop: () => {
      stopped = true;
      return Promise.resolve();
    },
  };
  return measured("cross-checking")((hear) =>
    interruptible(
      stoppable,
      () => "no result was written",
      () =>
        work((what, done, total) => {
          if (stopped) throw new RangeError("stopped");
          hear(done, total, what);
        }),
    ),
  );
}
