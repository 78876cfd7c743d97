import type { ControlsResult } from "../evidence/controlsResult.js";

/** An error that is planted on purpose: what ought to refuse it is asked to. */
export interface Control {
  /** What is planted, in words. */
  readonly name: string;
  /** Undefined if it is refused as it should be, else what became of it. */
  readonly run: () => string | undefined | Promise<string | undefined>;
}

/** Controls of one kind, and how many there have to be. */
export interface ControlGroup {
  readonly expected: number;
  readonly controls: () => Iterable<Control>;
}

/**
 * Plants every error of a group. One that can't be planted, because of an error of the program, counts as not
 * refused.
 *
 * @example (await runControls({ expected: 1, controls: () => [] })).unrefused // ["no controls, expected 1"]
 */
export async function runControls({ expected, controls }: ControlGroup): Promise<ControlsResult> {
  let count = 0;
  const unrefused: string[] = [];
  try {
    for (const { name, run } of controls()) {
      count += 1;
      const found = await Promise.resolve()
        .then(run)
        .catch((error: unknown) => `stopped by an error: ${String(error)}`);
      if (found !== undefined) unrefused.push(`${name}: ${found}`);
    }
  } catch (error) {
    unrefused.push(`the controls end with an error: ${String(error)}`);
  }
  const refused = count - unrefused.length;
  if (count !== expected) unrefused.push(`${count === 0 ? "no" : count} controls, expected ${expected}`);
  return { count, refused, unrefused };
}

/** Whether errors were planted, and all were refused. */
export function allRefused({ count, refused, unrefused }: ControlsResult): boolean {
  return count > 0 && refused === count && unrefused.length === 0;
}

/** Controls of several groups together. */
export function allControls(results: readonly ControlsResult[]): ControlsResult {
  const sum = (part: (result: ControlsResult) => number): number =>
    results.reduce((total, result) => total + part(result), 0);
  return {
    count: sum(({ count }) => count),
    refused: sum(({ refused }) => refused),
    unrefused: results.flatMap(({ unrefused }) => unrefused),
  };
}
