import { InputError } from "../../src/exact/inputError.js";

/** Numbers from a seed, by Marsaglia's xorshift. */
export function randomNumbers(seed: number): (below: number) => number {
  let state = seed | 1;
  return (below) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % below;
  };
}

/** Bytes that numbers and sizes are made of where they go wrong. */
const EXTREME = [0, 1, 2, 0x7f, 0x80, 0xfe, 0xff];

/** The bytes with one or two changes: of bits, of a byte, or of a piece that is lost, doubled or moved. */
export function mutated(bytes: Uint8Array, random: (below: number) => number): Uint8Array {
  let result = Uint8Array.from(bytes);
  for (let change = random(2); change >= 0; change--) {
    const at = random(result.length + 1);
    const piece = result.slice(at, at + 1 + random(12));
    switch (random(8)) {
      case 0:
        result = result.slice(0, at);
        break;
      case 1:
        result = joined(result.subarray(0, at), result.subarray(at + piece.length));
        break;
      case 2:
        result = joined(result.subarray(0, at), piece, result.subarray(at));
        break;
      case 3:
        result.set(
          piece.subarray(0, Math.max(0, result.length - at)),
          random(Math.max(1, result.length - 12)),
        );
        break;
      case 4:
        result[at] = EXTREME[random(EXTREME.length)] ?? 0;
        break;
      case 5:
        result = joined(result.subarray(0, at), Uint8Array.of(random(256)), result.subarray(at));
        break;
      default:
        if (at < result.length) result[at] = Number(result[at]) ^ (1 << random(8));
    }
    if (result.length === 0) return result;
  }
  return result;
}

function joined(...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const result = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    result.set(part, at);
    at += part.length;
  }
  return result;
}

/** What became of mutated files. */
export interface Outcomes {
  read: number;
  refused: number;
  /** Anything else than a network that the second reader agrees with, or one line that names the format. */
  readonly wrong: string[];
}

/** Each mutated file is refused in one line that names the format, or read as the second reader does. */
export function readMutated<Found>(
  files: readonly Uint8Array[],
  cases: number,
  format: string,
  read: (file: Uint8Array) => Found,
  disagreement: (file: Uint8Array, found: Found) => string | undefined,
): Outcomes {
  const random = randomNumbers(20_210_523);
  const outcomes: Outcomes = { read: 0, refused: 0, wrong: [] };
  for (let index = 0; index < cases; index++) {
    const original = files[index % files.length];
    if (original === undefined) throw new Error("no files to mutate");
    const file = mutated(original, random);
    const shown = `case ${index}, ${Buffer.from(file).toString("hex").slice(0, 4000)}`;
    try {
      const problem = disagreement(file, read(file));
      outcomes.read += 1;
      if (problem !== undefined) outcomes.wrong.push(`${problem}: ${shown}`);
    } catch (error) {
      outcomes.refused += 1;
      if (error instanceof InputError && isOneLine(error.message, format)) continue;
      outcomes.wrong.push(
        `${error instanceof Error ? (error.stack ?? error.message) : String(error)}: ${shown}`,
      );
    }
    if (outcomes.wrong.length > 4) return outcomes;
  }
  return outcomes;
}

/** A name in a damaged file may hold anything, so control characters are shown by their codes. */
function isOneLine(message: string, format: string): boolean {
  return message.includes(`: ${format}: `) && message.length < 2000 && !/[\n\r]/.test(message);
}
