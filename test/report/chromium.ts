import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Readable, Writable } from "node:stream";

/** Where Chromium may be; undefined if it is in none of these. */
export const CHROMIUM = [
  process.env.CHROMIUM ?? "",
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
].find((path) => path !== "" && existsSync(path));

type Fields = Readonly<Record<string, unknown>>;

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: Fields;
  readonly result?: Fields;
  readonly error?: { readonly message: string };
}

/** What a page did that it should not have. */
export interface Misdeeds {
  /** Messages of the console, violations of the policy among them, and errors of scripts. */
  readonly complaints: string[];
  /** Addresses that were asked for, besides those of the page's own file, blobs and data. */
  readonly requests: string[];
}

/** A page in a Chromium without a window, by the DevTools protocol over pipes: no port, no package. */
export class Browser {
  readonly misdeeds: Misdeeds = { complaints: [], requests: [] };
  readonly #program: ChildProcess;
  readonly #profile = mkdtempSync(join(tmpdir(), "equiloss-chromium-"));
  readonly #waiting = new Map<number, (message: Message) => void>();
  #session: string | undefined;
  #last = 0;

  private constructor(path: string) {
    const flags = [
      "--headless=new",
      "--no-sandbox",
      "--disable-gpu",
      "--disable-dev-shm-usage",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      `--user-data-dir=${this.#profile}`,
      "--remote-debugging-pipe",
      "about:blank",
    ];
    this.#program = spawn(path, flags, { stdio: ["ignore", "ignore", "ignore", "pipe", "pipe"] });
    let pending = "";
    (this.#program.stdio[4] as Readable).setEncoding("utf8").on("data", (text: string) => {
      const parts = (pending + text).split("\0");
      pending = parts.pop() ?? "";
      for (const part of parts) this.#hear(JSON.parse(part) as Message);
    });
  }

  /** Starts Chromium with one page. */
  static async start(path: string): Promise<Browser> {
    const browser = new Browser(path);
    const { targetId } = await browser.send("Target.createTarget", { url: "about:blank" });
    const { sessionId } = await browser.send("Target.attachToTarget", { targetId, flatten: true });
    browser.#session = String(sessionId);
    for (const domain of ["Page", "Runtime", "Network", "Log", "DOM"]) await browser.send(`${domain}.enable`);
    return browser;
  }

  /** Asks for something by the protocol. */
  send(method: string, params: Fields = {}): Promise<Fields> {
    this.#last += 1;
    const id = this.#last;
    const session = this.#session === undefined ? {} : { sessionId: this.#session };
    (this.#program.stdio[3] as Writable).write(`${JSON.stringify({ id, method, params, ...session })}\0`);
    return new Promise((settle, refuse) => {
      this.#waiting.set(id, ({ result, error }) => {
        if (error === undefined) settle(result ?? {});
        else refuse(new Error(`${method}: ${error.message}`));
      });
    });
  }

  /** Opens an address, and waits until the page is loaded. */
  async open(address: string): Promise<void> {
    // A change of the fragment alone would not load the page anew.
    await this.send("Page.navigate", { url: "about:blank" });
    await this.send("Page.navigate", { url: address });
    await this.until('location.href !== "about:blank" && document.readyState === "complete"');
  }

  /** The value of an expression in the page, waited for if it is a promise. */
  async evaluate(expression: string): Promise<unknown> {
    const { result, exceptionDetails } = await this.send("Runtime.evaluate", {
      expression,
      awaitPromise: true,
      returnByValue: true,
    });
    if (exceptionDetails !== undefined) throw new Error(JSON.stringify(exceptionDetails));
    return (result as Fields).value;
  }

  /** Waits until an expression is true in the page. */
  async until(expression: string, seconds = 60): Promise<void> {
    const end = Date.now() + seconds * 1000;
    while ((await this.evaluate(`Boolean(${expression})`)) !== true) {
      if (Date.now() > end) throw new Error(`${expression} didn't come true`);
      await new Promise((settle) => setTimeout(settle, 30));
    }
  }

  /** Chooses files in a field for files, as a person does. */
  async chooseFile(id: string, ...paths: readonly string[]): Promise<void> {
    const { root } = await this.send("DOM.getDocument");
    const { nodeId } = await this.send("DOM.querySelector", {
      nodeId: (root as Fields).nodeId,
      selector: `#${id}`,
    });
    await this.send("DOM.setFileInputFiles", { nodeId, files: paths });
  }

  /** Drops files on an element, as a person does. */
  async dropFiles(id: string, ...paths: readonly string[]): Promise<void> {
    const place = await this.evaluate(`{ const at = document.getElementById(${JSON.stringify(id)});
      at.scrollIntoView();
      const { x, y } = at.getBoundingClientRect(); [x + 5, y + 5]; }`);
    const [x, y] = place as [number, number];
    const data = { items: [], files: paths, dragOperationsMask: 1 };
    for (const type of ["dragEnter", "dragOver", "drop"])
      await this.send("Input.dispatchDragEvent", { type, x, y, data });
  }

  /** Moves the pointer to the middle of an element, which it brings into view. */
  async pointAt(selector: string): Promise<void> {
    const place = (await this.evaluate(
      `{ const element = document.querySelector(${JSON.stringify(selector)});
        element.scrollIntoView({ block: "center", inline: "center" });
        const { x, y, width, height } = element.getBoundingClientRect();
        ({ x: x + width / 2, y: y + height / 2 }); }`,
    )) as Fields;
    await this.send("Input.dispatchMouseEvent", { type: "mouseMoved", ...place });
  }

  /** Clicks on an element that downloads a file into a folder, and waits for the file. */
  async download(selector: string, path: string): Promise<void> {
    await this.send("Page.setDownloadBehavior", { behavior: "allow", downloadPath: dirname(path) });
    await this.evaluate(`document.querySelector(${JSON.stringify(selector)}).click()`);
    for (let waits = 0; !existsSync(path); waits += 1) {
      if (waits > 300) throw new Error(`${path} was not downloaded`);
      await new Promise((settle) => setTimeout(settle, 30));
    }
  }

  /** Presses a key. */
  async press(key: string): Promise<void> {
    const codes: Readonly<Record<string, number>> = {
      ...{ Tab: 9, Enter: 13, End: 35, Home: 36, ArrowLeft: 37, ArrowRight: 39, ArrowDown: 40 },
    };
    const common = { key, code: key, windowsVirtualKeyCode: codes[key] };
    const text = key === "Enter" ? { text: "\r" } : {};
    await this.send("Input.dispatchKeyEvent", { type: "keyDown", ...common, ...text });
    await this.send("Input.dispatchKeyEvent", { type: "keyUp", ...common });
  }

  /** Ends Chromium. */
  async close(): Promise<void> {
    const ended = new Promise((settle) => this.#program.once("exit", settle));
    this.#session = undefined;
    await this.send("Browser.close").catch(() => this.#program.kill());
    await ended;
    rmSync(this.#profile, { recursive: true, force: true, maxRetries: 5 });
  }

  #hear({ id, method, params = {}, ...rest }: Message): void {
    if (id !== undefined) {
      this.#waiting.get(id)?.(rest);
      this.#waiting.delete(id);
    } else if (method === "Runtime.consoleAPICalled" || method === "Runtime.exceptionThrown")
      this.misdeeds.complaints.push(JSON.stringify(params));
    else if (method === "Log.entryAdded") this.misdeeds.complaints.push(JSON.stringify(params.entry));
    else if (method === "Network.requestWillBeSent") {
      const { url } = params.request as { url: string };
      if (!/^(?:about:|blob:|data:|file:.*\/index\.html)/.test(url)) this.misdeeds.requests.push(url);
    }
  }
}
