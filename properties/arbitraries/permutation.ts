import fc from "fast-check";

/** A permutation of 0…size−1 by its images, uniformly; shrinks to the identity. */
export function permutation(size: number): fc.Arbitrary<readonly number[]> {
  const identity = Array.from({ length: size }, (_, index) => index);
  return fc.shuffledSubarray(identity, { minLength: size, maxLength: size });
}
