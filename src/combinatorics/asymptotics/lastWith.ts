/**
 * The last integer with a property that holds up to some integer and for none beyond: by doubling, and then
 * by halving the gap.
 *
 * @param holding an integer with the property.
 * @param beyond a larger one to try first.
 * @example lastWith((n) => n * n < 50, 0, 1) === 7
 */
export function lastWith(hasProperty: (n: number) => boolean, holding: number, beyond: number): number {
  let [last, end] = [holding, beyond];
  while (hasProperty(end)) [last, end] = [end, 2 * end];
  while (end - last > 1) {
    // Bitwise shifts of numbers end at 2^31.
    const middle = last + Number(BigInt(end - last) >> 1n);
    if (hasProperty(middle)) last = middle;
    else end = middle;
  }
  return last;
}
