/** HTML that is safe to put into a page: only this file makes it. */
export interface Markup {
  readonly html: string;
}

/** What an element may hold: text is escaped, nothing is left out. */
export type Content = Markup | string | undefined | readonly Content[];

type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;

/** Elements without an end tag. */
const VOID = ["input", "meta", "link", "img", "br"];

/**
 * An element. An attribute that is `true` stands without a value; one that is `false` or undefined is left
 * out.
 *
 * @example el("a", { href: "#x" }, "1 < 2") // { html: '<a href="#x">1 &lt; 2</a>' }
 */
export function el(tag: string, attributes: Attributes, ...content: readonly Content[]): Markup {
  const written = Object.entries(attributes).flatMap(([name, value]) => {
    if (value === undefined || value === false) return [];
    return [value === true ? ` ${name}` : ` ${name}="${escaped(String(value))}"`];
  });
  const start = `<${tag}${written.join("")}>`;
  return { html: VOID.includes(tag) ? start : `${start}${htmlOf(content)}</${tag}>` };
}

/** Several pieces as one. */
export function all(...content: readonly Content[]): Markup {
  return { html: htmlOf(content) };
}

/** Text that is HTML already, such as a picture that a library drew. */
export function trusted(html: string): Markup {
  return { html };
}

/**
 * A text in Markdown of one paragraph: code and emphasis are marked up, and links are left out but for their
 * words.
 */
export function inline(markdown: string): Markup {
  const pieces = markdown.replace(/\[([^\]]*)\]\([^)]*\)/g, "$1").split(/(`[^`]*`)/);
  return all(pieces.map((piece) => (/^`.*`$/.test(piece) ? el("code", {}, piece.slice(1, -1)) : piece)));
}

function htmlOf(content: Content): string {
  if (content === undefined) return "";
  if (typeof content === "string") return escaped(content);
  return "html" in content ? content.html : content.map(htmlOf).join("");
}

function escaped(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
