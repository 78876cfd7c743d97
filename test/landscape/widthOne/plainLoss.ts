/** The loss of Figures 1 and 5 at width 1 in doubles, straight from its definition. */

const TEACHER = [
  [0.6, 0.5],
  [-0.5, 0.5],
  [-0.2, -0.6],
  [0.1, -0.6],
] as const;

const INPUTS = Array.from({ length: 41 }, (_, index) => -5 + index / 4);

/** Inputs with their targets. */
export const DATA = INPUTS.flatMap((first) =>
  INPUTS.map((second) => {
    const units = TEACHER.map(([one, two]) => sigmoid(one * first + two * second));
    return { first, second, target: units.reduce((sum, unit) => sum + unit, 0) };
  }),
);

export function sigmoid(z: number): number {
  return 1 / (1 + Math.exp(-z));
}

/** The best a, the loss there, and its gradient in w. */
export function plainLoss(w1: number, w2: number): { a: number; loss: number; gradient: [number, number] } {
  const outputs = DATA.map(({ first, second }) => sigmoid(w1 * first + w2 * second));
  let [above, below] = [0, 0];
  for (const [index, { target }] of DATA.entries()) {
    const output = outputs[index] ?? NaN;
    above += target * output;
    below += output * output;
  }
  const a = above / below;
  let loss = 0;
  const gradient: [number, number] = [0, 0];
  for (const [index, { first, second, target }] of DATA.entries()) {
    const output = outputs[index] ?? NaN;
    const error = a * output - target;
    const force = error * a * output * (1 - output);
    loss += (error * error) / 2;
    gradient[0] += force * first;
    gradient[1] += force * second;
  }
  return { a, loss, gradient };
}
