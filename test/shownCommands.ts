import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "./runEquiloss.js";

/** A command shown in a page, and what the page says that it prints. */
export interface Shown {
  readonly page: string;
  readonly command: string;
  readonly output: string;
}

/** The README and the pages of docs. */
export const PAGES = ["README.md", ...readdirSync(join(ROOT, "docs")).map((name) => `docs/${name}`)].filter(
  (name) => name.endsWith(".md"),
);

/** The text of a page. */
export const textOf = (page: string): string => readFileSync(join(ROOT, page), "utf8");

/** The commands after a prompt in a page's blocks of code, each with the lines up to the next prompt. */
export function shownIn(page: string, text = textOf(page)): Shown[] {
  const blocks = [...text.matchAll(/^```\n(\$ npx equiloss[\s\S]*?)^```$/gm)].map(([, block]) => block ?? "");
  return blocks.flatMap((block) =>
    block
      .split(/^\$ npx equiloss /m)
      .slice(1)
      .map((part) => {
        const [command = "", ...lines] = part.split("\n");
        return { page, command, output: lines.join("\n").trim() };
      }),
  );
}

/** All commands that are shown. */
export const shown = PAGES.flatMap((page) => shownIn(page));
