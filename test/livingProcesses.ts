import { readFileSync, readdirSync } from "node:fs";

/**
 * Whether a process runs. One that has ended and that nobody has asked about yet counts as gone: its number
 * stays until the process that adopted it asks, which in a container may take long.
 */
export function isLiving(pid: number): boolean {
  const state = stateOf(pid);
  return state === undefined ? answers(pid) : state.letter !== "Z";
}

/** Whether a process of a group runs. */
export function isLivingGroup(group: number): boolean {
  if (!answers(-group)) return false;
  const states = stateOf(process.pid) === undefined ? undefined : readdirSync("/proc").map(stateOf);
  return states === undefined || states.some((state) => state?.group === group && state.letter !== "Z");
}

/** Whether there is a process of that number, or one of the group with that number negated. */
function answers(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** A process's state and group from Linux's /proc; undefined on other systems, and if there is none. */
function stateOf(pid: number | string): { readonly letter: string; readonly group: number } | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, "latin1");
    // The name, in parentheses, may hold any characters.
    const [letter = "", , group] = text.slice(text.lastIndexOf(")") + 2).split(" ");
    return { letter, group: Number(group) };
  } catch {
    return undefined;
  }
}
