import { InputError } from "../../exact/inputError.js";
import { wholeNumber } from "./sizeArguments.js";

const MOST_SLOTS = 1000;

/**
 * The share of a list that `--slot i/n` names: every n-th, from the i-th on; all if it was left out.
 *
 * @throws InputError unless 1 ≤ i ≤ n, and n is at most 1000 and the number of items.
 * @example inSlot("2/3", [0, 1, 2, 3, 4]) // [1, 4]
 */
export function inSlot<Item>(slot: string | undefined, items: readonly Item[]): readonly Item[] {
  if (slot === undefined) return items;
  const [, own, all] = /^([0-9]+)\/([0-9]+)$/.exec(slot) ?? [];
  if (own === undefined || all === undefined)
    throw new InputError(`${JSON.stringify(slot)} is no share`, "write i/n, such as 1/4", "--slot");
  const n = wholeNumber("--slot", all, 1, Math.min(MOST_SLOTS, items.length));
  const i = wholeNumber("--slot", own, 1, n);
  return items.filter((_, index) => index % n === i - 1);
}
