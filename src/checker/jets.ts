import { type Interval, ONE, enclosing, multiple, plus, sigmoid, softplus, times } from "./interval.js";
import { mixture } from "./named.js";
import { demand } from "./verdict.js";

/** σ, σ' and σ'' of the numbers of an interval; for the sigmoid also σ'''. */
export type Jets = (z: Interval) => readonly Interval[];

/** By their names: with s = 1/(1 + e^(−z)), s' = s(1 − s), s'' = s'(1 − 2s) and s''' = s'(1 − 6s'). */
export function enclosedActivation(value: unknown, at: string): Jets {
  demand(typeof value === "string", "shape", at, "not a name");
  if (value === "sigmoid") return sigmoidJets;
  if (value === "softplus") return softplusJets;
  // tanh z = 2s(2z) − 1
  if (value === "tanh") {
    return (z) => {
      const [s, s1, s2] = sigmoidJets(multiple(z, 2n));
      return [plus(multiple(s, 2n), multiple(ONE, -1n)), multiple(s1, 4n), multiple(s2, 8n)];
    };
  }
  // softplus(z) + α·s(γz)
  const numbers = mixture(value, at);
  const [alpha, gamma] = [enclosing(numbers[0]), enclosing(numbers[1])];
  return (z) => {
    const [p, p1, p2] = softplusJets(z);
    const [s, s1, s2] = sigmoidJets(times(gamma, z));
    const slope = times(alpha, gamma);
    return [plus(p, times(alpha, s)), plus(p1, times(slope, s1)), plus(p2, times(times(slope, gamma), s2))];
  };
}

function sigmoidJets(z: Interval): [Interval, Interval, Interval, Interval] {
  const s = sigmoid(z);
  const s1 = times(s, plus(ONE, multiple(s, -1n)));
  return [s, s1, times(s1, plus(ONE, multiple(s, -2n))), times(s1, plus(ONE, multiple(s1, -6n)))];
}

function softplusJets(z: Interval): [Interval, Interval, Interval] {
  const [s, s1] = sigmoidJets(z);
  return [softplus(z), s, s1];
}
