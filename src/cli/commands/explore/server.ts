import { type IncomingMessage, type Server, type ServerResponse, createServer } from "node:http";
import { InputError } from "../../../exact/inputError.js";
import type { BuiltSite } from "../report/builtSite.js";

/** Only programs of this machine reach it. */
const HOST = "127.0.0.1";

/** The page is asked for by these names alone: another may be that of a foreign site, which leads here. */
const NAMES = [HOST, "localhost"];

const TYPES: Readonly<Record<string, string>> = {
  html: "text/html; charset=utf-8",
  svg: "image/svg+xml",
  csv: "text/csv; charset=utf-8",
  json: "application/json",
  md: "text/markdown; charset=utf-8",
};

/** What files beside the page may do: a picture has styles within it. */
const FILE_POLICY = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'";

const ALWAYS = {
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "no-referrer",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Cache-Control": "no-store",
};

/** What is sent: a status, a type and a text. */
interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Buffer;
}

/**
 * A server of a site, which holds all files in memory: a request can name nothing else.
 *
 * @param port where it listens; 0 for any that is free.
 * @returns once it listens, with its address.
 * @throws InputError if the port can't be had.
 */
export async function startServer(
  site: Pick<BuiltSite, "files" | "policy">,
  port: number,
): Promise<{ readonly server: Server; readonly address: string }> {
  const files = repliesOf(site);
  const server = createServer((request, response) => {
    const own = server.address();
    send(request, response, replyTo(request, files, own !== null && typeof own === "object" ? own.port : 0));
  });
  await new Promise<void>((settle, refuse) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      const reason = error.code === "EADDRINUSE" ? "is in use" : `can't be had (${String(error.code)})`;
      refuse(new InputError(`port ${port} ${reason}`, "give another, or leave it out", "--port"));
    });
    server.listen(port, HOST, settle);
  });
  const at = server.address();
  if (at === null || typeof at === "string") throw new RangeError("a server without a port");
  return { server, address: `http://${HOST}:${at.port}/` };
}

/** The reply to each path. */
function repliesOf({ files, policy }: Pick<BuiltSite, "files" | "policy">): ReadonlyMap<string, Reply> {
  const replies = files.map(({ path, text }): [string, Reply] => {
    const type = TYPES[path.slice(path.lastIndexOf(".") + 1)];
    if (type === undefined) throw new RangeError(`no type for ${path}`);
    const own = path === "index.html" ? `${policy}; frame-ancestors 'none'` : FILE_POLICY;
    const headers = { "Content-Type": type, "Content-Security-Policy": own };
    return [`/${path}`, { status: 200, headers, body: Buffer.from(text) }];
  });
  const page = replies.filter(([path]) => path === "/index.html").map(([, reply]) => ["/", reply] as const);
  return new Map([...replies, ...page]);
}

function replyTo(
  { method, url, headers }: IncomingMessage,
  files: ReadonlyMap<string, Reply>,
  port: number,
): Reply {
  if (!NAMES.some((name) => headers.host === `${name}:${port}`))
    return refusal(421, `This is ${HOST}:${port}; ask for it by that name.`);
  if (method !== "GET" && method !== "HEAD")
    return refusal(405, "Only GET and HEAD are answered.", { Allow: "GET, HEAD" });
  // The path is compared as it was sent: nothing is decoded, and nothing leads to a folder.
  const path = String(url).replace(/[?#].*$/s, "");
  return files.get(path) ?? refusal(404, "The site has no such file.");
}

function refusal(status: number, words: string, more: Reply["headers"] = {}): Reply {
  const headers = { "Content-Type": "text/plain; charset=utf-8", "Content-Security-Policy": FILE_POLICY };
  return { status, headers: { ...headers, ...more }, body: `${words}\n` };
}

function send({ method }: IncomingMessage, response: ServerResponse, { status, headers, body }: Reply): void {
  response.writeHead(status, { ...ALWAYS, ...headers, "Content-Length": Buffer.byteLength(body) });
  response.end(method === "HEAD" ? undefined : body);
}
