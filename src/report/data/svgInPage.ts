/** A picture as part of a page: without what only a file has, and without names that others may have too. */
export function svgInPage(svg: string): string {
  // The page's own script must not have the text that begins a comment.
  return svg
    .slice(svg.indexOf("<svg"))
    .replace(/<[!]--[\s\S]*?-->\s*/g, "")
    .replace(/ id="[^"]*"/g, "")
    .replace(/ xmlns(?::xlink)?="[^"]*"/g, "");
}
