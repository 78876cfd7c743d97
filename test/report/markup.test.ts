import { describe, expect, it } from "vitest";
import { all, el, inline, trusted } from "../../src/report/html/markup.js";

describe("markup", () => {
  it("escapes text and attributes, and leaves what is trusted", () => {
    const made = el("p", { title: 'a"<b' }, "1 < 2 & 3", undefined, [el("b", {}, ">")], trusted("<i>x</i>"));
    expect(made.html).toBe('<p title="a&quot;&lt;b">1 &lt; 2 &amp; 3<b>&gt;</b><i>x</i></p>');
  });

  it("writes attributes that are true without a value, and leaves out the others", () => {
    expect(el("input", { hidden: true, disabled: false, id: undefined, size: 3 }).html).toBe(
      '<input hidden size="3">',
    );
  });

  it("marks up code of a paragraph, and keeps the words of links", () => {
    expect(inline("`a < b`: see [the page](x.md), `c`").html).toBe(
      "<code>a &lt; b</code>: see the page, <code>c</code>",
    );
    expect(all("a", el("br", {})).html).toBe("a<br>");
  });
});
