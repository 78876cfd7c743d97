import { describe, expect, it } from "vitest";
import { accept } from "../../src/checker/check.js";
import type { Expected } from "../../src/checker/verdict.js";
import type { Call } from "../../src/kernel/calls.js";
import { kindsFor } from "../../src/kernel/kinds.js";
import { demandWhole } from "../../src/kernel/printed.js";
import kernel from "#kernel";
import { ACCEPTED } from "../checker/corpus.js";
import { checkByKernel } from "../../src/kernel/checkByKernel.js";

interface Read {
  readonly call: Call;
  readonly body: unknown;
  readonly expected: Expected;
}

/** What the readers make of the corpus. */
async function readAll(): Promise<Read[]> {
  const found: Read[] = [];
  for (const { text, expected } of ACCEPTED) {
    if ((await checkByKernel(text, expected)).accepted !== true) continue;
    const { body } = JSON.parse(text) as { body: unknown };
    const keep = (call: Call): string => {
      found.push({ call, body, expected });
      return "";
    };
    await accept(text, expected, kindsFor(keep));
  }
  return found;
}

/** A value with one thing else: a number more, a last item less, another name; at every place of it. */
function altered(value: unknown): unknown[] {
  if (typeof value === "number") return [value + 1];
  if (typeof value === "bigint") return [value + 1n];
  if (typeof value === "string") return [`${value}'`];
  if (Array.isArray(value)) {
    const items: readonly unknown[] = value;
    const shorter = items.length === 0 ? [] : [items.slice(0, -1)];
    const inside = items.flatMap((item, place) => altered(item).map((other) => items.with(place, other)));
    return [...shorter, ...inside];
  }
  const members = value as Readonly<Record<string, unknown>>;
  return Object.entries(members).flatMap(([key, item]) =>
    altered(item).map((other) => ({ ...members, [key]: other })),
  );
}

const isWhole = ({ call, body, expected }: Read): boolean => {
  try {
    demandWhole(call, body, expected);
    return true;
  } catch {
    return false;
  }
};

describe("what was read of a certificate", async () => {
  const all = await readAll();

  it("is written as it was, for every function", () => {
    expect(new Set(all.map(({ call }) => call.name))).toEqual(new Set(Object.keys(kernel)));
    expect(all.filter((read) => !isWhole(read))).toEqual([]);
  });

  it.each(Object.keys(kernel))("is seen to be altered, wherever that is: %s", (name) => {
    const some = all.filter(({ call }) => call.name === name).slice(0, 4);
    let seen = 0;
    for (const { call, ...rest } of some) {
      const given: readonly unknown[] = call.arguments;
      for (const other of altered(given)) {
        const wrong = { name: call.name, arguments: other } as unknown as Call;
        if ((other as readonly unknown[]).length !== given.length) continue;
        expect([name, other, isWhole({ call: wrong, ...rest })]).toEqual([name, other, false]);
        seen += 1;
      }
    }
    expect(seen).toBeGreaterThan(10);
  });

  it("must be about the claim, and what the caller gives", () => {
    const path = all.find(({ call }) => call.name === "check_path");
    const layered = all.find(({ call }) => call.name === "check_layered_path");
    const instance = all.find(({ call }) => call.name === "check_critical_instance");
    for (const [read, other] of [
      [path, { claim: "ext-geodesic" }],
      [path, { to: { incoming: [["9"]], outgoing: [["9"]] } }],
      [path, { m: 77 }],
      [layered, { from: { biases: [], weights: [] } }],
      [instance, { claim: "cooper-2.4" }],
    ] as const) {
      if (read === undefined) throw new Error("the corpus has none");
      const expected = { ...read.expected, ...other } as Expected;
      expect([other, isWhole({ ...read, expected })]).toEqual([other, false]);
    }
  });
});

describe("a reader that loses something", () => {
  it("is a mistake of this program, which ends with an error", async () => {
    const { text, expected } = ACCEPTED.find(({ name }) => name === "enumeration-1-4") ?? {
      text: "",
      expected: { claim: "" },
    };
    const lossy = kindsFor((call) => {
      demandWhole(
        { ...call, arguments: [1, 4, []] } as Call,
        (JSON.parse(text) as { body: unknown }).body,
        expected,
      );
      return "";
    });
    await expect(accept(text, expected, lossy)).rejects.toThrow("something else than the certificate");
  });
});
