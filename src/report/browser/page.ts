import type { CheckData } from "../data/checkData.js";
import { Address } from "./address.js";
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
  readonly networkWorker: string;
  readonly dependencies: Dependencies;
};

const address = new Address(open);
const showAll = startFilter(address);
startChecking(data, data.worker, address);
startFigures(data, address);
startDependencies(data.dependencies, address);
startPictures();
keepOpened();

/** Opens an entry and all that it is within, and goes there. */
function open(id: string): void {
  const target = document.getElementById(id);
  if (target === null) return;
  if (target.hidden) showAll();
  for (let at: HTMLElement | null = target; at !== null; at = at.parentElement)
    if (at instanceof HTMLDetailsElement) at.open = true;
  target.scrollIntoView();
}

/** The address names the entry that was opened last. */
function keepOpened(): void {
  document.addEventListener("click", ({ target }) => {
    const entry = target instanceof Element ? target.closest("summary")?.parentElement : undefined;
    // The entry opens after the click.
    if (entry instanceof HTMLDetailsElement && !entry.open && entry.id !== "") address.tell(true, entry.id);
  });
}

address.follow();
