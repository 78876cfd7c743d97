/** What `demandTrue` throws: a function of the kernel, by its name in Coq, is false of a certificate. */
export class Refusal extends Error {}

/** What is thrown where the kernel has no function for what a certificate shows. */
export class Unjudged extends Error {}
