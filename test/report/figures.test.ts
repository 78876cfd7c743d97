import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { STEPS } from "../../src/report/data/player.js";
import { claims } from "../../src/claims/registry.js";
import { ROOT, runInProcess } from "../runEquiloss.js";
import { scratchFolder } from "../scratchFolder.js";
import { Browser, CHROMIUM } from "./chromium.js";
import { fraction, subspaceCount, surjectionCount } from "./countedAgain.js";

if (CHROMIUM === undefined) process.stdout.write("\nthe report's figures: NOT RUN, there is no Chromium\n");

const folder = scratchFolder();
const SITE = join(folder, "site");
const PAGE = pathToFileURL(join(SITE, "index.html")).href;

describe.skipIf(CHROMIUM === undefined)("the figures of a report, from disk", () => {
  let browser: Browser;

  beforeAll(async () => {
    expect((await runInProcess("report", "-o", SITE)).status).toBe(0);
    browser = await Browser.start(CHROMIUM ?? "");
  });

  afterEach(() => {
    expect(browser.misdeeds).toEqual({ complaints: [], requests: [] });
  });

  afterAll(async () => {
    await browser.close();
  });

  const text = (selector: string): Promise<unknown> =>
    browser.evaluate(`document.querySelector(${JSON.stringify(selector)}).textContent`);

  /** Chooses values of a figure's fields, and waits until it is drawn. */
  async function choose(name: string, chosen: Readonly<Record<string, string>>): Promise<void> {
    await browser.evaluate(
      `{ const form = document.querySelector("#figure-${name} form");
        for (const [name, value] of ${JSON.stringify(Object.entries(chosen))}) form.elements.namedItem(name).value = value;
        form.requestSubmit(); }`,
    );
    await browser.until(`document.getElementById("figure-${name}").ariaBusy !== "true"`);
  }

  /** The value that a figure tells of the mark whose title begins with these words, pointed at. */
  async function toldOf(name: string, start: string): Promise<unknown> {
    const marked = await browser.evaluate(
      `{ document.querySelector("[data-here]")?.removeAttribute("data-here");
        const mark = [...document.querySelectorAll("#figure-${name} .plot .told")]
          .find((one) => one.querySelector("title").textContent.startsWith(${JSON.stringify(start)}));
        mark?.setAttribute("data-here", "");
        mark !== undefined; }`,
    );
    expect([start, marked]).toEqual([start, true]);
    await browser.pointAt("[data-here]");
    await browser.until(
      `document.querySelector("#figure-${name} p.told").textContent.startsWith(${JSON.stringify(start)})`,
    );
    return text(`#figure-${name} p.told`);
  }

  it("are drawn anew in the page, and tell exact values to the pointer", async () => {
    await browser.open(PAGE);
    await choose("fig6", { "r*": "7", "last m": "20", levels: "2" });
    expect(await text("#figure-fig6 h3")).toBe("Figure 6: R = G(r*−k, m)/T(r*, m) for r* = 7");
    const ratio = fraction(surjectionCount(5, 13), subspaceCount(7, 13));
    expect(await toldOf("fig6", "k = 2, m = 13: ")).toMatch(new RegExp(`, exactly ${ratio}$`));
    await choose("map", { "last r*": "5", "last h": "3", L: "3" });
    const all = [1, 2, 3, 4].reduce((sum, k) => sum + surjectionCount(k, 7), 0n);
    expect(await toldOf("map", "r* = 5, h = 2, ")).toMatch(
      new RegExp(`: R\\^2 ≈ .* R is exactly ${fraction(all, subspaceCount(5, 7))}$`),
    );
  });

  it("follow the flow of Figure 2 from a start of the reader's", async () => {
    await browser.open(PAGE);
    await choose("fig2", { w1: "5/2", w2: "-1/2" });
    // u = w1 + w2 − 3 = −1, v = w1·w2 − 2 = −13/4: g = ½(1 + 169/16), −∇g = −(u + v·w2, u + v·w1).
    expect(await toldOf("fig2", "start: ")).toBe(
      "start: w = (5/2, -1/2): L = log(1 + 185/32) ≈ 1.914, −∇L = (-20/217, 292/217)",
    );
    expect(await toldOf("fig2", "global minimum, w = (2, 1)")).toMatch(
      /log\(1 \+ 0\) ≈ 0.000, −∇L = \(0, 0\)$/,
    );
  });

  it("lead from one subspace to another, and colour chambers by their index", async () => {
    await browser.open(PAGE);
    await choose("graph", { "r, m": "1, 3", from: "1 0 -1", to: "0 -1 1" });
    expect(await text("#figure-graph .description")).toMatch(
      /shortest way, 1 0 -1 → .* → 0 -1 1\. It has \d edges/,
    );
    expect(await toldOf("graph", "step 1 of the way: ")).toMatch(/1 0 -1/);
    await choose("chambers", { rank: "1", B: "0,1,0", d_out: "2", H: "4,1,0" });
    // Three copies add 2·1 planes of either sign, and (n₊ − 1)·0 + n₋·1 positive, (n₊ − 1)·1 + n₋·0 negative.
    expect(await toldOf("chambers", "β₁ > 0, β₂ > 0, β₃ > 0: ")).toBe(
      "β₁ > 0, β₂ > 0, β₃ > 0: index 5; 6 positive, 5 negative, 2 zero eigenvalues",
    );
    expect(await toldOf("chambers", "β₁ > 0, β₂ < 0, β₃ < 0: ")).toBe(
      "β₁ > 0, β₂ < 0, β₃ < 0: index 3; 8 positive, 3 negative, 2 zero eigenvalues",
    );
    expect(await toldOf("chambers", "β₁ > 0, β₂ > 0, β₃ = 0: ")).toBe(
      "β₁ > 0, β₂ > 0, β₃ = 0: index 4; 6 positive, 4 negative, 3 zero eigenvalues",
    );
    await choose("topology", { "r, m": "2, 3" });
    expect(await text("#figure-topology .description")).toContain("H₀ = Z, H₁ = Z.");
  });

  it("play the path of the way, of constant loss in each of its segments", async () => {
    await browser.open(PAGE);
    await browser.evaluate('document.querySelector("#figure-graph button.play-way").click()');
    await browser.until('document.querySelector("#way-graph .sameness")?.classList.contains("same")');
    const [, segments = ""] =
      /so a path of (\d+) segments/.exec(String(await text("#figure-graph .description"))) ?? [];
    const last = Number(segments) * STEPS;
    await browser.until(`document.querySelector("#way-graph input[type=range]").max === "${last}"`);
    for (const step of [7, last - 1]) {
      await browser.evaluate(
        `{ const slider = document.querySelector("#way-graph input[type=range]");
          slider.value = "${step}"; slider.dispatchEvent(new Event("input")); }`,
      );
      await browser.until(`location.hash.includes("graph-way-step=${step}")`);
      expect(await browser.evaluate('document.querySelector("#way-graph .sameness").className')).toContain(
        "same",
      );
    }
    await choose("graph", { "r, m": "1, 2" });
    await browser.until(
      `document.querySelector("#way-graph input[type=range]").max === String(3 * ${STEPS})`,
    );
  });

  it("say what can't be drawn, and leave what was drawn", async () => {
    await browser.open(PAGE);
    await choose("fig6", { "r*": "1" });
    expect(await text("#figure-fig6 .refusal")).toBe(
      'Not drawn: r* is "1"; choose a whole number from 2 to 60.',
    );
    expect(await text("#figure-fig6 h3")).toContain("r* = 30");
    await choose("fig6", { "r*": "4" });
    expect(await text("#figure-fig6 .refusal")).toBe("");
  });

  it("are downloaded as SVG, PNG and CSV, as they are drawn", async () => {
    await browser.open(PAGE);
    await choose("fig6", { "r*": "4", "last m": "6", levels: "1" });
    for (const type of ["svg", "csv", "png"])
      await browser.download(`#figure-fig6 .${type}`, join(folder, `fig6.${type}`));
    expect(readFileSync(join(folder, "fig6.csv"), "utf8").split("\r\n")[1]).toBe(
      `k = 1,4,${fraction(surjectionCount(3, 4), subspaceCount(4, 4))}`,
    );
    const svg = readFileSync(join(folder, "fig6.svg"), "utf8");
    expect(svg).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
    expect(svg.match(/class="told"/g)).toHaveLength(2 * 3);
    const png = readFileSync(join(folder, "fig6.png"));
    expect(png.subarray(0, 8).toString("latin1")).toBe("\x89PNG\r\n\x1a\n");
    const [, width = ""] = / width="(\d+)"/.exec(svg) ?? [];
    expect(png.readUInt32BE(16)).toBe(2 * Number(width));
    // Not one colour alone: it compresses far less than an empty picture.
    expect(png.length).toBeGreaterThan(8000);
    await browser.download("#figure-fig5 .png", join(folder, "fig5.png"));
    expect(readFileSync(join(folder, "fig5.png")).length).toBeGreaterThan(8000);
  });

  it("are drawn as the address says, which keeps what is chosen", async () => {
    await browser.open(`${PAGE}#fig6=${encodeURIComponent("r*=9&last+m=12&parity=odd")}`);
    await browser.until('document.querySelector("#figure-fig6 h3").textContent.endsWith("r* = 9, σ odd")');
    await browser.evaluate('document.querySelector("#figure-fig6 form").elements.namedItem("r*").focus()');
    await browser.evaluate("document.activeElement.select()");
    await browser.send("Input.insertText", { text: "8" });
    await browser.press("Enter");
    await browser.until('document.querySelector("#figure-fig6 h3").textContent.endsWith("r* = 8, σ odd")');
    const hash = String(await browser.evaluate("location.hash"));
    await browser.open(`${PAGE}${hash}`);
    await browser.until('document.querySelector("#figure-fig6 h3").textContent.endsWith("r* = 8, σ odd")');
  });

  it("show what rests on what, and lead on by the keyboard", async () => {
    const id = claims.find(({ theorems = [] }) => theorems.includes("labelled_partitions_counted"))?.id ?? "";
    await browser.open(`${PAGE}#depends=${id}`);
    const drawn = async (): Promise<string[]> =>
      (await browser.evaluate(
        '[...document.querySelectorAll("#dependencies .plot a")].map((link) => decodeURIComponent(link.getAttribute("href").slice(9)))',
      )) as string[];
    await browser.until(`document.getElementById("depends-of").value === ${JSON.stringify(id)}`);
    const cited = claims.find((claim) => claim.id === id)?.theorems ?? [];
    expect((await drawn()).sort()).toEqual([id, ...cited.map((name) => `theorem-${name}`)].sort());
    await browser.evaluate('document.querySelector("#dependencies .plot").focus()');
    await browser.press("ArrowRight");
    expect(await text("#dependencies p.told")).toMatch(/^theorem \w+: /);
    await browser.press("Enter");
    await browser.until(`document.getElementById("depends-of").value !== ${JSON.stringify(id)}`);
    const theory = (await drawn()).find((one) => one.startsWith("theory-")) ?? "";
    await browser.evaluate(`location.hash = "depends=${theory}"`);
    await browser.until(`document.getElementById("depends-of").value === "${theory.slice(7)}.v"`);
    const source = readFileSync(join(ROOT, "proofs", `${theory.slice(7)}.v`), "utf8");
    const required = [...source.matchAll(/^From Equiloss(?:\.(\w+))? Require Import ([^.]*)\./gm)].flatMap(
      ([, inFolder, names = ""]) =>
        names.split(/\s+/).map((name) => `theory-${inFolder === undefined ? name : `${inFolder}/${name}`}`),
    );
    expect(required.length).toBeGreaterThan(1);
    const above = (await browser.evaluate(
      `JSON.parse(document.getElementById("data").text).dependencies.nodes.map(({ id }) => id)`,
    )) as string[];
    expect(above).toEqual(expect.arrayContaining(required));
    expect(await drawn()).toEqual(expect.arrayContaining([theory, ...required]));
    expect(await text("#dependencies svg")).toContain(`rests on ${required.length}`);
  });
});
