import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { zipSync } from "fflate";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { ROOT, runInProcess } from "../runEquiloss.js";
import { scratchFolder } from "../scratchFolder.js";
import { Browser, CHROMIUM } from "./chromium.js";

if (CHROMIUM === undefined) process.stdout.write("\nnetworks in the page: NOT RUN, there is no Chromium\n");

const folder = scratchFolder();
const SITE = join(folder, "site");
const PAGE = pathToFileURL(join(SITE, "index.html")).href;

/** In how many steps the page plays a segment, and how many inputs of its line have a mark. */
const [STEPS, INPUTS] = [24, 41];

/** Of one input: three neurons and four that compute the same, and one of another function. */
const [FROM, TO, OTHER] = ["from.json", "to.json", "other.json"].map((name) => join(folder, name)) as [
  string,
  string,
  string,
];
const network = (incoming: readonly number[], outgoing: readonly number[]): string =>
  JSON.stringify({
    format: "equiloss-network/1",
    weights: [incoming.map((weight) => [String(weight)]), [outgoing.map(String)]],
  });
/** max(0,2x)·3 − max(0,−x)·5, in two ways. */
writeFileSync(FROM, network([2, 2, -1], [1, 2, -5]));
writeFileSync(TO, network([-1, 4, 2], [-5, 0, 3]));
writeFileSync(OTHER, network([-1, 4, 2], [-5, 1, 3]));

/** What a frame of the player shows. */
interface Seen {
  readonly step: number;
  readonly weights: readonly string[];
  readonly inputs: readonly string[];
  readonly values: readonly string[];
  readonly first: string;
  readonly now: string;
  readonly verdict: string;
  readonly words: string;
}

/** Reads what the player shows, in the page. */
const SEEN = `(() => {
  const all = (selector) => [...document.querySelectorAll("#path " + selector)];
  const data = (selector, name) => all(selector).map((mark) => mark.dataset[name]);
  const [sameness] = all(".sameness");
  return {
    step: Number(all("input[type=range]")[0].value),
    weights: data(".graph.now .weight", "value"),
    inputs: data(".value", "input"),
    values: data(".value", "value"),
    first: all(".first polyline")[0].getAttribute("points"),
    now: all(".now polyline")[0].getAttribute("points"),
    verdict: sameness.classList.contains("same") ? "same" : sameness.classList.contains("other") ? "other" : "",
    words: sameness.textContent,
  };
})()`;

describe.skipIf(CHROMIUM === undefined)("networks in the page of a report", () => {
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
  const click = (selector: string): Promise<unknown> =>
    browser.evaluate(`document.querySelector(${JSON.stringify(selector)}).click()`);
  const choose = (id: string, value: string): Promise<unknown> =>
    browser.evaluate(`{ const field = document.getElementById(${JSON.stringify(id)});
      field.value = ${JSON.stringify(value)}; field.dispatchEvent(new Event("change")); }`);
  const seen = (): Promise<Seen> => browser.evaluate(SEEN) as Promise<Seen>;
  const EXAMINE = "#networks-form button[type=submit]";

  async function examined(): Promise<void> {
    await click(EXAMINE);
    await browser.until('document.getElementById("networks-status").textContent.startsWith("Examined")');
  }

  /** Waits for the path, with the curve for an activation that is exact at rationals. */
  async function played(activation: string): Promise<void> {
    await browser.until('document.querySelectorAll("#path .graph").length === 3');
    await browser.evaluate(`{ const [field] = document.querySelectorAll("#path input[list]");
      field.value = ${JSON.stringify(activation)}; field.dispatchEvent(new Event("change")); }`);
    await browser.until('/^-?\\d/.test(document.querySelector("#path .value").dataset.value)');
  }

  /** Goes to a step of the path. */
  async function go(step: number): Promise<Seen> {
    await browser.evaluate(`{ const [slider] = document.querySelectorAll("#path input[type=range]");
      slider.value = "${step}"; slider.dispatchEvent(new Event("input")); }`);
    await browser.until(`location.hash.includes("path-step=${step}")`);
    return seen();
  }

  it("says of two dropped networks what the command line says", async () => {
    await browser.open(PAGE);
    await browser.dropFiles("networks-drop", FROM, TO);
    expect(await text("#networks-chosen")).toMatch(/^from\.json, \d+ bytes; to\.json, \d+ bytes$/);
    await examined();
    const titles = await browser.evaluate(
      '[...document.querySelectorAll("#networks-results h3")].map(({ textContent }) => textContent)',
    );
    expect(titles).toEqual([
      ...["Classified: from.json", "Reduced: from.json", "Classified: to.json", "Reduced: to.json"],
      ...["Compared: from.json and to.json", "Path: from.json and to.json"],
    ]);
    for (const [selector, line] of [
      [".network-classify", ["classify", FROM]],
      [".network-reduce", ["reduce", FROM]],
      [".network-compare", ["compare", FROM, TO]],
      [".network-path", ["path", FROM, TO]],
    ] as const) {
      const { stdout } = await runInProcess(...line);
      expect([selector, await text(`${selector} pre`)]).toEqual([selector, stdout.trimEnd()]);
      await browser.evaluate(`{ const create = URL.createObjectURL;
        URL.createObjectURL = (blob) => { globalThis.saved = blob; URL.createObjectURL = create;
          return "data:,"; }; HTMLAnchorElement.prototype.click = () => undefined; }`);
      await click(`${selector} button`);
      const json = await runInProcess(...line, "--json");
      expect([selector, await browser.evaluate("saved.text()")]).toEqual([selector, json.stdout]);
    }
  });

  it("plays the path to its end: exact weights, and a curve that stays, at every step", async () => {
    await browser.open(PAGE);
    await browser.chooseFile("networks-files", FROM, TO);
    await examined();
    await played("relu");
    await browser.evaluate(`globalThis.frames = [${SEEN}];
      new MutationObserver(() => { frames.push(${SEEN}); })
        .observe(document.querySelector("#path output"), { childList: true, characterData: true, subtree: true });`);
    await click("#path button.main");
    await browser.until('document.querySelector("#path button.main").textContent === "Play"');
    const { stdout } = await runInProcess("path", FROM, TO, "--json", "--steps", String(STEPS));
    const { points } = JSON.parse(stdout) as { points: { weights: string[][][] }[] };
    const frames = new Map(((await browser.evaluate("frames")) as Seen[]).map((one) => [one.step, one]));
    expect([...frames.keys()]).toEqual([...points.keys()]);
    for (const [step, frame] of frames) {
      const exact = exactOutputs();
      expect([step, frame.weights]).toEqual([step, points[step]?.weights.flat(2)]);
      expect([step, frame.inputs, frame.values]).toEqual([step, exact.inputs, exact.values]);
      expect([step, frame.now, frame.verdict]).toEqual([step, frame.first, "same"]);
      expect(frame.words).toMatch(
        /^The same function .* every activation: exact.* are exactly those of the start\.$/,
      );
    }
  });

  it("draws the curve where its values are", async () => {
    await browser.open(PAGE);
    await browser.chooseFile("networks-files", FROM, TO);
    await examined();
    await played("relu");
    const { now, values } = await seen();
    const points = now.split(" ").map((point) => point.split(",").map(Number) as [number, number]);
    const exact = values.map(numberOf);
    const [low, high] = [exact.indexOf(Math.min(...exact)), exact.indexOf(Math.max(...exact))] as const;
    const [bottom, top] = [points[low]?.[1] ?? NaN, points[high]?.[1] ?? NaN];
    expect(bottom).toBeGreaterThan(top + 100);
    points.forEach(([x, y], at) => {
      const part = ((exact[at] ?? NaN) - (exact[low] ?? NaN)) / ((exact[high] ?? NaN) - (exact[low] ?? NaN));
      expect(Math.abs(y - (bottom + part * (top - bottom)))).toBeLessThan(0.02);
      expect(Math.abs(x - ((points[0]?.[0] ?? NaN) + (at * 536) / (INPUTS - 1)))).toBeLessThan(0.02);
    });
  });

  it("shows a point that somebody altered as another function", async () => {
    await browser.open(PAGE);
    // Between the computation of the path and its player a weight of the second point is changed.
    await browser.evaluate(`{ const post = Worker.prototype.postMessage;
      Worker.prototype.postMessage = function (message, ...more) {
        if (message.ask === "play") message.path.points[1].weights[1][0][2] = "-11/2";
        return post.call(this, message, ...more); }; }`);
    await browser.chooseFile("networks-files", FROM, TO);
    await examined();
    await played("relu");
    expect(await seen()).toMatchObject({ step: 0, verdict: "same" });
    for (const step of [1, STEPS / 2, STEPS]) {
      const frame = await go(step);
      expect([step, frame.verdict]).toEqual([step, "other"]);
      expect(frame.now).not.toBe(frame.first);
      expect(frame.values).not.toEqual(exactOutputs().values);
    }
    // At −3 the output is −5·3, and −11/2·3 with the altered weight.
    expect((await seen()).words).toBe(
      "Another function than at the start, for relu. At the 41 inputs that are marked outputs differ most at -3, by 3/2.",
    );
  });

  it("refuses what is no network, and says what, where and how to repair it", async () => {
    const [broken, short] = [join(folder, "broken.json"), join(folder, "short.safetensors")];
    writeFileSync(broken, '{"format":"equiloss-network/1","weights":[[["1"]],[["x"]]]}');
    writeFileSync(short, Uint8Array.from([9, 0, 0, 0, 0, 0, 0, 0, 0x7b, 0x22]));
    await browser.open(PAGE);
    for (const file of [broken, short]) {
      await browser.chooseFile("networks-files", file);
      await click(EXAMINE);
      await browser.until(
        'document.getElementById("networks-status").textContent.startsWith("Not examined")',
      );
      const line = (await runInProcess("classify", file)).stderr.replace("equiloss: ", "").trimEnd();
      expect(await text("#networks-status")).toBe(`Not examined: ${line.replaceAll(`${folder}/`, "")}.`);
    }
    await browser.chooseFile("networks-files", FROM, OTHER);
    await examined();
    expect(await text(".network-compare pre")).toMatch(/^different: /);
    expect(await text(".network-path.refused p")).toMatch(
      /^other\.json: computes another function than from\.json/,
    );
    await browser.chooseFile("networks-files", FROM, TO, OTHER);
    await click(EXAMINE);
    await browser.until('document.getElementById("networks-status").textContent.includes("3 files")');
    expect(await text("#networks-status")).toBe("Not examined: 3 files of networks; give one or two.");
  });

  it("refuses hostile files, stops what takes long, and goes on", async () => {
    const [large, deep, bomb] = ["large.safetensors", "deep.json", "bomb.npz"].map((name) =>
      join(folder, name),
    ) as [string, string, string];
    writeFileSync(large, new Uint8Array(50 * 2 ** 20));
    writeFileSync(deep, `{"format":"equiloss-network/1","weights":[${"[],".repeat(5_000_000)}[]]}`);
    writeFileSync(bomb, zipSync({ "w.npy": new Uint8Array(60_000_000) }));
    await browser.open(PAGE);
    await browser.dropFiles("networks-drop", large);
    expect(await text("#networks-status")).toMatch(
      /^large\.safetensors has 50 MiB, and this page takes 16 MiB at most: not read/,
    );
    for (const file of [deep, bomb]) {
      await browser.chooseFile("networks-files", file);
      await click(EXAMINE);
      await browser.until(
        'document.getElementById("networks-status").textContent.startsWith("Not examined")',
      );
      expect(await text("#networks-status")).toMatch(
        /reading it takes about \d+ MiB of memory, and the page allows/,
      );
    }
    // A network that takes long to reduce, since no two of its neurons are equal.
    const slow = join(folder, "slow.json");
    const row = (at: number): string[] =>
      Array.from({ length: 60 }, (_, input) => `${at * 61 + input}/${at + 7}`);
    const weights = [
      Array.from({ length: 1500 }, (_, at) => row(at)),
      [row(1500 * 25).concat(Array<string>(1440).fill("1"))],
    ];
    writeFileSync(slow, JSON.stringify({ format: "equiloss-network/1", weights }));
    await browser.chooseFile("networks-files", slow);
    await click(EXAMINE);
    await browser.until('document.getElementById("networks-status").textContent.startsWith("Examining")');
    await click("#networks-stop");
    await browser.until('document.getElementById("networks-status").textContent.includes("stopped")');
    expect(await text("#networks-status")).toMatch(/^Not examined: stopped before there was an answer/);
    // Two others are examined while that one is: it is given up.
    await click(EXAMINE);
    await browser.until(
      'document.getElementById("networks-status").textContent.startsWith("Examining slow")',
    );
    await browser.chooseFile("networks-files", FROM, TO);
    await click(EXAMINE);
    await browser.until(
      'document.getElementById("networks-status").textContent.startsWith("Examining from")',
    );
    expect(await browser.evaluate('document.getElementById("networks-stop").disabled')).toBe(false);
    await browser.until('document.getElementById("networks-status").textContent.startsWith("Examined")');
    expect(await text("#networks-results h3")).toBe("Classified: from.json");
    expect(await text(".network-compare pre")).toMatch(/^same: /);
    expect(await browser.evaluate('document.getElementById("networks-stop").disabled')).toBe(true);
  });

  it("keeps what is shown in the address, over reloads and back and forward", async () => {
    await browser.open(`${PAGE}#networks=0&path-step=30`);
    await browser.until(
      'document.querySelector("#path output")?.textContent.startsWith("segment 2 of 4, 6/24")',
    );
    expect((await go(77)).step).toBe(77);
    const address = await browser.evaluate("location.hash");
    expect(address).toBe("#path-step=77&networks=0");
    await browser.open(`${PAGE}${String(address)}`);
    await browser.until(
      'document.querySelector("#path output")?.textContent.startsWith("segment 4 of 4, 5/24")',
    );
    await choose("kind", "numeric");
    await click('a[href="#figures"]');
    await click("details.claim:not([hidden]) summary");
    const claim = await browser.evaluate('document.querySelector("details.claim[open]").id');
    const all = "filter=lemma&kind=numeric";
    expect(await browser.evaluate("location.hash")).toBe(
      `#${String(claim)}&kind=numeric&path-step=77&networks=0`,
    );
    await browser.evaluate(`{ const field = document.getElementById("search");
      field.value = "lemma"; field.dispatchEvent(new Event("input")); }`);
    expect(await browser.evaluate("location.hash")).toBe(`#${all}&path-step=77&networks=0`);
    await browser.evaluate("history.back()");
    await browser.until('location.hash.startsWith("#figures")');
    expect(
      await browser.evaluate(
        '[document.getElementById("search").value, document.getElementById("kind").value]',
      ),
    ).toEqual(["", "numeric"]);
    await browser.evaluate("history.back(); history.back()");
    await browser.until('location.hash.startsWith("#path-step")');
    expect(await browser.evaluate('document.getElementById("kind").value')).toBe("");
    await browser.evaluate("history.go(3)");
    await browser.until('location.hash.startsWith("#filter")');
    expect(await browser.evaluate('document.getElementById("search").value')).toBe("lemma");
    expect((await seen()).step).toBe(77);
  });

  it("is worked by the keyboard alone", async () => {
    await browser.open(PAGE);
    const active = (): Promise<unknown> =>
      browser.evaluate(
        "document.activeElement.id || document.activeElement.ariaLabel || document.activeElement.textContent",
      );
    const tabTo = async (what: string): Promise<void> => {
      for (let count = 0; (await active()) !== what; count += 1) {
        if (count > 60) throw new Error(`no ${what}`);
        await browser.press("Tab");
      }
    };
    await browser.evaluate('document.getElementById("networks-files").focus()');
    await tabTo("networks-example");
    await browser.press("ArrowDown");
    await browser.until(
      '!document.getElementById("path").hidden && document.querySelectorAll("#path .graph").length === 3',
    );
    await tabTo("Next corner");
    await browser.press("Enter");
    await browser.until(
      'document.querySelector("#path output").textContent.startsWith("segment 2 of 4, 0/24")',
    );
    await tabTo("Place on the path");
    await browser.press("End");
    await browser.until(
      'document.querySelector("#path output").textContent.startsWith("segment 4 of 4, 24/24")',
    );
    await tabTo("Now: weights by the arrow keys");
    await browser.press("ArrowRight");
    expect(await text("#path .told")).toBe("input 1 to neuron 1: 1/2");
    await tabTo("The output along the inputs: by the arrow keys from value to value");
    await browser.press("ArrowRight");
    expect(await text("#path .told")).toMatch(/^at x = -3, f is between /);
    const unnamed = await browser.evaluate(
      `[...document.querySelectorAll("#networks input, #networks select, #networks button, #networks progress")]
        .filter((field) => field.labels?.length !== 1 && !field.ariaLabel && !field.textContent.trim())
        .map(({ outerHTML }) => outerHTML)`,
    );
    expect(unnamed).toEqual([]);
  });

  it("shows corners one by one to a reader who wants no motion", async () => {
    await browser.send("Emulation.setEmulatedMedia", {
      features: [{ name: "prefers-reduced-motion", value: "reduce" }],
    });
    await browser.open(`${PAGE}#networks=1`);
    await browser.until('document.querySelectorAll("#path .graph").length === 3');
    await browser.evaluate(`globalThis.steps = new Set();
      new MutationObserver(() => { steps.add(Number(document.querySelector("#path input[type=range]").value)); })
        .observe(document.querySelector("#path output"), { childList: true, characterData: true, subtree: true });`);
    await click("#path button.main");
    await browser.until('document.querySelector("#path button.main").textContent === "Play"');
    const steps = (await browser.evaluate("[...steps]")) as number[];
    expect(steps.length).toBeGreaterThan(1);
    expect(steps).toEqual(steps.map((_, corner) => (corner + 1) * STEPS));
    expect((await seen()).words).toMatch(/^The same function as at the start, for tanh: exact/);
    await browser.send("Emulation.setEmulatedMedia", { features: [] });
  });

  it("fits on a phone, with results", async () => {
    const phone = { width: 390, height: 800, deviceScaleFactor: 1, mobile: true };
    await browser.send("Emulation.setDeviceMetricsOverride", phone);
    await browser.open(`${PAGE}#networks=2`);
    await browser.until('document.querySelectorAll("#path .graph").length === 3');
    expect(await browser.evaluate("document.documentElement.scrollWidth")).toBe(390);
    await browser.send("Emulation.clearDeviceMetricsOverride");
  });

  it("takes the formats that the command line takes", async () => {
    await browser.open(PAGE);
    const files = ["examples/trained.npz", "trained.safetensors", "trained.onnx"].map((name) =>
      name.startsWith("examples/") ? join(ROOT, name) : join(folder, name),
    );
    for (const [at, file] of files.entries()) {
      const more = file.endsWith(".onnx") ? ["--activation", "relu"] : [];
      if (at > 0) expect((await runInProcess("export", FROM, "-o", file, ...more)).status).toBe(0);
      await browser.chooseFile("networks-files", file);
      await examined();
      const { stdout, stderr } = await runInProcess("classify", file);
      const expected = `${stderr}${stdout}`.replaceAll(file, file.replace(/^.*\//, "")).trimEnd();
      expect(await text(".network-classify pre")).toBe(expected);
    }
  });
});

/** The outputs of both networks at the inputs of the line from −3 to 3, by whole numbers. */
function exactOutputs(): { readonly inputs: string[]; readonly values: string[] } {
  const twentieths = Array.from({ length: INPUTS }, (_, at) => -60 + 3 * at);
  const output = (x: number): number => 3 * Math.max(0, 2 * x) - 5 * Math.max(0, -x);
  return {
    inputs: twentieths.map((x) => fraction(x, 20)),
    values: twentieths.map((x) => fraction(output(x), 20)),
  };
}

function fraction(numerator: number, denominator: number): string {
  const common = gcd(Math.abs(numerator), denominator);
  const [above, below] = [numerator / common, denominator / common];
  return below === 1 ? String(above) : `${above}/${below}`;
}

const gcd = (a: number, b: number): number => (b === 0 ? a : gcd(b, a % b));

function numberOf(text: string): number {
  const [numerator, denominator = "1"] = text.split("/");
  return Number(numerator) / Number(denominator);
}
