import { textElement } from "./elements.js";
import type { Judged } from "./judge.js";

/** A verdict as an entry of the list of what was checked. */
export function resultOf(judged: Judged, name: string, words: string): HTMLElement {
  const item = document.createElement("li");
  item.className = "verdict" in judged ? (judged.verdict.accepted ? "accepted" : "rejected") : "refused";
  const head = document.createElement("p");
  const word = item.className === "refused" ? "no verdict" : item.className;
  head.append(textElement("strong", word), ` ${name}, asked for ${words}`);
  const isAccepted = "verdict" in judged && judged.verdict.accepted;
  const told = isAccepted ? judged.verdict.shows : summaryOf(judged);
  const time = "verdict" in judged ? `, ${Math.max(1, Math.round(judged.milliseconds))} ms in this page` : "";
  item.append(head, textElement("p", `${told}${time}`));
  return item;
}

/** A verdict in words. */
export function summaryOf(judged: Judged): string {
  if (!("verdict" in judged)) return judged.refused;
  const { verdict } = judged;
  if (verdict.accepted) return `accepted: ${verdict.shows}`;
  const plainly = verdict.rule === "digest" ? "the file was changed after it was written: " : "";
  return `${plainly}rejected by rule ${verdict.rule}, at ${verdict.where}: ${verdict.reason}`;
}
