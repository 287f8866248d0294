import { screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { error, FakeServer, json } from "../test/FakeServer";
import { aTicket, renderPage } from "../test/renderPage";
import { isolate } from "../text/isolate";

const HOSTILE = [
  "<script>window.pwned = 1</script>",
  "</title><script>window.pwned = 1</script>",
  "<img src=x onerror=window.pwned=1>",
  "<svg onload=window.pwned=1>",
  "<iframe srcdoc='<script>parent.pwned=1</script>'></iframe>",
  "<a href='javascript:window.pwned=1'>click</a>",
  "<body onload=window.pwned=1>",
  "<input autofocus onfocus=window.pwned=1>",
  "<details open ontoggle=window.pwned=1>",
  "<video><source onerror=window.pwned=1></video>",
  "<style>*{display:none}</style>",
  "<link rel=stylesheet href=//evil.example/x.css>",
  "<meta http-equiv=refresh content='0;url=//evil.example'>",
  "<base href=//evil.example/>",
  "<form action=//evil.example><button>Pay</button></form>",
  "<object data=//evil.example></object>",
  "<embed src=//evil.example>",
  "<math><mtext></mtext><mglyph><svg><style><img src=x onerror=window.pwned=1>",
  "<template><script>window.pwned=1</script></template>",
  "<marquee onstart=window.pwned=1>",
  '"><script>window.pwned=1</script>',
  "'><img src=x onerror=window.pwned=1>",
  '" onmouseover="window.pwned=1',
  "' onfocus='window.pwned=1' autofocus='",
  "`${window.pwned=1}`",
  "${window.pwned=1}",
  "{{constructor.constructor('window.pwned=1')()}}",
  "{t} {title} {count}",
  "javascript:window.pwned=1",
  "data:text/html,<script>window.pwned=1</script>",
  "&lt;script&gt;window.pwned=1&lt;/script&gt;",
  "&#60;img src=x onerror=window.pwned=1&#62;",
  "\u202Egnirts desrever\u202C",
  "\u0000\u200B\uFEFF invisible",
  "__proto__",
  "constructor",
  "$& $1 $` $'",
  "../../../../etc/passwd",
  "'; DROP TABLE tickets; --",
  "Z\u0351\u036b\u0343\u036a\u0302a\u0315\u034el\u0360\u0321go".repeat(20),
];

const OURS = new Set([
  "A",
  "ARTICLE",
  "BDI",
  "BODY",
  "BUTTON",
  "DIV",
  "FOOTER",
  "FORM",
  "H1",
  "H2",
  "HEAD",
  "HEADER",
  "HTML",
  "INPUT",
  "LABEL",
  "LI",
  "MAIN",
  "NAV",
  "OPTION",
  "P",
  "PATH",
  "SECTION",
  "SELECT",
  "SPAN",
  "SVG",
  "TITLE",
  "UL",
]);

function strangeElements(): string[] {
  return [...document.querySelectorAll("*")]
    .map((element) => element.tagName.toUpperCase())
    .filter((tag) => !OURS.has(tag));
}

it("shows forty hostile titles as plain text", async () => {
  expect(HOSTILE).toHaveLength(40);
  const tickets = HOSTILE.map((title, index) => aTicket({ id: String(index), title }));
  new FakeServer().on("GET", "/api/tickets", () => json(200, tickets));
  renderPage("/");
  await screen.findByText("40 tickets");

  const shown = [...document.querySelectorAll("main li a > :first-child > :first-child")].map(
    (element) => element.textContent,
  );
  expect(shown).toEqual(HOSTILE);
  // the filters
  expect(strangeElements()).toEqual(["DETAILS", "SUMMARY"]);
  expect(document.querySelectorAll("main form")).toHaveLength(2);
  expect(window).not.toHaveProperty("pwned");
});

it("isolates foreign titles in the listings and in a conflict", async () => {
  const title = "\u05d0 (".repeat(3);
  const ticket = aTicket({ title, userId: "me" });
  const server = new FakeServer()
    .signedIn()
    .on("GET", "/api/tickets/mine", () => json(200, [ticket]))
    .on("GET", "/api/tickets/t1", () => json(200, ticket));
  const listings = renderPage("/listings");
  expect((await screen.findByText(title)).tagName).toBe("BDI");
  listings.unmount();

  server.on("PUT", "/api/tickets/t1", () =>
    error(409, "version-conflict", { current: { ...ticket, title: `${title}!`, version: 1 } }),
  );
  const { user } = renderPage("/tickets/t1/edit");
  await user.click(await screen.findByRole("button", { name: "Save" }));
  await user.click(await screen.findByRole("button", { name: "Merge versions" }));
  for (const each of [title, `${title}!`]) {
    const shown = screen.getAllByText((text) => text === each.trim());
    expect(shown).toHaveLength(2);
    expect(shown.map(({ tagName }) => tagName)).toEqual(["BDI", "BDI"]);
  }
});

it.each(HOSTILE)("shows the title %j as plain text", async (title) => {
  new FakeServer().on("GET", "/api/tickets/t1", () => json(200, aTicket({ title })));
  renderPage("/tickets/t1");
  const heading = await screen.findByRole("heading", { level: 1 });
  expect(heading.textContent).toBe(title);
  expect(document.title).toBe(`${isolate(title)} · Ticketing`.replace(/[\t\n\f\r ]+/g, " ").trim());
  expect(strangeElements()).toEqual([]);
  expect(window).not.toHaveProperty("pwned");
});
