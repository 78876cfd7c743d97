import type { PassedOver } from "../../../crosscheck/chooseBackend.js";
import type { CheckReport, CrosscheckReport } from "../../../crosscheck/crosscheck.js";
import type { Power } from "../../../crosscheck/detectionPower.js";
import { visible } from "../../terminal/visible.js";

/** What `equiloss crosscheck` prints; --json prints it as it is. */
export interface PrintedCrosscheck extends CrosscheckReport {
  /** The version of equiloss. */
  readonly version: string;
  /** Backends that come before this one in the order, and why each doesn't run. */
  readonly passedOver: readonly PassedOver[];
  readonly power?: readonly Power[];
}

/** The report as lines for a person: the backend and its errors, a line for each check, and the sum. */
export function crosscheckLines(report: PrintedCrosscheck): string {
  const { backend, measured, checks, power = [], leaked } = report;
  const kernels = measured.kernels.map(({ name, error }) => `${name} ${digits(error)}`).join(", ");
  return [
    `${backend.name}: ${visible(backend.device)}, tfjs ${backend.version}, ${backend.precision}`,
    `measured at ${measured.points} points: ${kernels}; products ${digits(measured.roundoff)}`,
    "",
    ...checks.map(line),
    ...(leaked === 0 ? [] : [`FAILED   ${leaked} tensors were not freed`]),
    ...power.map(powerLine),
    "",
    summary(report),
  ].join("\n");
}

function line({ claim, held, what, cases, worst, failure }: CheckReport): string {
  const head = (held ? "held" : "FAILED").padEnd(8);
  const close =
    worst === undefined ? "" : `, closest: error ${digits(worst.error)}, bound ${digits(worst.bound)}`;
  const problem = failure === undefined ? "" : `\n         FAILED: ${visible(failure)}`;
  return `${head} ${claim}: ${what}\n         ${cases} numbers${close}${problem}`;
}

function powerLine({ what, caught, missed }: Power): string {
  const shown = (size: number | undefined): string => (size === undefined ? "none" : digits(size));
  return `planted  ${what}: smallest caught ${shown(caught)}, largest missed ${shown(missed)}`;
}

function digits(value: number): string {
  return value.toExponential(1);
}

function summary({ ok, checks, points, inputs, seed, version }: PrintedCrosscheck): string {
  const held = checks.filter((check) => check.held).length;
  const outcome = ok ? "every check held" : "SOME CHECKS FAILED";
  const size = `${points} points · ${inputs} inputs`;
  return `${outcome}: ${held} of ${checks.length} · ${size} · seed ${seed} · equiloss ${version}`;
}
