import type { CheckData } from "../data/checkData.js";
import type { NetworkExample } from "../data/networkWorker.js";
import { Address } from "./address.js";
import { startChecking } from "./checking.js";
import type { Dependencies } from "../data/dependencies.js";
import { startDependencies } from "./dependencies.js";
import { byId } from "./elements.js";
import { startDrops } from "./drops.js";
import { startFigures } from "./figures.js";
import { startFilter } from "./filter.js";
import { scriptAddress } from "./networkWorker.js";
import { NetworksForm } from "./networks/networksForm.js";
import { startPictures } from "./pictures.js";

/** What the page has within it as JSON. */
const data = JSON.parse(byId("data", HTMLScriptElement).text) as CheckData & {
  readonly worker: string;
  readonly painter: string;
  readonly networkWorker: string;
  readonly dependencies: Dependencies;
  readonly examples: readonly NetworkExample[];
};

const address = new Address(open);
const showAll = startFilter(address);
const networkScript = scriptAddress(data.networkWorker);
const check = startChecking(data, data.worker, address);
const networks = new NetworksForm(data.examples, networkScript, address);
startDrops(takeDropped);
startFigures({ painter: data.painter, networkScript }, address);
startDependencies(data.dependencies, address);
startPictures();
keepOpened();

/** JSON alone may be a certificate; what is dropped among the networks is one. */
function takeDropped(files: readonly File[], target: Element | null): void {
  const [first, ...more] = files;
  if (first === undefined) return;
  const isNetwork = more.length > 0 || !/\.json$/i.test(first.name);
  if (isNetwork || target?.closest("#networks") !== null) networks.take(files);
  else void check(first);
}

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
