/** The claims that a critical point can settle. */
export const CRITICAL_CLAIMS = ["prop-4.3", "prop-4.4", "ext-saddle", "open-strict-saddles"] as const;

/** The claim that a splitting settles, at every point. */
export const SPLITTING_CLAIM = "ext-inertia";

/** What the checker asks of a point for each of them, and the options that give it. */
export const NEEDED_BY: Readonly<Record<(typeof CRITICAL_CLAIMS)[number] | typeof SPLITTING_CLAIM, string>> =
  {
    "ext-inertia": "take another seed",
    "prop-4.3": "take another seed",
    "prop-4.4": "take another seed",
    "ext-saddle":
      "it takes a negative eigenvalue above; copy a neuron (--expand 2) and give two or more outputs (--d-out 2), " +
      "as the claim's direction doesn't exist with one",
    "open-strict-saddles":
      "it takes no negative eigenvalue above; begin at a minimum (--index 0) and copy a neuron (--expand 2), " +
      "or take another seed or other shares (--beta)",
  };
