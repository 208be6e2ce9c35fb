import { expect, test } from "vitest";
import { plainDocument as plain } from "./plain-document.ts";

const sheets = new Map([["/_next/a.css", "p{color:red}"]]);
const plainDocument = (html: string) => plain(html, { nonce: "n0nce", sheets });

test("a style sheet of ours stands in the document once, with this answer's nonce", () => {
  const link = '<link rel="stylesheet" href="/_next/a.css" data-precedence="next"/>';
  const hint = '<link rel="preload" href="/_next/a.css" as="style"/>';
  expect(plainDocument(`${hint}${link}<p>a</p>`)).toBe('<style nonce="n0nce">p{color:red}</style><p>a</p>');
});

test("a style sheet nobody has read, as in development, stays behind its address", () => {
  const link = '<link rel="stylesheet" href="/_next/b.css"/>';
  expect(plainDocument(link)).toBe(link);
});

test("the framework's scripts go, with and without text, in one line or many", () => {
  expect(plainDocument('<p>a</p><script src="/_next/a.js" async=""></script><p>b</p>')).toBe(
    "<p>a</p><p>b</p>",
  );
  expect(plainDocument("<script>\nself.x=[1,\n2]</script>rest")).toBe("rest");
  expect(plainDocument("<SCRIPT nomodule>x</SCRIPT >rest")).toBe("rest");
});

test("our own script stays", () => {
  const kept = '<script src="/steps.js" defer="" data-keep=""></script>';
  expect(plainDocument(`${kept}<script>x</script>`)).toBe(kept);
});

test("a script cannot stay by talking about data-keep", () => {
  expect(plainDocument('<script src="/a.js? data-keep"></script>')).toBe("");
  expect(plainDocument("<script>var a = ' data-keep '</script>")).toBe("");
});

test("hints that fetch scripts go, fonts and styles stay", () => {
  const font = '<link rel="preload" href="/geist.woff2" as="font" crossorigin="" type="font/woff2"/>';
  expect(plainDocument(`<link rel="preload" as="script" href="/a.js"/>${font}`)).toBe(font);
  expect(plainDocument('<link rel="modulepreload" href="/a.js"/>x')).toBe("x");
  expect(plainDocument('<link rel="preconnect" href="/" crossorigin=""/>x')).toBe("x");
});

test("an angle bracket inside an attribute ends nothing", () => {
  expect(plainDocument('<script data-note="a > b" src="/a.js"></script><p title="a > b">c</p>')).toBe(
    '<p title="a > b">c</p>',
  );
});

test("what a customer typed comes through untouched", () => {
  const note = "<p>&lt;script&gt;alert(1)&lt;/script&gt; <scripture>ü</scripture></p>";
  expect(plainDocument(note)).toBe(note);
});

test("a script that never ends takes nothing executable with it", () => {
  expect(plainDocument("<p>a</p><script>half")).toBe("<p>a</p>");
});
