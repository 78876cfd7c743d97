import { createHash } from "node:crypto";
import { readFileSync, readlinkSync } from "node:fs";
import { hostname } from "node:os";

/** A process by its machine, its number, and its start, as numbers are reused: "4f2c81aa-1234-567890". */
export type Owner = string;

const OWNER = /^([0-9a-f]{8})-([1-9][0-9]{0,9})-([0-9]*)$/;

/** This process, to be written where it owns a file or folder. */
export function thisProcess(): Owner {
  const state = stateOf(process.pid);
  // Some systems don't say when a process began.
  const started = state === undefined ? "" : state.started;
  return `${machine()}-${process.pid}-${started}`;
}

/** The number of the process; undefined if the text doesn't name a process. */
export function numberOf(owner: Owner): number | undefined {
  const digits = OWNER.exec(owner)?.[2];
  return digits === undefined ? undefined : Number(digits);
}

/**
 * Whether a process has certainly ended. False for one on another machine or in another container, where this
 * can't be known.
 *
 * @example isGone(thisProcess()) === false
 */
export function isGone(owner: Owner): boolean {
  const [, where, digits, started] = OWNER.exec(owner) ?? [];
  if (where !== machine()) return false;
  const pid = Number(digits);
  try {
    process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "ESRCH";
  }
  const state = stateOf(pid);
  if (state === undefined || started === "") return false;
  return state.started !== started || state.isZombie;
}

/** The container of a machine within which the numbers of processes have a meaning. */
function machine(): string {
  return createHash("sha256").update(`${hostname()} ${processNumbering()}`).digest("hex").slice(0, 8);
}

function processNumbering(): string {
  try {
    return readlinkSync("/proc/self/ns/pid");
  } catch {
    return "of the machine";
  }
}

/** When a process began, from Linux's /proc; undefined on other systems. */
function stateOf(pid: number): { readonly started: string; readonly isZombie: boolean } | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, "latin1");
    // The second field is a name, in parentheses and of any characters; the state is the third, the start the
    // 22nd.
    const fields = text.slice(text.lastIndexOf(")") + 2).split(" ");
    const [state, started] = [fields[0], fields[19]];
    return started === undefined ? undefined : { started, isZombie: state === "Z" };
  } catch {
    return undefined;
  }
}
