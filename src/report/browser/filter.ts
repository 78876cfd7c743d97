import { byId } from "./elements.js";

/**
 * Lets the fields above the claims choose which are shown: those that have all the words, and a verdict of
 * the kind. The address keeps the words.
 *
 * @returns a function that shows the claims that have these words.
 */
export function startFilter(): (words: string) => void {
  const search = byId("search", HTMLInputElement);
  const kind = byId("kind", HTMLSelectElement);
  const count = byId("count", HTMLOutputElement);
  const claims = [...document.querySelectorAll<HTMLDetailsElement>("details.claim")].map((entry) => ({
    entry,
    text: entry.textContent.toLowerCase(),
    kinds: entry.dataset.kinds?.split(",") ?? NONE,
  }));
  const apply = (): void => {
    const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const { entry, text, kinds } of claims) {
      const fits =
        words.every((word) => text.includes(word)) && (kind.value === "" || kinds.includes(kind.value));
      entry.hidden = !fits;
      if (fits) shown += 1;
    }
    count.value = shown === claims.length ? `${shown} claims` : `${shown} of ${claims.length} claims`;
  };
  search.addEventListener("input", () => {
    apply();
    const address = search.value === "" ? "#claims" : `#filter=${encodeURIComponent(search.value)}`;
    history.replaceState(null, "", address);
  });
  kind.addEventListener("change", apply);
  return (words) => {
    search.value = words;
    kind.value = "";
    apply();
  };
}

const NONE: readonly string[] = [];
