/**
 * What takes the place of Node's `AsyncLocalStorage` in a browser, where work that keeps something never
 * waits.
 */
export class AsyncLocalStorage<Store> {
  #store: Store | undefined;

  /** Does work during which `getStore` gives the store. */
  run<Result>(store: Store, work: () => Result): Result {
    const before = this.#store;
    this.#store = store;
    try {
      return work();
    } finally {
      this.#store = before;
    }
  }

  /** The store of the work that is being done. */
  getStore(): Store | undefined {
    return this.#store;
  }
}
