/** A part of the page's state that the address keeps. */
export interface Kept {
  /** The state as a text; undefined if it is as at first. */
  readonly read: () => string | undefined;
  /** Brings back a state that was read; undefined is the first. */
  readonly show: (text: string | undefined) => void;
  /** The id of where it is seen: an address with the state alone leads there. */
  readonly home: string;
}

/**
 * The fragment of the page's address: the id of what is shown, then the parts of the state that differ from
 * how the page begins, as in "#figure-fig6&filter=lemma&kind=numeric". A reload shows the same, and so does a
 * copy of the address; "back" brings back what was before.
 */
export class Address {
  readonly #kept = new Map<string, Kept>();
  #target = "";
  #isShowing = false;

  /** @param show shows the element of an id; none for "". */
  constructor(private readonly show: (id: string) => void) {
    addEventListener("popstate", () => {
      this.follow();
    });
    document.addEventListener("click", (event) => {
      const link = event.target instanceof Element ? event.target.closest("a[href^='#']") : null;
      // Links in pictures have no "hash".
      const hash = link?.getAttribute("href");
      if (typeof hash !== "string" || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      this.#go(hash);
    });
  }

  /** Keeps a part of the state under a name, and shows at once what the address has of it. */
  keep(name: string, kept: Kept): void {
    this.#kept.set(name, kept);
    const text = partsOf(location.hash).values.get(name);
    if (text === undefined) return;
    this.#quietly(() => {
      kept.show(text);
    });
  }

  /**
   * Puts the state into the address.
   *
   * @param isStep whether "back" leads to what was before; a letter that was typed is no step.
   * @param target the id of what is shown now, if that is another.
   */
  tell(isStep: boolean, target = this.#target): void {
    if (this.#isShowing) return;
    this.#target = target;
    const hash = this.#written();
    if (hash === location.hash) return;
    // An address without a fragment is the page's own.
    const address = hash === "" ? location.href.replace(/#.*$/s, "") : hash;
    if (isStep) history.pushState(null, "", address);
    else history.replaceState(null, "", address);
  }

  /** Shows what the address says. */
  follow(): void {
    const { target, values } = partsOf(location.hash);
    this.#target = target;
    this.#quietly(() => {
      for (const [name, { show }] of this.#kept) show(values.get(name));
      this.show(this.#placeOf(target, values));
    });
  }

  /** Follows a link within the page: it changes what it names, and leaves the rest. */
  #go(hash: string): void {
    const { target, values } = partsOf(hash);
    this.#quietly(() => {
      for (const [name, value] of values) this.#kept.get(name)?.show(value);
    });
    this.tell(true, target);
    this.show(this.#placeOf(target, values));
  }

  /** The id that is meant; where an address has none, the home of what it has. */
  #placeOf(target: string, values: ReadonlyMap<string, string>): string {
    const [first] = values.keys();
    return target === "" && first !== undefined ? homeOf(this.#kept.get(first)) : target;
  }

  #quietly(work: () => void): void {
    this.#isShowing = true;
    work();
    this.#isShowing = false;
  }

  #written(): string {
    const values = [...this.#kept].flatMap(([name, { read }]) => {
      const value = read();
      return value === undefined ? [] : [`${name}=${encodeURIComponent(value)}`];
    });
    const parts = this.#target === "" ? values : [this.#target, ...values];
    return parts.length === 0 ? "" : `#${parts.join("&")}`;
  }
}

/** A state that nothing keeps is at home nowhere. */
function homeOf(kept: Kept | undefined): string {
  return kept === undefined ? "" : kept.home;
}

/** The target of a fragment, and the values in it by their names. */
function partsOf(hash: string): { readonly target: string; readonly values: ReadonlyMap<string, string> } {
  const parts = hash.slice(1).split("&");
  const [first] = parts;
  const target = first === undefined || first.includes("=") ? "" : decoded(first);
  const pairs = parts.flatMap((part) => {
    const at = part.indexOf("=");
    return at < 0 ? [] : [[part.slice(0, at), decoded(part.slice(at + 1))] as const];
  });
  return { target, values: new Map(pairs) };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
