import { createHash } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { RECIPES } from "../../../proofs/certificates/remake.js";
import { claims } from "../../../src/claims/registry.js";
import { PARAMETERS_OF } from "../../../src/cli/commands/check/parameters.js";
import { dependenciesOf } from "../../../src/cli/commands/report/dependencies.js";
import { folderEdges } from "../../../src/cli/commands/report/folderPicture.js";
import { meaningsIn } from "../../../src/cli/commands/report/site.js";
import { restsOn } from "../../../src/cli/commands/report/theorems.js";
import type { CheckData } from "../../../src/report/data/checkData.js";
import { ROOT } from "../../runEquiloss.js";
import { fewControlsInProcess } from "../planted.js";
import { itRefuses, printed, printedJson, typed } from "../runs.js";
import { scratchFolder, textOf } from "../scratch.js";

const folder = scratchFolder();
const SITE = join(folder, "site");
const pageOf = (site: string): string => readFileSync(join(site, "index.html"), "utf8");
/** What a reader of the page sees, without marks. */
const wordsOf = (html: string): string =>
  html
    .replace(/<script[\s\S]*?<\/script>|<style>[\s\S]*?<\/style>|<[^>]*>/g, " ")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&amp;", "&")
    .replace(/\s+/g, " ");

let page = "";

beforeAll(async () => {
  expect(await printedJson(`report -o ${SITE} --json`)).toMatchObject({
    folder: SITE,
    claims: claims.length,
    certificates: RECIPES.length,
  });
  page = pageOf(SITE);
});

describe("equiloss report", () => {
  it("has every claim as it is, with the text of each theorem that it cites", () => {
    const words = wordsOf(page);
    const plain = (text: string): string => text.replace(/\s+/g, " ").trim();
    for (const {
      id,
      title,
      source,
      statement,
      hypotheses,
      argument,
      limits,
      provedInPart,
      theorems,
    } of claims) {
      const own = new RegExp(
        `<details id="${id.replaceAll(".", "\\.")}" class="claim"[\\s\\S]*?(?=class="claim"|id="meanings")`,
      );
      const entry = wordsOf(own.exec(page)?.[0] ?? "");
      const parts = [title, source, statement, argument, limits, provedInPart?.leavesOpen, ...hypotheses];
      for (const part of parts) if (part !== undefined) expect(entry).toContain(plain(part));
      for (const theorem of theorems ?? []) {
        expect(entry).toContain(` ${theorem} : `);
        expect(page).toContain(`id="theorem-${theorem}"`);
      }
    }
    expect(words).toContain("Definition LabelledPartitionsCounted : Prop :=");
    expect(words).not.toContain("Verdicts of the run");
  });

  it("shows what is refuted of the text, evaluated for the page", () => {
    const refuted = claims.flatMap(({ evidence }) =>
      evidence.filter(({ kind }) => kind === "refuted as stated"),
    );
    expect(page.match(/class="refutation"/g)?.length).toBe(refuted.length);
    expect(wordsOf(page)).toContain("the displayed formula gives 49");
  });

  it("lets nothing run but its script, by its digest, and has no handlers and no addresses elsewhere", () => {
    const [, policy = ""] = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(page) ?? [];
    const scripts = [...page.matchAll(/<script>([\s\S]*?)<\/script>/g)].map(([, script = ""]) => script);
    const digest = (text: string): string => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
    expect(scripts).toEqual([readFileSync(join(ROOT, "dist/report/page.js"), "utf8")]);
    const [, style = ""] = /<style>([\s\S]*?)<\/style>/.exec(page) ?? [];
    expect(policy.split("; ")).toEqual([
      "default-src 'none'",
      `script-src ${digest(scripts.join())}`,
      `style-src ${digest(style)}`,
      "img-src data:",
      "worker-src blob:",
      "base-uri 'none'",
      "form-action 'none'",
    ]);
    const html = page.replace(/<script[\s\S]*?<\/script>/g, "");
    expect(html).not.toMatch(/<[^>]* (?:on\w+|style)=/);
    expect(html).not.toMatch(/ (?:src|href|action)="(?!#|data:|figures\/)/);
    expect(readdirSync(SITE).sort()).toEqual([
      "certificates",
      "claims.md",
      "equiloss-report.json",
      "figures",
      "index.html",
    ]);
    expect(Buffer.byteLength(page)).toBeLessThan(3 * 2 ** 20);
  });

  it("offers every certificate, and asks for each claim what `check` does", () => {
    const [, json = ""] = /<script type="application\/json" id="data">([\s\S]*?)<\/script>/.exec(page) ?? [];
    const data = JSON.parse(json) as CheckData;
    expect(data.certificates.map(({ file }) => file).sort()).toEqual(RECIPES.map(({ file }) => file).sort());
    for (const { file, text } of data.certificates) {
      expect(text).toBe(textOf(`proofs/certificates/${file}`));
      expect(readFileSync(join(SITE, "certificates", file), "utf8")).toBe(text);
    }
    expect(data.questions.map(({ claim }) => claim)).toEqual([...PARAMETERS_OF.keys()]);
    for (const { claim, needed, allowed, hasFormula } of data.questions) {
      const all = hasFormula ? [...allowed, "activation"] : allowed;
      expect([claim, needed, [...all].sort()]).toEqual([
        claim,
        PARAMETERS_OF.get(claim)?.needed,
        [...(PARAMETERS_OF.get(claim)?.allowed ?? [])].sort(),
      ]);
    }
  });

  it("draws pictures whose marks say their values, and has these as tables", () => {
    const figure = (name: string): string => readFileSync(join(SITE, "figures", name), "utf8");
    const ratios = figure("fig6.csv").trim().split("\r\n");
    expect(ratios).toHaveLength(1 + 4 * 91);
    const titles = [
      ...figure("fig6.svg").matchAll(/<title>k = 1, m = (\d+): R ≈ [^,]*, exactly ([\d/]+)<\/title>/g),
    ];
    expect(titles.map(([, m, ratio]) => `k = 1,${m ?? ""},${ratio ?? ""}`)).toEqual(ratios.slice(1, 92));
    expect(figure("regimes.csv")).toContain("all levels together: R < 1,30,42\r\n");
    expect(figure("fig1.svg").match(/class="told"/g)).toHaveLength(400);
    expect(figure("fig1.csv").trim().split("\r\n")).toHaveLength(401);
    expect(figure("graph.svg").match(/<title>\d \d \d meets 2: [^<]*<\/title>/g)).toHaveLength(12);
    expect(
      figure("graph.svg").match(/<title>(?:step \d of the way: )?\d \d \d meets \d \d \d<\/title>/g),
    ).toHaveLength(12);
    for (const name of readdirSync(join(SITE, "figures")).filter((file) => file.endsWith(".svg")))
      expect(figure(name)).toContain("</svg>");
  });

  it("has the claims in brief in Markdown, each in a row and under a heading", () => {
    const markdown = readFileSync(join(SITE, "claims.md"), "utf8");
    const rows = markdown.match(/^\| \[.*\|$/gm)?.map((row) => /^\| \[([^\]]*)\]/.exec(row)?.[1]);
    expect(rows).toEqual(claims.map(({ id }) => id));
    expect(markdown.match(/^## (?!Figures)(.*)$/gm)).toEqual(claims.map(({ id }) => `## ${id}`));
    // A bar that isn't escaped would end a cell.
    for (const row of markdown.match(/^\| .*$/gm) ?? []) expect(row.match(/(?<!\\)\|/g)).toHaveLength(5);
    expect(markdown).toContain("No run was given");
    expect(markdown).toContain("- refuted as stated: ");
    for (const [, file = ""] of markdown.matchAll(/\((figures\/[^)]*)\)/g))
      expect([file, existsSync(join(SITE, file))]).toEqual([file, true]);
  });

  it("tells what rests on what, as the files of the proofs say", () => {
    const rows = readFileSync(join(SITE, "figures", "dependencies.csv"), "utf8")
      .trim()
      .split("\r\n")
      .slice(1);
    const below = (kind: string, name: string, of: string): string[] =>
      rows.flatMap((row) => {
        const [fromKind, from, toKind, to = ""] = row.split(",");
        return fromKind === kind && from === name && toKind === of ? [to] : [];
      });
    for (const { id, theorems = [] } of claims) expect(below("claim", id, "theorem")).toEqual(theorems);
    const theories = readdirSync(join(ROOT, "proofs"), { recursive: true, encoding: "utf8" })
      .filter((file) => file.includes("/") && file.endsWith(".v"))
      .map((file) => file.replaceAll("\\", "/"));
    expect(theories.length).toBeGreaterThan(100);
    for (const theory of theories) {
      const required = [
        ...textOf(`proofs/${theory}`).matchAll(
          /^From Equiloss(?:\.(\w+))? Require (?:Import |Export )?([^.]*)\./gm,
        ),
      ].flatMap(([, inFolder, names = ""]) =>
        names.split(/\s+/).map((name) => `${inFolder === undefined ? name : `${inFolder}/${name}`}.v`),
      );
      expect([theory, below("theory", theory, "theory").sort()]).toEqual([
        theory,
        [...new Set(required)].sort(),
      ]);
    }
  });

  it("is made anew where it was, and says so in lines for a person", async () => {
    const text = await printed(`report -o ${SITE}`);
    expect(text).toMatch(
      /^\S+: \d+ claims, \d+ theorems, no verdicts: see --verdicts; \d+ files, \d+ bytes\n/,
    );
    expect(pageOf(SITE)).toBe(page);
    expect(readdirSync(folder).filter((name) => name.includes("equiloss-"))).toEqual([]);
  });
});

describe("the verdicts of a run", () => {
  const file = join(folder, "claims.json");
  let run: { readonly claims: readonly Record<string, unknown>[] };

  beforeAll(async () => {
    const { stdout } = await fewControlsInProcess(
      {},
      ..."verify eq-6 lem-2.1 --max-m 2 --proofs off --json".split(" "),
    );
    writeFileSync(file, stdout);
    run = JSON.parse(stdout) as typeof run;
  });

  it("are shown as those of that run, and those of other claims as not in it", async () => {
    const site = join(folder, "with-verdicts");
    await printed(`report -o ${site} --verdicts ${file}`);
    const words = wordsOf(pageOf(site));
    const digest = createHash("sha256").update(readFileSync(file)).digest("hex");
    expect(words).toContain(`${file} tells: begun at 20`);
    expect(words).toContain(`sha256 of the file: ${digest}`);
    expect(words).toContain("proofs: NOT RUN");
    expect(words.match(/Verdicts of the run /g)).toHaveLength(2);
    expect(words.match(/This claim was not in the run\./g)).toHaveLength(claims.length - 2);
    expect(words).not.toContain("Not run here.");
  });

  it("show failures, and that a claim had another statement", async () => {
    const changed = run.claims.map((claim) => ({
      ...claim,
      statement: "1 < 0",
      verdicts: [{ kind: "exhaustive", held: false, what: "a <b>", range: "c", visited: "1", expected: "2" }],
    }));
    writeFileSync(join(folder, "failed.json"), JSON.stringify({ ...run, ok: false, claims: changed }));
    const site = join(folder, "failed");
    await printed(`report -o ${site} --verdicts ${join(folder, "failed.json")}`);
    const html = pageOf(site);
    expect(html).toContain('<span class="badge failed">FAILED exhaustive 1</span>');
    const markdown = readFileSync(join(site, "claims.md"), "utf8");
    expect(markdown.match(/^\| \[.*FAILED exhaustive 1 \|/gm)).toHaveLength(2);
    expect(markdown).toContain("- FAILED exhaustive 1: a &lt;b\\>; c; 1 of 2 cases");
    expect(html).toContain("a &lt;b&gt;; c; 1 of 2 cases");
    expect(wordsOf(html)).toContain("The run was about another statement: 1 < 0");
  });

  const REPAIR = "give what equiloss verify --json printed, as a whole";
  const verdict = { kind: "exhaustive", held: true, what: "a", range: "c", visited: "1", expected: "1" };
  const RUN = {
    format: "equiloss-verification/1",
    started: "",
    version: "0.1.0",
    maxM: 2,
    seed: 1,
    ok: true,
    proofs: { ran: false, reason: "" },
    controls: { count: 1, refused: 1, unrefused: [] },
    claims: [{ id: "eq-6", statement: "", verdicts: [verdict] }],
  };
  const withVerdict = (change: object): object => ({
    ...RUN,
    claims: [{ id: "eq-6", statement: "", verdicts: [{ ...verdict, ...change }] }],
  });
  const damaged: readonly (readonly [object, string])[] = [
    [{ ...RUN, format: "equiloss-claims/1" }, '"format" is not "equiloss-verification/1"'],
    [{ ...RUN, started: undefined }, 'lacks "started"'],
    [{ ...RUN, maxM: "2" }, 'lacks "maxM"'],
    [{ ...RUN, ok: 1 }, 'lacks "ok"'],
    [{ ...RUN, proofs: { ran: true, by: "Coq" } }, "lacks what the proofs left out"],
    [{ ...RUN, claims: {} }, '"claims" is not a list'],
    [{ ...RUN, claims: [] }, "has no claims"],
    [withVerdict({ held: false }), '"ok" is true, though a verdict failed'],
    [
      { ...RUN, claims: [{ id: "eq-6", statement: "", verdicts: [] }] },
      ', claim "eq-6": "verdicts" is not a list of some',
    ],
    [withVerdict({ kind: "good" }), ', claim "eq-6": has a verdict of no known kind'],
    [withVerdict({ kind: "toString" }), ', claim "eq-6": has a verdict of no known kind'],
    [withVerdict({ visited: 1 }), ', claim "eq-6": a verdict exhaustive lacks a text'],
    [withVerdict({ held: "yes" }), ', claim "eq-6": a verdict exhaustive lacks "held"'],
    [
      withVerdict({ kind: "refuted as stated", corrected: "b" }),
      ', claim "eq-6": a refutation lacks its example',
    ],
    [withVerdict({ kind: "numeric", cases: "1", seed: 1, error: "1" }), ', claim "eq-6": a number is none'],
  ];
  mkdirSync(join(folder, "damaged"));
  const refusals = damaged.map(([value, problem], index) => {
    const path = join(folder, "damaged", `${index}.json`);
    writeFileSync(path, JSON.stringify(value));
    const place = problem.startsWith(",") ? `${path}${problem}` : `${path}: ${problem}`;
    return [`-o ${join(folder, "none")} --verdicts ${path}`, `${place}; ${REPAIR}`] as const;
  });
  itRefuses("report", Object.fromEntries(refusals));

  it("that are refused leave no report", () => {
    expect(existsSync(join(folder, "none"))).toBe(false);
  });
});

describe("the folder of a report", () => {
  const place = (name: string): string => join(folder, name);
  mkdirSync(place("other"));
  writeFileSync(join(place("other"), "a.txt"), "");
  mkdirSync(place("forged"));
  writeFileSync(join(place("forged"), "equiloss-report.json"), "{}");
  mkdirSync(join(place("hollow"), "a", "b"), { recursive: true });
  writeFileSync(place("file"), "");
  symlinkSync(place("other"), place("link"));
  itRefuses("report", {
    "": "required option '-o, --output <folder>' not specified; see equiloss report --help",
    "-o -": "--output: a report goes to a folder; name one",
    [`-o ${place("other")}`]: `${place("other")}: is a folder that holds something else than a report; name a new folder`,
    [`-o ${place("hollow")}`]: `${place("hollow")}: is a folder that holds something else than a report; name a new folder`,
    [`-o ${place("forged")}`]: `${place("forged")}: its equiloss-report.json is not one of a report; name a new folder`,
    [`-o ${place("file")}`]: `${place("file")}: is not a folder; name a new folder`,
    [`-o ${place("link")}`]: `${place("link")}: is not a folder; name a new folder`,
    [`-o ${place("no/site")}`]: `${place("no/site")}: there is no folder to put it in; make that, or name another`,
  });

  it("is not replaced once somebody put a file into it, and is empty beforehand, or new", async () => {
    mkdirSync(place("empty"));
    await printed(`report -o ${place("empty")}`);
    writeFileSync(join(place("empty"), "figures", "mine.txt"), "mine");
    const { status, stderr } = await typed(`report -o ${place("empty")}`);
    expect(status).toBe(2);
    expect(stderr).toContain(
      `${place("empty")}: holds figures/mine.txt, which is not of the report; take it away, or name a new folder`,
    );
    expect(readFileSync(join(place("empty"), "figures", "mine.txt"), "utf8")).toBe("mine");
    rmSync(place("empty"), { recursive: true });
  });
});

describe("what a report derives", () => {
  const theory = (name: string, ...requires: string[]) => ({ name, source: "", requires });
  const theories = [
    theory("Statements"),
    theory("A/X", "Statements"),
    theory("B/Y", "A/X"),
    theory("B/Z", "B/Y", "A/X"),
  ];

  it("is all that a theory rests on", () => {
    const byName = new Map(theories.map((one) => [one.name, one]));
    expect(restsOn("B/Z", byName)).toEqual(["Statements", "A/X", "B/Y"]);
    expect(restsOn("Statements", byName)).toEqual([]);
  });

  it("is what rests on what, and nothing that isn't there", () => {
    const claim = { id: "c", title: "C", theorems: ["t"] };
    const theorem = { theorem: "t", statement: "T", says: "", uses: ["d"], theory: "A/X" };
    const parts = { claims: [claim], theorems: [theorem], definitions: [{ name: "d", uses: [] }] };
    type Parts = Parameters<typeof dependenciesOf>[0];
    const { nodes, edges } = dependenciesOf(parts as unknown as Parts, { theories });
    const idOf = (place: number): string => nodes[place]?.id ?? "";
    expect(edges.map(([from, to]) => `${idOf(from)} > ${idOf(to)}`)).toEqual([
      "c > theorem-t",
      "theorem-t > coq-d",
      "theorem-t > theory-A/X",
      "theory-A/X > theory-Statements",
      "theory-B/Y > theory-A/X",
      "theory-B/Z > theory-B/Y",
      "theory-B/Z > theory-A/X",
    ]);
    const dangling = { ...parts, claims: [{ ...claim, theorems: ["u"] }] };
    expect(() => dependenciesOf(dangling as unknown as Parts, { theories })).toThrow(
      "theorem-u is named, and is not there",
    );
  });

  it("is which folders require which", () => {
    expect(folderEdges({ theories })).toEqual([
      ["A", "Statements"],
      ["B", "A"],
    ]);
  });

  it("is what badges mean, as the page of verdicts says", () => {
    const meanings = meaningsIn(textOf("docs/verdicts.md"));
    expect(meanings.length).toBe(textOf("docs/verdicts.md").match(/^- `/gm)?.length);
    expect(meanings[0]).toEqual([
      "`proved, 4 theorems, no axioms`",
      expect.stringMatching(/^Coq accepted .* or `markdown`\.$/),
    ]);
    expect(() => meaningsIn("nothing")).toThrow("explains no verdict");
  });
});
