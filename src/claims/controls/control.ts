import type { ControlsResult } from "../evidence/controlsResult.js";

/** An error planted on purpose, which the program must refuse. */
export interface Control {
  /** What is planted, in words. */
  readonly name: string;
  /** Undefined if it is refused, else what became of it. */
  readonly run: () => string | undefined | Promise<string | undefined>;
}

/** Controls of one kind, and their number. */
export interface ControlGroup {
  readonly expected: number;
  readonly controls: () => Iterable<Control>;
}

/**
 * Plants every error of a group. An error that the program cannot even plant counts as not refused.
 *
 * @example (await runControls({ expected: 1, controls: () => [] })).unrefused // ["no controls, expected 1"]
 */
export async function runControls({ expected, controls }: ControlGroup): Promise<ControlsResult> {
  let count = 0;
  const unrefused: string[] = [];
  try {
    for (const { name, run } of controls()) {
      count += 1;
      const outcome = await Promise.resolve()
        .then(run)
        .catch((error: unknown) => `stopped by an error: ${String(error)}`);
      if (outcome !== undefined) unrefused.push(`${name}: ${outcome}`);
    }
  } catch (error) {
    unrefused.push(`the controls end with an error: ${String(error)}`);
  }
  const refused = count - unrefused.length;
  if (count !== expected) unrefused.push(`${count === 0 ? "no" : count} controls, expected ${expected}`);
  return { count, refused, unrefused };
}

/** Whether there were controls and all were refused. */
export function allRefused({ count, refused, unrefused }: ControlsResult): boolean {
  return count > 0 && refused === count && unrefused.length === 0;
}

/** The results of several groups, added up. */
export function allControls(results: readonly ControlsResult[]): ControlsResult {
  const sum = (part: (result: ControlsResult) => number): number =>
    results.reduce((total, result) => total + part(result), 0);
  return {
    count: sum(({ count }) => count),
    refused: sum(({ refused }) => refused),
    unrefused: results.flatMap(({ unrefused }) => unrefused),
  };
}
