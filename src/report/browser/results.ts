import { ALARM, agree } from "../../kernel/agreement.js";
import { textElement } from "./elements.js";
import type { Judged } from "./judge.js";

/** A verdict as an entry of the list of what was checked. */
export function resultOf(judged: Judged, name: string, words: string): HTMLElement {
  const item = document.createElement("li");
  item.className = "verdict" in judged ? standing(judged) : "refused";
  const head = document.createElement("p");
  const word = item.className === "refused" ? "no verdict" : item.className;
  head.append(textElement("strong", word), ` ${name}, asked for ${words}`);
  const isAccepted = "verdict" in judged && judged.verdict.accepted;
  const told = isAccepted ? judged.verdict.shows : summaryOf(judged);
  const time = "verdict" in judged ? `, ${Math.max(1, Math.round(judged.milliseconds))} ms in this page` : "";
  item.append(head, textElement("p", `${told}${time}`));
  if ("verdict" in judged) item.append(textElement("p", wordsOfVerified(judged)));
  return item;
}

function standing({ verdict, verified }: Extract<Judged, { verdict: unknown }>): string {
  const areOne = verified.accepted === undefined || agree(verdict, verified.accepted);
  return verdict.accepted && areOne ? "accepted" : "rejected";
}

/** What the functions say that are extracted from Coq. */
function wordsOfVerified({ verdict, verified }: Extract<Judged, { verdict: unknown }>): string {
  if (verified.accepted === undefined) return `Not judged by code extracted from Coq: ${verified.unjudged}.`;
  if (!agree(verdict, verified.accepted)) return ALARM;
  if (verified.accepted && !verdict.accepted)
    return `Accepted by code extracted from Coq, which has other limits: ${verified.shows}.`;
  return verified.accepted
    ? `Accepted by code extracted from Coq too: ${verified.shows}.`
    : `Rejected by code extracted from Coq too, by rule ${verified.rule}.`;
}

/** A verdict in words. */
export function summaryOf(judged: Judged): string {
  if (!("verdict" in judged)) return judged.refused;
  const { verdict } = judged;
  if (verdict.accepted) return `accepted: ${verdict.shows}`;
  const plainly = verdict.rule === "digest" ? "the file was changed after it was written: " : "";
  return `${plainly}rejected by rule ${verdict.rule}, at ${verdict.where}: ${verdict.reason}`;
}
