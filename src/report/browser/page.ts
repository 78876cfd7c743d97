import type { CheckData } from "../data/checkData.js";
import { startChecking } from "./checking.js";
import type { Dependencies } from "../data/dependencies.js";
import { startDependencies } from "./dependencies.js";
import { byId } from "./elements.js";
import { startFigures } from "./figures.js";
import { startFilter } from "./filter.js";
import { startPictures } from "./pictures.js";

/** What the page has within it as JSON. */
const data = JSON.parse(byId("data", HTMLScriptElement).text) as CheckData & {
  readonly worker: string;
  readonly painter: string;
  readonly dependencies: Dependencies;
};

const filter = startFilter();
const choose = startChecking(data, data.worker);
const draw = startFigures(data.painter);
const depend = startDependencies(data.dependencies);
startPictures();

/** Shows what the address names: an entry, claims that a word is in, a certificate to check, or a figure to draw. */
function follow(): void {
  const name = decoded(location.hash.slice(1));
  const [, state, value] = /^(filter|check|draw|depends)=(.*)$/s.exec(name) ?? [];
  if (state === "filter" && value !== undefined) filter(value);
  else if (state === "check" && value !== undefined) choose(value);
  else if (state === "draw" && value !== undefined) draw(value);
  else if (state === "depends" && value !== undefined) depend(value);
  else open(document.getElementById(name));
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Opens an entry and all that it is within, and goes there. */
function open(target: HTMLElement | null): void {
  if (target === null) return;
  if (target.hidden) filter("");
  for (let at: HTMLElement | null = target; at !== null; at = at.parentElement)
    if (at instanceof HTMLDetailsElement) at.open = true;
  target.scrollIntoView();
}

addEventListener("hashchange", follow);
follow();
