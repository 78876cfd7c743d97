import type { Address } from "./address.js";
import { byId } from "./elements.js";

/**
 * Lets the fields above the claims choose which are shown: those that have all the words, and a verdict of
 * the kind. The address keeps both.
 *
 * @returns a function that shows all claims.
 */
export function startFilter(address: Address): () => void {
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
  const keep = (name: string, field: HTMLInputElement | HTMLSelectElement): void => {
    address.keep(name, {
      home: "claims",
      read: () => (field.value === "" ? undefined : field.value),
      show: (text = "") => {
        field.value = text;
        apply();
      },
    });
  };
  keep("filter", search);
  keep("kind", kind);
  search.addEventListener("input", () => {
    apply();
    address.tell(false, "");
  });
  kind.addEventListener("change", () => {
    apply();
    address.tell(true, "");
  });
  return () => {
    [search.value, kind.value] = ["", ""];
    apply();
  };
}

const NONE: readonly string[] = [];
