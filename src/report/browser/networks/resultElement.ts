import type { CommandResult } from "../../data/networkWorker.js";
import { textElement } from "../elements.js";

const TITLES = {
  classify: "Classified",
  reduce: "Reduced",
  compare: "Compared",
  path: "Path",
} as const;

/** The name of a command whose result is shown. */
export type ResultName = keyof typeof TITLES;

/** A result of a command: what it prints, and its JSON to be saved. */
export function resultElement(
  name: ResultName,
  place: string,
  { command, text, json }: CommandResult,
): HTMLElement {
  const part = article(name, place);
  const said = document.createElement("p");
  said.className = "quiet";
  said.append("As ", textElement("code", command), " prints it");
  if (json !== "") said.append(": ", savingLink(name, json));
  part.append(textElement("pre", text), said);
  return part;
}

/** What is in the way of a result. */
export function refusedElement(name: ResultName, place: string, problem: string): HTMLElement {
  const part = article(name, place);
  part.classList.add("refused");
  part.append(textElement("p", problem));
  return part;
}

function article(name: ResultName, place: string): HTMLElement {
  const part = textElement("article", "", `network-${name}`);
  part.append(textElement("h3", `${TITLES[name]}: ${place}`));
  return part;
}

/** A link that saves the JSON as a file. The file is made when it is asked for, and let go then. */
function savingLink(name: ResultName, json: string): HTMLElement {
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = "save its JSON";
  button.addEventListener("click", () => {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([`${json}\n`], { type: "application/json" }));
    link.download = `${name}.json`;
    link.click();
    setTimeout(() => {
      URL.revokeObjectURL(link.href);
    });
  });
  return button;
}
