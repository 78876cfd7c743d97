/**
 * Applies steps until none applies, each time the one that `choose` picks from those that apply.
 *
 * @param stepsOf the steps that apply to a network; every step makes it smaller.
 * @param choose index into the nonempty list of steps that apply.
 * @throws RangeError if `choose` picks none of them.
 * @example untilNone(5, (n) => (n > 0 ? [1, 2].filter((step) => step <= n) : []), () => 0, (n,
 *   step) => n - step)
 *   === 0
 */
export function untilNone<Network, Step>(
  start: Network,
  stepsOf: (network: Network) => readonly Step[],
  choose: (steps: readonly Step[]) => number,
  apply: (network: Network, step: Step) => Network,
): Network {
  let current = start;
  for (;;) {
    const steps = stepsOf(current);
    if (steps.length === 0) return current;
    const chosen = steps[choose(steps)];
    if (chosen === undefined) throw new RangeError(`a choice outside the ${steps.length} steps that apply`);
    current = apply(current, chosen);
  }
}
