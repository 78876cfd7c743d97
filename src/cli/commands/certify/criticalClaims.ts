/** The claims that a critical point can settle. */
export const CRITICAL_CLAIMS = ["prop-4.3", "prop-4.4", "ext-saddle", "open-strict-saddles"] as const;
