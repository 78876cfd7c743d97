/** What `demandTrue` throws: a function of the kernel, by its name in Coq, is false of a certificate. */
export class Refusal extends Error {}

/** What is thrown where the kernel has no function for what a certificate shows. */
export class Unjudged extends Error {}

/** Ends the check unless the function of that name answered that it accepts. */
export function demandTrue(name: string, answer: boolean): void {
  if (!answer) throw new Refusal(`${name} is false`);
}
