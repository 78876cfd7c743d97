import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { partialPath } from "../../../src/certificate/outputPlace.js";
import { endsLines } from "../../../src/cli/commands/ends/lines.js";
import { itRefuses, printed, refused } from "../runs.js";
import { scratchFolder } from "../scratch.js";

const folder = scratchFolder();
const EXAMPLE = "examples/ends.json";
const COMMITTED = "proofs/ends/judged-fig1-5.json";
const TAIL = "give shares of one and the same work";

interface Judged {
  readonly version: string;
  readonly runs: readonly { readonly seed: number; readonly verdict: { readonly kind: string } }[];
}
const judged = (file: string): Judged => JSON.parse(readFileSync(file, "utf8")) as Judged;

describe("equiloss ends", () => {
  it("tells what each run ended in", async () => {
    const lines = (await printed(`ends ${EXAMPLE}`)).split("\n");
    expect(lines).toEqual([
      "width 5, 3 runs",
      expect.stringMatching(/^ {2}seed end {7}loss ≤ {4}distance ≤ teacher ≥ from$/),
      expect.stringMatching(/^ {5}1 zero {6}\S+ +\S+ +– +Θ$/),
      expect.stringMatching(/^ {5}5 critical {2}\S+ +\S+ +0\.02902 +strict minimum$/),
      expect.stringMatching(/^ {4}44 infinity {2}\S+ +\S+ +0\.06209 +strict minimum of limit, L₂ > 0$/),
      "zero loss   1 of 3, 0.84 % to 90.58 % at 95 %; 0 of these outside Θ",
      "failures    2: 1 strict local minimum, 1 on a channel to infinity",
      "no copies   2 of 2: no two units are equal, and none is ± one of the teacher's;",
      "            0 with one within 0.01 of it",
      "",
    ]);
  });

  it("has JSON, which the committed verdicts are", async () => {
    const found = JSON.parse(await printed(`ends ${EXAMPLE} --json`)) as Judged;
    expect(found.runs).toEqual(judged(COMMITTED).runs.filter(({ seed }) => [1, 5, 44].includes(seed)));
  });

  it("writes verdicts, the same whether interrupted, in shares, or joined", async () => {
    const file = join(folder, "judged.json");
    await printed(`ends ${EXAMPLE} -o ${file}`);
    const whole = readFileSync(file, "utf8");
    expect(JSON.parse(whole)).toEqual(JSON.parse(await printed(`ends ${EXAMPLE} --from ${file} --json`)));

    const stopped = join(folder, "stopped.json");
    writeFileSync(partialPath(stopped), whole.slice(0, whole.indexOf('"seed":5') + 30));
    await printed(`ends ${EXAMPLE} -o ${stopped}`);
    expect(readFileSync(stopped, "utf8")).toBe(whole);

    const shares = ["1/2", "2/2"].map((slot, index) => ({
      slot,
      share: join(folder, `share-${index}.json`),
    }));
    for (const { slot, share } of shares) await printed(`ends ${EXAMPLE} --slot ${slot} -o ${share}`);
    expect(shares.map(({ share }) => judged(share).runs.map(({ seed }) => seed))).toEqual([[1, 44], [5]]);
    const joined = join(folder, "joined.json");
    await printed(`ends ${EXAMPLE} -o ${joined} --from ${shares.map(({ share }) => share).join(" ")}`);
    expect(readFileSync(joined, "utf8")).toBe(whole);
  });

  it("takes verdicts as they are, and judges the others", async () => {
    const some = join(folder, "some.json");
    await printed(`ends ${EXAMPLE} --slot 2/3 -o ${some}`);
    const other = readFileSync(some, "utf8").replace('"kind":"critical"', '"kind":"critical","taken":true');
    writeFileSync(some, other);
    const { runs } = JSON.parse(await printed(`ends ${EXAMPLE} --json --from ${some}`)) as Judged;
    expect(runs.map(({ seed, verdict }) => [seed, "taken" in verdict])).toEqual([
      [1, false],
      [5, true],
      [44, false],
    ]);
  });

  it("has lines of 80 columns at most, also with many copies and long reasons", () => {
    const point = {
      radius: "1/3000000",
      loss: ["1/7", "1/7"],
      nearest: ["0", "1/128"],
      fixedPoint: [],
    } as const;
    const text = endsLines({
      ...{ setting: "fig1", width: 9, ends: "", version: "" },
      runs: [
        {
          seed: 1,
          verdict: { kind: "critical", ...point, index: 12, copies: Array(30).fill([1, 2]) as number[][] },
        },
        { seed: 12345, verdict: { kind: "infinity", ...point, index: 0, slope: -1 } },
        { seed: 2, verdict: { kind: "undecided", reason: "no point is found near it, ".repeat(5) } },
        { seed: 3, verdict: { kind: "critical", ...point, index: 0, copies: [[1, 2]] } },
        { seed: 4, verdict: { kind: "critical", ...point, index: 0, copies: [[1, 2]] } },
      ],
    });
    for (const line of text.split("\n")) expect(line.length).toBeLessThanOrEqual(80);
    expect(text).toContain("failures    5: 2 local minima with copies, 1 saddle, 2 undecided");
    expect(text).toContain("no copies   0 of 5: ");
    expect(text).toContain("4 with one within 0.01 of it");
  });
});

describe("files that are refused", () => {
  const fig5 = join(folder, "fig5.json");
  writeFileSync(fig5, readFileSync(EXAMPLE, "utf8").replace('"fig1"', '"fig5"'));
  const changed = (name: string, change: (text: string) => string): string => {
    const file = join(folder, name);
    writeFileSync(file, change(readFileSync(COMMITTED, "utf8")));
    return file;
  };
  const old = changed("old.json", (text) => text.replace(/"version":"[^"]*"/, '"version":"0.0.1"'));
  const twice = changed("twice.json", (text) => text.replace('"seed":1,', '"seed":0,'));
  const wrong = changed("wrong.json", (text) => text.replace('"theta":true', '"theta":1'));
  const kind = changed("kind.json", (text) => text.replace('"kind":"zero"', '"kind":"good"'));
  const list = changed("list.json", (text) => text.replace('"kind":"zero"', '"kind":["zero"]'));
  const long = changed("long.json", (text) =>
    text.replace('"distance":"', `"distance":"${"7".repeat(1000)}`),
  );
  const mixed = changed("mixed.json", (text) => text.replace('"fig1"', '"fig1e"'));
  const short = changed("short.json", (text) => text.replace(/"codes":\[[^,]*,/, '"codes":['));
  const point = (name: string, change: (verdict: Record<string, unknown>) => object): string =>
    changed(`${name}.json`, (text) =>
      text.replace(/"verdict":(\{"kind":"critical"[^}]*\})/, (_, verdict: string) => {
        const own = JSON.parse(verdict) as Record<string, unknown>;
        return `"verdict":${JSON.stringify({ ...own, ...change(own) })}`;
      }),
    );
  const zero = (name: string, member: object): string =>
    changed(`${name}.json`, (text) =>
      text.replace('"theta":true,', `${JSON.stringify(member).slice(1, -1)},"theta":true,`),
    );
  const fifth = changed("fifth.json", (text) =>
    text.replace('"codes":[', '"codes":[5,').replace(/,[^,]*\],"signs"/, '],"signs"'),
  );
  const lost = changed("lost.json", (text) => text.replace(/"codes":\[[^\]]*\]/, '"codes":[1,2,3,3,0]'));
  const impossible: readonly (readonly [file: string, run: number, problem: string])[] = [
    [zero("loss", { loss: "5" }), 1, '"loss" is above 1/1000000000, which is called zero'],
    [zero("minus", { distance: "-1" }), 1, '"distance" is not as it should be in a verdict zero'],
    [zero("lowest", { distance: "2/4" }), 1, '"distance" is not as it should be in a verdict zero'],
    [fifth, 1, '"codes" has a unit beyond the teacher\'s 4'],
    [lost, 1, "\"codes\" doesn't have all of the teacher's 4 units"],
    [point("index", () => ({ index: 16 })), 6, '"index" is 16, and there are 10 incoming weights'],
    [
      point("negative", () => ({ radius: "-1/7" })),
      6,
      '"radius" is not as it should be in a verdict critical',
    ],
    [point("still", () => ({ radius: "0" })), 6, '"radius" is 0, which is not above 0 and up to 1/100'],
    [point("far", () => ({ radius: "1/10" })), 6, '"radius" is 1/10, which is not above 0 and up to 1/100'],
    [point("turned", () => ({ loss: ["1/7", "1/8"] })), 6, '"loss" has its lower end above the upper one'],
    [point("apart", () => ({ nearest: ["1", "0"] })), 6, '"nearest" has its lower end above the upper one'],
    [
      point("none", () => ({ nearest: undefined })),
      6,
      '"nearest" is not as it should be in a verdict critical',
    ],
    [point("few", () => ({ fixedPoint: ["1"] })), 6, '"fixedPoint" has 1 numbers, not 15'],
    [point("nobody", () => ({ copies: [] })), 6, '"copies" is not as it should be in a verdict critical'],
    [point("copies", () => ({ copies: [[1, 1]] })), 6, '"copies" is not groups of units from 1 to 5'],
    [point("sixth", () => ({ copies: [[1, 6]] })), 6, '"copies" is not groups of units from 1 to 5'],
    [point("single", () => ({ copies: [[1]] })), 6, '"copies" is not groups of units from 1 to 5'],
    [point("merged", () => ({ copies: [[1, 2]] })), 6, '"fixedPoint" has 15 numbers, not 12'],
  ];
  const cut = changed("cut.json", (text) => text.slice(0, -5));
  const ends5 = "proofs/ends/fig1-5.json";
  const { version } = judged(COMMITTED);
  const ANEW = "have it made anew by equiloss ends";

  itRefuses("ends", {
    [fig5]: `${fig5}: its runs are of fig5; give ends of fig1 or fig1e, or add --svg`,
    "examples/saddle.json":
      'examples/saddle.json: "format" is not "equiloss-ends/1"; have it made anew by equiloss train',
    [`${EXAMPLE} ${ends5} -o a.json`]: "--output: takes the verdicts on one file; give one file of ends",
    [`${EXAMPLE} -o -`]: "--output: a file of verdicts goes to a file, not to standard output; name a file",
    [`${EXAMPLE} --slot 4/4`]: "--slot: 4 is too large; give a whole number from 1 to 3, in decimal digits",
    [`${ends5} --from ${old}`]: `${old}: "version" is 0.0.1, not ${version}; ${TAIL}`,
    [`${ends5} --from ${twice}`]: `${twice}, run 2: seed 0 has two verdicts; ${ANEW}`,
    [`${ends5} --from ${COMMITTED} ${COMMITTED}`]: `${COMMITTED}: has seed 0, as ${COMMITTED} has; ${TAIL}`,
    [`${ends5} --slot 2/2 --from ${COMMITTED}`]: `${COMMITTED}: has seed 0, which is not among those asked for; ${TAIL}`,
    [`${ends5} --from ${cut}`]: `${cut}: is not JSON, or not whole; ${ANEW}`,
    [`${ends5} --from ${wrong}`]: `${wrong}, run 1: "theta" is not as it should be in a verdict zero; ${ANEW}`,
    [`${ends5} --from ${kind}`]: `${kind}, run 1: "kind" is not one of zero, critical, infinity, low, high, undecided; ${ANEW}`,
    [`${ends5} --from ${list}`]: `${list}, run 1: "kind" is not one of zero, critical, infinity, low, high, undecided; ${ANEW}`,
    [`${ends5} --from ${long}`]: `${long}, run 1: "distance" is not as it should be in a verdict zero; ${ANEW}`,
    [`${ends5} --from ${mixed}`]: `${mixed}, run 1: a verdict zero is none on an end of fig1e; ${ANEW}`,
    [`${ends5} --from ${short}`]: `${short}, run 1: not one code and one sign for each of 5 units; ${ANEW}`,
    ...Object.fromEntries(
      impossible.map(([file, run, problem]) => [
        `${ends5} --from ${file}`,
        `${file}, run ${run}: ${problem}; ${ANEW}`,
      ]),
    ),
    [`${ends5} --from ${ends5}`]: `${ends5}: "format" is not "equiloss-judged-ends/1"; ${ANEW}`,
  });

  it("tell their reasons without what a terminal would obey", async () => {
    const reason = "\u001b[31mzero loss 4 of 4\n\u202e";
    const file = changed("reason.json", (text) =>
      text.replace(/"verdict":\{[^}]*\}/, `"verdict":${JSON.stringify({ kind: "undecided", reason })}`),
    );
    const text = await printed(`ends ${ends5} --from ${file}`);
    expect(text).toMatch(/ 0 undecided \S*zero loss 4 of 4/);
    expect(text).not.toMatch(/[\u001b\u202e]/);
  });

  it("are verdicts on other ends", async () => {
    const of5 = judged(COMMITTED) as unknown as { ends: string };
    await refused(
      `ends ${EXAMPLE} --from ${COMMITTED}`,
      `${COMMITTED}: has verdicts on other ends, ${of5.ends}; leave it out of --from`,
    );
  });

  it("are partial files of other ends, which stay", async () => {
    const file = join(folder, "partial.json");
    const partial = partialPath(file);
    writeFileSync(partial, readFileSync(COMMITTED, "utf8").slice(0, 1000));
    await refused(
      `ends ${EXAMPLE} -o ${file}`,
      `${partial}: is of another command, file or version; take it away, or name another output`,
    );
    expect([existsSync(file), readFileSync(partial, "utf8").length]).toEqual([false, 1000]);
  });

  it("are partial files of another share, which stay", async () => {
    const file = join(folder, "share.json");
    const partial = partialPath(file);
    const [first = ""] = readFileSync(COMMITTED, "utf8").split("\n", 1);
    const runs = readFileSync(COMMITTED, "utf8").split("\n");
    writeFileSync(partial, [first, runs[2], runs[4]].join("\n"));
    await refused(
      `ends proofs/ends/fig1-5.json -o ${file} --slot 1/2`,
      `${partial}: has other seeds, as another share has: 1, not 0, is run 1; take it away, or name another output`,
    );
    expect([existsSync(file), existsSync(partial)]).toEqual([false, true]);
  });
});
