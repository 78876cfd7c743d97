import type { CheckData } from "../data/checkData.js";
import type { Site } from "../data/site.js";
import { checkSection } from "./check.js";
import { claimsSection } from "./claims.js";
import { figuresSection } from "./figures.js";
import { type Markup, el, trusted } from "./markup.js";
import { networksSection } from "./networks.js";
import { PLAYER_STYLE } from "./playerStyle.js";
import { STYLE } from "./style.js";
import { theoremsSection } from "./theorems.js";

/** The page's scripts, bundled: its own, and those of its workers. */
export interface Scripts {
  readonly page: string;
  /** It has the checker. */
  readonly worker: string;
  /** It draws figures. */
  readonly painter: string;
  /** It has the mathematics of networks. */
  readonly networkWorker: string;
}

/** Data within the page, for its own script. */
export type PageData = CheckData & Omit<Scripts, "page"> & Pick<Site, "dependencies" | "examples">;

const LOOKS = STYLE + PLAYER_STYLE;

/**
 * The page, a text of HTML. Its policy lets nothing run but its script, by its digest, and the workers
 * that this makes of texts in the page, and lets no request leave the page.
 *
 * @throws RangeError if the script has what ends a script in HTML.
 */
export async function documentOf(site: Site, { page, ...workers }: Scripts): Promise<string> {
  if (/<\/script|<!--/i.test(page)) throw new RangeError("the page's script holds what ends a script");
  const policy = await policyOf(page);
  const data: PageData = {
    ...site.check,
    ...workers,
    dependencies: site.dependencies,
    examples: site.examples,
  };
  const title = "equiloss: the geometry of loss landscapes, checked";
  const head = el(
    "head",
    {},
    el("meta", { charset: "utf-8" }),
    el("meta", { "http-equiv": "Content-Security-Policy", content: policy }),
    el("meta", { name: "viewport", content: "width=device-width, initial-scale=1" }),
    el("meta", { name: "referrer", content: "no-referrer" }),
    el("link", { rel: "icon", href: "data:," }),
    el("title", {}, title),
    el("style", {}, trusted(LOOKS)),
  );
  // Text of a data block is not escaped in HTML; what could end it is, in JSON.
  const json = JSON.stringify(data).replaceAll("<", "\\u003c");
  const body = el(
    "body",
    {},
    el("a", { class: "skip", href: "#main" }, "To the claims"),
    headerOf(site),
    el(
      "main",
      { id: "main", class: "wrap" },
      claimsSection(site),
      checkSection(site),
      networksSection(site),
      figuresSection(site),
      theoremsSection(site),
    ),
    footerOf(site),
    el("script", { type: "application/json", id: "data" }, trusted(json)),
    el("script", {}, trusted(page)),
  );
  return `<!doctype html>\n${el("html", { lang: "en" }, head, body).html}\n`;
}

/** The policy of a page with this script: nothing runs but that, and no request leaves. */
export async function policyOf(page: string): Promise<string> {
  return [
    "default-src 'none'",
    `script-src '${await digestOf(page)}'`,
    `style-src '${await digestOf(LOOKS)}'`,
    "img-src data:",
    "worker-src blob:",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
}

function headerOf({ claims }: Site): Markup {
  const links = {
    claims: "Claims",
    check: "Re-check here",
    networks: "Your networks",
    figures: "Figures",
    theorems: "Theorems",
  };
  return trusted(
    el(
      "header",
      { class: "top wrap" },
      el("h1", {}, "Loss landscapes of overparameterized networks, checked"),
      el(
        "p",
        {},
        `What Şimşek et al. (ICML 2021) claim, and extensions: ${claims.length} claims, by what each is settled, ` +
          "and evidence that you can check in this page.",
      ),
    ).html +
      el(
        "nav",
        { "aria-label": "Parts of the page" },
        el(
          "ul",
          { class: "wrap" },
          Object.entries(links).map(([id, words]) => el("li", {}, el("a", { href: `#${id}` }, words))),
        ),
      ).html,
  );
}

function footerOf({ version }: Site): Markup {
  return el(
    "footer",
    { class: "wrap" },
    el("p", { class: "quiet" }, "Made by ", el("code", {}, "equiloss report"), ` of version ${version}.`),
  );
}

/** A source expression of a policy. */
async function digestOf(text: string): Promise<string> {
  const bytes = new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text)));
  return `sha256-${btoa(String.fromCharCode(...bytes))}`;
}
