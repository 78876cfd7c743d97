import type { NamedTensor } from "../../../src/formats/namedTensor.js";

/** A fraction of integers, not in lowest terms. */
type Fraction = readonly [above: bigint, below: bigint];

/**
 * A second reader of CSV files, for tests: it goes through the text character by character, and reads numbers
 * digit by digit. Undefined if it finds the same array; else what is wrong.
 */
export function disagreement(text: string, { shape, numbers }: NamedTensor): string | undefined {
  const rows = rowsIn(text);
  const [first] = rows;
  if (first === undefined) return "no rows";
  if (rows.some(({ length }) => length !== first.length)) return "ragged";
  if (shape.join() !== [rows.length, first.length].join()) return `another shape than ${rows.length}`;
  const values = rows.flat().map(valueOf);
  const same = values.every(([above, below], index) => {
    if (numbers.type === "rational") {
      const { numerator, denominator } = numbers.values[index] ?? { numerator: 0n, denominator: 0n };
      return numerator * below === denominator * above;
    }
    const [n, d] = fractionOf(Number(numbers.values[index]));
    return n * below === d * above;
  });
  return same ? undefined : "another number";
}

function rowsIn(text: string): string[][] {
  const rows: string[][] = [];
  for (const line of text.replaceAll("\r\n", "\n").split("\n")) {
    const content = line.trim();
    if (content === "" || content.startsWith("#")) continue;
    rows.push([content]);
  }
  const [[first = ""] = []] = rows;
  const mark = first.includes(",") ? "," : first.includes(";") ? ";" : " ";
  return rows.map(([content = ""]) => {
    const cells = [""];
    for (const character of content) {
      const isBlank = character === " " || character === "\t";
      if (character === mark || (mark === " " && isBlank)) {
        if (mark !== " " || cells.at(-1) !== "") cells.push("");
      } else cells.push(`${cells.pop() ?? ""}${character}`);
    }
    return cells.map((cell) => cell.trim());
  });
}

/** The value of a number, its digits taken one by one. */
function valueOf(cell: string): Fraction {
  const [left = "", right] = cell.split("/");
  if (right !== undefined) return [BigInt(left), BigInt(right)];
  const isHexadecimal = /x/i.test(cell);
  const base = isHexadecimal ? 16n : 10n;
  const [mantissa = "", exponent = "0"] = cell.toLowerCase().split(isHexadecimal ? "p" : "e");
  let [above, below, isBehind] = [0n, 1n, false];
  for (const character of mantissa.replace(/^[-+]?(?:0x)?/, "")) {
    if (character === ".") isBehind = true;
    else {
      above = above * base + BigInt(Number.parseInt(character, 16));
      if (isBehind) below *= base;
    }
  }
  const power = Number(exponent);
  const scale = (isHexadecimal ? 2n : 10n) ** BigInt(Math.abs(power));
  const sign = mantissa.startsWith("-") ? -1n : 1n;
  return power < 0 ? [sign * above, below * scale] : [sign * above * scale, below];
}

/** A double, doubled until it is an integer. */
function fractionOf(double: number): Fraction {
  let [value, below] = [double, 1n];
  while (!Number.isInteger(value)) {
    value *= 2;
    below *= 2n;
  }
  return [BigInt(value), below];
}
