/** A value as Coq prints it; a code `Label t` or `Zero z` as the program writes it: t + 1, or −z. */
export type Value = bigint | boolean | Code | readonly Value[];

/** One of the codes of a labelled partition. */
export interface Code {
  readonly code: number;
}

/**
 * Reads `expected/vectors.txt`: on each line a term, ` = ` and its value.
 *
 * @throws Error where a line is anything else, or a term comes twice.
 * @example parseVectors("last_failing = [2; 4]\n") // Map { "last_failing" => [2n, 4n] }
 */
export function parseVectors(text: string): Map<string, Value> {
  if (!text.endsWith("\n")) throw new Error("the last line of the vectors doesn't end");
  const values = new Map<string, Value>();
  for (const line of text.slice(0, -1).split("\n")) {
    const [, term = "", value = ""] = /^([\w ]+) = (.+)$/.exec(line) ?? [];
    if (term === "" || values.has(term)) throw new Error(`no term, or one that was there: ${line}`);
    values.set(term, parseValue(value));
  }
  return values;
}

function parseValue(text: string): Value {
  const reader = new Reader(text);
  const value = reader.value();
  reader.end();
  return value;
}

class Reader {
  #at = 0;

  constructor(readonly text: string) {}

  value(): Value {
    if (this.#take(/\[\]/y) !== undefined) return [];
    if (this.#take(/\[/y) !== undefined) return this.#items();
    const truth = this.#take(/true|false/y);
    if (truth !== undefined) return truth === "true";
    const label = this.#take(/Label (?=\d)/y);
    const zero = label === undefined ? this.#take(/Zero (?=\d)/y) : undefined;
    const digits = this.#take(/0|[1-9]\d*/y);
    if (digits === undefined) throw this.#unexpected();
    if (label !== undefined) return { code: Number(digits) + 1 };
    return zero === undefined ? BigInt(digits) : { code: 0 - Number(digits) };
  }

  end(): void {
    if (this.#at < this.text.length) throw this.#unexpected();
  }

  #items(): Value[] {
    const items = [this.value()];
    while (this.#take(/; /y) !== undefined) items.push(this.value());
    if (this.#take(/\]/y) === undefined) throw this.#unexpected();
    return items;
  }

  #take(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.text)?.[0];
    this.#at += found?.length ?? 0;
    return found;
  }

  #unexpected(): Error {
    return new Error(`unexpected at ${this.#at}: ${this.text.slice(this.#at, this.#at + 20)}`);
  }
}

/**
 * Facts, by name: that of a number such as `T(2, 3)`, of an enumeration, or of a pair that meets or doesn't.
 */
export type Facts = ReadonlyMap<string, string>;

/** What the vectors say, fact by fact. */
export function factsIn(text: string): Facts {
  const values = parseVectors(text);
  const entries = [...tableEntries(values)];
  // Rows and columns of meetings are in the order of the enumeration, which stands elsewhere.
  const partitions = new Map(
    entries.flatMap(({ table, size, value }) =>
      table === "enumerate_labelled_partitions" ? [[size, list(value).map(keyOf)] as const] : [],
    ),
  );
  const last = list(values.get("last_failing") ?? []);
  const facts = [
    ...entries.flatMap(({ table, size, value }) => {
      if (table === "meetings") return meetings(size, value, partitions.get(size) ?? []);
      const isList = table.startsWith("enumerate_") || table === "indices";
      const fact = isList ? bag(list(value).map(keyOf)) : plain(value);
      return [[`${table}(${size})`, fact] as const];
    }),
    ...last.map((value, index) => [`last_failing(${index + 2})`, plain(value)] as const),
  ];
  const byName = new Map(facts);
  if (byName.size < facts.length) throw new Error("the vectors say something twice");
  return byName;
}

/** What stands in a table at r and m. */
interface Entry {
  readonly table: string;
  /** As in `2, 3`. */
  readonly size: string;
  readonly value: Value;
}

/** Entries of the terms `rows <table> <first m> <last m>`: for each m a list for r = 0, ..., m. */
function* tableEntries(values: ReadonlyMap<string, Value>): Generator<Entry> {
  for (const [term, value] of values) {
    if (term === "last_failing") continue;
    const [, table, first, last] = /^rows (\w+) (\d+) (\d+)$/.exec(term) ?? [];
    if (table === undefined) throw new Error(`what does ${term} stand for?`);
    const rows = listOf(Number(last) - Number(first) + 1, value, term);
    for (const [index, row] of rows.entries()) {
      const m = Number(first) + index;
      for (const [r, entry] of listOf(m + 1, row, `${table} at m = ${m}`).entries())
        yield { table, size: `${r}, ${m}`, value: entry };
    }
  }
}

function meetings(
  size: string,
  value: Value,
  keys: readonly string[],
): (readonly [name: string, fact: string])[] {
  const rows = listOf(keys.length, value, `meetings(${size})`);
  return keys.flatMap((p, i) => {
    const row = listOf(keys.length, rows[i] ?? [], `row ${i} of meetings(${size})`);
    return keys.map((q, j) => [meeting(size, p, q), plain(row[j] ?? [])] as const);
  });
}

function list(value: Value): readonly Value[] {
  if (Array.isArray(value)) return value as readonly Value[];
  throw new Error("a single value stands where a list is due");
}

function listOf(length: number, value: Value, what: string): readonly Value[] {
  const items = list(value);
  if (items.length !== length) throw new Error(`${what}: ${items.length} entries, not ${length}`);
  return items;
}

function plain(value: Value): string {
  if (typeof value !== "object") return value.toString();
  if ("code" in value) return value.code.toString();
  throw new Error("a list stands where a single value is due");
}

const keyOf = (value: Value): string => list(value).map(plain).join(",");

/** Keys in an order that doesn't depend on the enumeration; what is there twice stays so. */
export const bag = (keys: readonly string[]): string => keys.toSorted().join(" | ");

/** Name of the fact whether the subspaces of two labelled partitions meet. */
export const meeting = (size: string, p: string, q: string): string => `meet(${size}): [${p}] and [${q}]`;

/** The first fact that only one side knows or that they disagree on, in words. */
export function firstDifference(coq: Facts, own: Facts): string | undefined {
  for (const name of new Set([...coq.keys(), ...own.keys()])) {
    const [there, here] = [coq.get(name), own.get(name)];
    if (there !== here) return `${name}: ${there ?? "nothing"} by Coq, ${here ?? "nothing"} here`;
  }
  return undefined;
}
