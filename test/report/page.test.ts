import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { claims } from "../../src/claims/registry.js";
import { RECIPES } from "../../proofs/certificates/remake.js";
import { seal } from "../checker/seal.js";
import { ROOT, runInProcess } from "../runEquiloss.js";
import { scratchFolder } from "../scratchFolder.js";
import { Browser, CHROMIUM } from "./chromium.js";

if (CHROMIUM === undefined) process.stdout.write("\nthe report's page: NOT RUN, there is no Chromium\n");

const folder = scratchFolder();
const SITE = join(folder, "site");
const PAGE = pathToFileURL(join(SITE, "index.html")).href;

describe.skipIf(CHROMIUM === undefined)("the page of a report, from disk", () => {
  let browser: Browser;

  beforeAll(async () => {
    expect((await runInProcess("report", "-o", SITE)).status).toBe(0);
    browser = await Browser.start(CHROMIUM ?? "");
  });

  afterEach(() => {
    // The policy would tell of whatever it stops on the console.
    expect(browser.misdeeds).toEqual({ complaints: [], requests: [] });
  });

  afterAll(async () => {
    await browser.close();
  });

  const click = (id: string): Promise<unknown> =>
    browser.evaluate(`document.querySelector(${JSON.stringify(id)}).click()`);
  const text = (id: string): Promise<unknown> =>
    browser.evaluate(`document.querySelector(${JSON.stringify(id)}).textContent`);
  const CHECK = "#check-form button[type=submit]";

  /** The latest result, once there are as many. */
  async function result(count = 1): Promise<unknown> {
    await browser.until(`document.querySelectorAll("#results li").length === ${count}`);
    return text("#results li");
  }

  /** Chooses a file of the reader's for a claim with r and m. */
  async function choose(path: string, claim: string, r: number, m: number): Promise<void> {
    await browser.chooseFile("own", path);
    await browser.until('document.getElementById("status").textContent !== ""');
    await browser.evaluate(
      `for (const [id, value] of ${JSON.stringify([
        ["claim", claim],
        ["parameter-r", String(r)],
        ["parameter-m", String(m)],
      ])}) {
        document.getElementById(id).value = value;
        document.getElementById(id).dispatchEvent(new Event("change"));
      }`,
    );
  }

  it("shows every claim, and as not run", async () => {
    await browser.open(PAGE);
    expect(await browser.evaluate('document.querySelectorAll("details.claim").length')).toBe(claims.length);
    expect(await browser.evaluate('document.querySelectorAll(".badge.none").length')).toBe(claims.length);
    expect(await browser.evaluate('document.querySelectorAll("#results li").length')).toBe(0);
  });

  it("shows the claims that have all words, and a kind of verdict; the address keeps the words", async () => {
    const type = (words: string): Promise<unknown> =>
      browser.evaluate(`{ const field = document.getElementById("search");
        field.value = ${JSON.stringify(words)}; field.dispatchEvent(new Event("input")); }`);
    const shown = (): Promise<unknown> =>
      browser.evaluate('[...document.querySelectorAll("details.claim:not([hidden])")].map(({ id }) => id)');
    await type("Lemma 2.1 gradient");
    expect(await shown()).toContain("lem-2.1");
    expect(await text("#count")).toMatch(/^\d+ of \d+ claims$/);
    expect(await browser.evaluate("location.hash")).toBe("#filter=Lemma%202.1%20gradient");
    await type("xyzzy");
    expect(await shown()).toEqual([]);
    await browser.open(`${PAGE}#filter=lem-2.1`);
    expect(await shown()).toContain("lem-2.1");
    await type("");
    await browser.evaluate(`{ const kind = document.getElementById("kind");
      kind.value = "numeric"; kind.dispatchEvent(new Event("change")); }`);
    const numeric = await shown();
    expect(numeric).toContain("fig-6");
    expect(numeric).not.toContain("fig-1");
  });

  it("opens the claim or the theorem that the address names", async () => {
    const inView = (id: string): Promise<unknown> =>
      browser.evaluate(`{ const at = document.getElementById(${JSON.stringify(id)});
        const { top } = at.getBoundingClientRect(); at.open && top >= 0 && top < innerHeight; }`);
    for (const id of ["thm-3.1-count", "eq-6", "theorem-labelled_partitions_counted", "coq-measure"]) {
      await browser.open(`${PAGE}#${id}`);
      expect([id, await inView(id)]).toEqual([id, true]);
    }
  });

  it("checks a certificate, and rejects it once a digit is changed, with a digest that fits too", async () => {
    await browser.open(`${PAGE}#check=connected-2-3.json`);
    await click(CHECK);
    expect(await result()).toMatch(
      /^accepted connected-2-3\.json, asked for thm-3\.1-connected, r 2, m 3the 12 subspaces .* \d+ ms in this pageAccepted by code extracted from Coq too: check_connected is true of it\.$/,
    );
    await browser.evaluate(`{ const field = document.getElementById("text");
      field.value = field.value.replace('"9/4"', '"9/5"'); }`);
    await click(CHECK);
    expect(await result(2)).toMatch(
      /^rejected connected-2-3\.json, changed, .*the file was changed.*rule digest/,
    );
    await click("#seal");
    await browser.until('document.getElementById("status").textContent.startsWith("The digest fits")');
    await click(CHECK);
    expect(await result(3)).toMatch(/^rejected connected-2-3\.json, changed, .*rejected by rule (?!digest)/);
  });

  it("asks about what the reader says, not about what the certificate says", async () => {
    await browser.open(`${PAGE}#check=enumeration-2-4.json`);
    await browser.evaluate('document.getElementById("parameter-m").value = "5"');
    await click(CHECK);
    expect(await result()).toMatch(/^rejected .*m 5.*rule parameters/);
    await browser.evaluate('document.getElementById("parameter-m").value = "x"');
    await click(CHECK);
    expect(await text("#status")).toBe("Not checked: m is not a whole number from 1 on.");
    await browser.evaluate('document.getElementById("parameter-m").value = ""');
    await click(CHECK);
    expect(await text("#status")).toBe("Not checked: for thm-3.1-count you must say m.");
  });

  it("accepts every certificate of the package", async () => {
    await browser.open(PAGE);
    await click("#check-all");
    await result(RECIPES.length);
    const heads = await browser.evaluate(
      '[...document.querySelectorAll("#results li")].map(({ className }) => className)',
    );
    expect(heads).toEqual(RECIPES.map(() => "accepted"));
  });

  it("checks a file of the reader's, good or forged", async () => {
    const own = join(folder, "own.json");
    expect((await runInProcess("certify", "enumeration", "1", "3", "-o", own)).status).toBe(0);
    await browser.open(PAGE);
    await choose(own, "thm-3.1-count", 1, 3);
    await click(CHECK);
    expect(await result()).toMatch(/^accepted own\.json/);
    const { body } = JSON.parse(readFileSync(own, "utf8")) as { body: { partitions: number[][] } };
    const forged = join(folder, "forged.json");
    const partitions = [...body.partitions.slice(0, 1), ...body.partitions.slice(2)];
    writeFileSync(forged, seal("enumeration", "thm-3.1-count", { ...body, partitions }));
    await choose(forged, "thm-3.1-count", 1, 3);
    await click(CHECK);
    expect(await result(2)).toMatch(/^rejected forged\.json.*rejected by rule successor/);
  });

  it("refuses a hostile file of 50 MiB unread, stops one that takes long, and goes on", async () => {
    const [large, hostile] = [join(folder, "large.json"), join(folder, "hostile.json")];
    writeFileSync(large, `[${"[],".repeat(17_000_000)}[]]`);
    writeFileSync(hostile, `[${"[],".repeat(5_000_000)}[]]`);
    await browser.open(PAGE);
    await browser.chooseFile("own", large);
    await browser.until('document.getElementById("status").textContent.includes("not read")');
    expect(await text("#status")).toMatch(
      /^large\.json has 49 MiB, and this page takes 16 MiB at most: not read/,
    );
    await choose(hostile, "thm-3.1-count", 1, 3);
    await click(CHECK);
    await click("#stop");
    expect(await result()).toMatch(/^no verdict hostile\.json.*stopped before there was a verdict/);
    await click(CHECK);
    expect(await result(2)).toMatch(/^rejected hostile\.json.*rule shape/);
    await browser.evaluate('location.hash = "check=enumeration-1-4.json"');
    await browser.until('document.getElementById("certificate").value === "enumeration-1-4.json"');
    await click(CHECK);
    expect(await result(3)).toMatch(/^accepted enumeration-1-4\.json/);
  });

  it("tells the values of a picture to the pointer and to the arrow keys", async () => {
    await browser.open(`${PAGE}#figure-fig6`);
    await browser.evaluate('document.querySelector("#figure-fig6 .plot").focus()');
    await browser.press("ArrowRight");
    const told = await text("#figure-fig6 p.told");
    expect(told).toMatch(/^k = 1, m = 30: R ≈ \d\.\d\d·10\^\d+, exactly \d+(\/\d+)?$/);
    await browser.press("ArrowRight");
    expect(await text("#figure-fig6 p.told")).toMatch(/^k = 1, m = 31: /);
  });

  it("is reached and worked by the keyboard, with a name for every field", async () => {
    await browser.open(PAGE);
    await browser.press("Tab");
    expect(await browser.evaluate("document.activeElement.className")).toBe("skip");
    const unnamed = await browser.evaluate(
      `[...document.querySelectorAll("input, select, textarea, button, progress")]
        .filter((field) => field.labels?.length !== 1 && !field.ariaLabel && !field.textContent.trim())
        .map(({ id }) => id)`,
    );
    expect(unnamed).toEqual([]);
    const ids = (await browser.evaluate(
      '[...document.querySelectorAll("[id]")].map(({ id }) => id)',
    )) as string[];
    expect(ids.filter((id, index) => ids.indexOf(id) < index)).toEqual([]);
    const lost = await browser.evaluate(
      `[...document.querySelectorAll('a[href^="#"]')].map((link) => decodeURIComponent(link.getAttribute("href").slice(1)))
        .filter((id) => !/^(?:check|depends)=/.test(id) && document.getElementById(id) === null)`,
    );
    expect(lost).toEqual([]);
    await browser.evaluate('document.querySelector("#check-form button[type=submit]").focus()');
    await browser.press("Enter");
    expect(await result()).toMatch(/^accepted /);
  });

  it("fits on a phone, with everything open and with a run's verdicts", async () => {
    const run = join(folder, "a-run-whose-name-is-longer-than-a-phone-is-wide.json");
    const verdict = {
      kind: "exhaustive",
      held: true,
      what: "x".repeat(99),
      range: "a",
      visited: "1",
      expected: "1",
    };
    writeFileSync(
      run,
      JSON.stringify({
        format: "equiloss-verification/1",
        ...{ started: "2026-01-31T12:00:00Z", seconds: 1, ok: true, maxM: 2, seed: 1, version: "0.1.0" },
        proofs: { ran: false, reason: "switched off" },
        controls: { count: 1, refused: 1, unrefused: [] },
        claims: [{ id: "eq-6", statement: "", verdicts: [verdict] }],
      }),
    );
    const site = join(folder, "with-verdicts");
    expect((await runInProcess("report", "-o", site, "--verdicts", run)).status).toBe(0);
    const phone = { width: 390, height: 800, deviceScaleFactor: 1, mobile: true };
    await browser.send("Emulation.setDeviceMetricsOverride", phone);
    for (const page of [PAGE, pathToFileURL(join(site, "index.html")).href]) {
      await browser.open(`${page}#eq-6`);
      await browser.evaluate(
        'document.querySelectorAll("details").forEach((entry) => { entry.open = true; })',
      );
      expect(await browser.evaluate("document.documentElement.scrollWidth")).toBe(390);
    }
    await browser.send("Emulation.clearDeviceMetricsOverride");
  });
});

describe.skipIf(CHROMIUM === undefined)("what the tests of the page see", () => {
  it("is a request, and a script that the policy stops", async () => {
    const browser = await Browser.start(CHROMIUM ?? "");
    const page = readFileSync(join(SITE, "index.html"), "utf8");
    const planted = join(folder, "planted.html");
    writeFileSync(
      planted,
      page.replace(
        "</main>",
        '</main><p onclick="1">x</p><script>1</script><img src="http://localhost:9/x.png" alt="">',
      ),
    );
    await browser.open(pathToFileURL(planted).href);
    const found = browser.misdeeds.complaints.join("\n");
    expect(found).toContain("script-src");
    expect(found).toContain("img-src");
    writeFileSync(planted, `<img src="${pathToFileURL(join(ROOT, "none.png")).href}" alt="">`);
    await browser.open(pathToFileURL(planted).href);
    await browser.close();
    expect(browser.misdeeds.requests.join()).toContain("none.png");
  });
});
