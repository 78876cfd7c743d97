import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { type IncomingHttpHeaders, request } from "node:http";
import { connect } from "node:net";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { MAIN, ROOT } from "../../runEquiloss.js";
import { itRefuses } from "../runs.js";

interface Answered {
  readonly status: number | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** A running `equiloss explore`, with its port. */
async function started(...args: readonly string[]): Promise<{ program: ChildProcess; port: number }> {
  const program = spawn(process.execPath, [MAIN, "explore", ...args], {
    cwd: ROOT,
    stdio: ["ignore", "pipe", "ignore"],
  });
  const [line] = (await once(program.stdout, "data")) as [Buffer];
  const [, port] =
    /^http:\/\/127\.0\.0\.1:(\d+)\/\nopen it in a browser; Ctrl-C ends it\n$/.exec(String(line)) ?? [];
  return { program, port: Number(port) };
}

/** Asks as a client that sends paths as they are. */
async function ask(
  port: number,
  path: string,
  { method = "GET", host = `127.0.0.1:${port}` }: { readonly method?: string; readonly host?: string } = {},
): Promise<Answered> {
  const sent = request({ host: "127.0.0.1", port, path, method, headers: { host }, agent: false }).end();
  const [response] = (await once(sent, "response")) as [
    NodeJS.ReadableStream & Pick<Answered, "headers"> & { statusCode?: number },
  ];
  return { status: response.statusCode, headers: response.headers, body: await text(response) };
}

describe("equiloss explore", () => {
  let program: ChildProcess;
  let port: number;

  beforeAll(async () => {
    ({ program, port } = await started());
  });

  afterAll(() => {
    program.kill("SIGKILL");
  });

  it("serves the page, with the policy that it has itself and no frame around it", async () => {
    const page = await ask(port, "/");
    const [, own] = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(page.body) ?? [];
    expect(page.status).toBe(200);
    expect(page.headers).toMatchObject({
      "content-type": "text/html; charset=utf-8",
      "content-security-policy": `${String(own)}; frame-ancestors 'none'`,
      "x-content-type-options": "nosniff",
      "referrer-policy": "no-referrer",
      "cross-origin-resource-policy": "same-origin",
      "cache-control": "no-store",
    });
    expect((await ask(port, "/index.html?x=1")).body === page.body).toBe(true);
    const head = await ask(port, "/", { method: "HEAD" });
    expect([head.status, head.body.length]).toEqual([200, 0]);
    expect((await ask(port, "/", { host: `localhost:${port}` })).status).toBe(200);
  });

  it("serves the files beside the page, and lists no folder", async () => {
    const { status, headers } = await ask(port, "/figures/fig6.svg");
    expect([status, headers["content-type"]]).toEqual([200, "image/svg+xml"]);
    expect(headers["content-security-policy"]).toContain("default-src 'none'");
    for (const path of ["/figures/", "/figures", "/certificates/"])
      expect([path, (await ask(port, path)).status]).toEqual([path, 404]);
  });

  it.each([
    "/../package.json",
    "/figures/../../package.json",
    "/%2e%2e/package.json",
    "/..%2fpackage.json",
    "//etc/passwd",
    "/figures/..%5c..%5cpackage.json",
    "/index.html%00",
    "/constructor",
    "/__proto__",
  ])("gives nothing for %s", async (path) => {
    const { status, body } = await ask(port, path);
    expect([status, body.slice(0, 99)]).toEqual([404, "The site has no such file.\n"]);
  });

  it.each(["evil.example", "127.0.0.1", "localhost:1", "127.0.0.1.evil.example:80"])(
    "answers nobody who calls it %j",
    async (host) => {
      const { status, headers, body } = await ask(port, "/", { host });
      expect([status, headers["content-type"]]).toEqual([421, "text/plain; charset=utf-8"]);
      expect(body).toBe(`This is 127.0.0.1:${port}; ask for it by that name.\n`);
    },
  );

  it.each(["POST", "PUT", "DELETE", "OPTIONS", "PATCH"])("does not take %s", async (method) => {
    const { status, headers } = await ask(port, "/", { method });
    expect([status, headers.allow]).toEqual([405, "GET, HEAD"]);
  });

  it("answers nobody who doesn't say whom he calls", async () => {
    const socket = connect(port, "127.0.0.1");
    socket.end("GET / HTTP/1.0\r\n\r\n");
    expect((await text(socket)).slice(0, 12)).toBe("HTTP/1.1 421");
  });

  it("goes on after what is no HTTP", async () => {
    const socket = connect(port, "127.0.0.1");
    socket.end("\u0000\u0001 nonsense\r\n\r\n");
    expect(await text(socket)).toMatch(/^HTTP\/1\.1 400 /);
    expect((await ask(port, "/")).status).toBe(200);
  });

  it("says that a port is in use", async () => {
    const second = spawn(process.execPath, [MAIN, "explore", "--port", String(port)], { cwd: ROOT });
    const complaint = text(second.stderr);
    expect(await once(second, "exit")).toEqual([2, null]);
    expect(await complaint).toContain(
      `equiloss: --port: port ${port} is in use; give another, or leave it out\n`,
    );
  });

  it("ends by Ctrl-C, with connections open, and with exit code 0", async () => {
    const socket = connect(port, "127.0.0.1");
    await once(socket, "connect");
    program.kill("SIGINT");
    expect(await once(program, "exit")).toEqual([0, null]);
    socket.destroy();
  });

  itRefuses("explore", {
    "--port 65536": "--port: 65536 is too large; give a whole number from 0 to 65535, in decimal digits",
    "--port x": '--port: "x" is not a whole number; give a whole number from 0 to 65535, in decimal digits',
    "--verdicts none.json": "none.json: no such file; name a file that can be read",
    here: "too many arguments for 'explore'. Expected 0 arguments but got 1; see equiloss explore --help",
  });
});
