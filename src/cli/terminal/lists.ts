/** How many items of a list are shown; the text says how many more there are. */
export const SHOWN = 12;

/** The first items, and how many more there are. */
export function shortened(items: readonly (string | number)[], more: (count: number) => string): string[] {
  const texts = items.map(String);
  return texts.length > SHOWN ? [...texts.slice(0, SHOWN), more(texts.length - SHOWN)] : texts;
}

/** The first items in one line, with commas between, and how many more there are. */
export function listed(items: readonly (string | number)[]): string {
  return shortened(items, (count) => `… ${count} more`).join(", ");
}

/** The noun, in the plural unless there is one. */
export function plural(count: number, noun: string): string {
  return count === 1 ? noun : `${noun}s`;
}

/** "1", "1 and 2", "1, 2 and 3". */
export function joined(items: readonly (string | number)[]): string {
  return [items.slice(0, -1).join(", "), ...items.slice(-1)].filter((text) => text !== "").join(" and ");
}

/**
 * A line for each block of a labelled partition: which unit its neurons become, or that they are a zero
 * block.
 *
 * @param codes as in `LabelledPartition`; neurons are counted from 1.
 * @param leftOut which blocks to leave out, by their code and number of neurons; none if not given.
 * @param named the text for each neuron; its number if not given.
 */
export function blockLines(
  codes: readonly number[],
  indent: string,
  leftOut: (code: number, units: number) => boolean = () => false,
  named: (unit: number) => string = String,
): string[] {
  const blocks = new Map<number, number[]>();
  codes.forEach((code, unit) => {
    const members = blocks.get(code);
    if (members === undefined) blocks.set(code, [unit + 1]);
    else members.push(unit + 1);
  });
  const lines = [...blocks]
    .filter(([code, members]) => !leftOut(code, members.length))
    .map(([code, members]) => {
      const name = code > 0 ? `unit ${code}` : "zero block";
      return `${indent}${name.padEnd(12)} from ${plural(members.length, "neuron")} ${listed(members.map(named))}`;
    });
  return shortened(lines, (count) => `${indent}… ${count} more blocks`);
}
