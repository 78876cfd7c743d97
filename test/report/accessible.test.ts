import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ROOT, runInProcess } from "../runEquiloss.js";
import { scratchFolder } from "../scratchFolder.js";
import { Browser, CHROMIUM } from "./chromium.js";

if (CHROMIUM === undefined)
  process.stdout.write("\nwho can use the report's page: NOT RUN, there is no Chromium\n");

const folder = scratchFolder();
const SITE = join(folder, "site");
const PAGE = pathToFileURL(join(SITE, "index.html")).href;
const AXE = readFileSync(join(ROOT, "node_modules/axe-core/axe.min.js"), "utf8");

describe.skipIf(CHROMIUM === undefined)("the page of a report, by axe", () => {
  let browser: Browser;

  beforeAll(async () => {
    expect((await runInProcess("report", "-o", SITE)).status).toBe(0);
    browser = await Browser.start(CHROMIUM ?? "");
  });

  afterAll(async () => {
    await browser.close();
  });

  /** Rules that axe finds broken in parts of the page, each with where. */
  async function broken(parts: readonly string[], ...but: readonly string[]): Promise<unknown> {
    if ((await browser.evaluate("typeof axe")) === "undefined") await browser.evaluate(`${AXE}; 0`);
    return browser.evaluate(
      `axe.run(${JSON.stringify({ include: parts, exclude: but })}, { resultTypes: ["violations"] })
        .then(({ violations }) => violations.map(({ id, nodes }) => id + ": " + nodes.slice(0, 3).map(({ html }) => html.slice(0, 99)).join()))`,
    );
  }

  async function look(scheme: "light" | "dark", width: number): Promise<void> {
    const phone = { width, height: 800, deviceScaleFactor: 1, mobile: width < 500 };
    await browser.send("Emulation.setDeviceMetricsOverride", phone);
    await browser.send("Emulation.setEmulatedMedia", {
      features: [{ name: "prefers-color-scheme", value: scheme }],
    });
  }

  it("breaks no rule at first, light, and dark on a phone", async () => {
    await look("light", 1000);
    await browser.open(PAGE);
    expect(await broken(["html"])).toEqual([]);
    await look("dark", 390);
    await browser.open(PAGE);
    // Pictures are the same in the dark, on white.
    expect(await broken(["html"], ".plot svg")).toEqual([]);
  });

  it.each(["light", "dark"] as const)(
    "breaks none once entries are open and things are done, %s",
    async (scheme) => {
      await look(scheme, 390);
      await browser.open(`${PAGE}#check=connected-2-3.json`);
      await browser.evaluate(
        `for (const id of ["thm-3.1-count", "eq-6", "theorem-labelled_partitions_counted", "coq-measure", "meanings"])
        document.getElementById(id).open = true;
       document.querySelectorAll("#thm-3\\\\.1-count details").forEach((entry) => { entry.open = true; });`,
      );
      const check = 'document.querySelector("#check-form button[type=submit]").click()';
      await browser.evaluate(check);
      await browser.until('document.querySelectorAll("#results li").length === 1');
      await browser.evaluate(`document.getElementById("parameter-m").value = "4"; ${check}`);
      await browser.until('document.querySelectorAll("#results li").length === 2');
      await browser.evaluate(
        `{ const form = document.querySelector("#figure-topology form");
        form.elements.namedItem("r, m").value = "2, 3"; form.requestSubmit();
        const other = document.querySelector("#figure-chambers form");
        other.elements.namedItem("rank").value = "x"; other.requestSubmit();
        document.querySelector("#figure-graph button.play-way").click(); }`,
      );
      await browser.until('document.querySelector("#figure-chambers .refusal").textContent !== ""');
      await browser.until('document.querySelector("#way-graph .sameness")?.classList.contains("same")');
      // The other pictures have thousands of marks, which take axe long.
      await browser.evaluate(
        'document.querySelectorAll("#figures svg, #figure-theories svg").forEach((svg) => svg.closest("#figure-topology, #figure-chambers, #figure-graph") ?? svg.remove())',
      );
      expect(
        await broken([
          ...["#thm-3\\.1-count", "#eq-6", "#meanings", "#check", "#figure-topology", "#figure-chambers"],
          ...["#figure-graph", "#theorem-labelled_partitions_counted", "#coq-measure", "#dependencies"],
        ]),
      ).toEqual([]);
      expect(await browser.evaluate("document.documentElement.scrollWidth")).toBe(390);
    },
  );

  it("would be seen to break rules", async () => {
    const planted = join(folder, "planted.html");
    writeFileSync(planted, '<title>x</title><div id="planted"><input><img src="data:,"></div>');
    await browser.open(pathToFileURL(planted).href);
    const found = String(await broken(["#planted"]));
    expect(found).toContain("image-alt: ");
    expect(found).toContain("label: ");
  });

  it("is worked by the keyboard alone: links, fields, figures and what rests on what follow one another", async () => {
    await look("light", 1000);
    await browser.open(PAGE);
    await browser.evaluate('document.querySelector("#figure-fig2 h3").scrollIntoView()');
    await browser.evaluate('document.querySelector("#figure-fig2 form").elements.namedItem("w1").focus()');
    const steps: unknown[] = [];
    for (let step = 0; step < 7; step += 1) {
      await browser.press("Tab");
      steps.push(
        await browser.evaluate(
          `{ const { tagName, className, name } = document.activeElement;
            const { outlineStyle } = getComputedStyle(document.activeElement);
            [tagName, name || className, outlineStyle].join(" "); }`,
        ),
      );
    }
    expect(steps).toEqual([
      "INPUT w2 solid",
      "BUTTON  solid",
      "DIV plot solid",
      "A svg solid",
      "BUTTON png solid",
      "A csv solid",
      "SELECT r, m solid",
    ]);
  });
});
