import { expect, test } from "vitest";
import { letterLanguages } from "../words/languages.ts";
import { messageWritten } from "./message-written.ts";
import type { ReturnFacts } from "./return-letter.ts";

const ada: ReturnFacts = {
  locale: "en-US",
  shop: { name: "Bloom & Thread", url: "https://bloom.example" },
  customerFirstName: "Ada",
  orderName: "#1001",
  returnNumber: "R-1001",
  statusUrl: "https://portal.example/bloom/r/abc",
};

test.each(letterLanguages)(
  "in %s the shop's message, its return and the way to answer stand in text and html",
  async (locale) => {
    const { subject, text, html } = await messageWritten({ ...ada, locale, message: "Any box will do." });
    expect(subject).toMatch(/R-1001.*Bloom & Thread/);
    expect(text).toContain("\n> Any box will do.\n");
    expect(text).toContain(`\n${ada.statusUrl}\n`);
    for (const said of ["#1001", "R-1001"])
      expect([text.includes(said), html.includes(said)]).toEqual([true, true]);
    expect(html).toMatch(/<div dir="auto">Any box will do\.<\/div>/);
    expect(html.match(/href="https:\/\/portal.example\/bloom\/r\/abc"/g)).toHaveLength(1);
    expect(html).toContain(locale === "ar" ? 'dir="rtl"' : 'dir="ltr"');
  },
);

test("a message keeps its lines, none of which passes for one of the letter's, and none becomes markup", async () => {
  const message = "Dear Ada,\r\n<b>any</b> box\n\n\n--\nBloom\n\nhttps://bloom.example/boxes";
  const { subject, text, html } = await messageWritten({ ...ada, message });
  expect(text).toContain(
    "\n> Dear Ada,\n> <b>any</b> box\n>\n> --\n> Bloom\n>\n> https://bloom.example/boxes\n",
  );
  expect(html).toMatch(/>Dear Ada,<\/div><div dir="auto">&lt;b&gt;any&lt;\/b&gt; box<\/div>/);
  expect(html.match(/href=/g)).toHaveLength(1);
  expect(subject).toBe("A message about your return R-1001 · Bloom & Thread");
});

test("a long message ends after a whole word, and is read on where it is answered", async () => {
  const long = await messageWritten({ ...ada, message: "seventeen ".repeat(200) });
  expect(long.text).toMatch(/\n> (seventeen ){59}seventeen…\n/);
  expect(long.text).toContain(`Read on and answer:\n${ada.statusUrl}\n`);
  expect(long.html).toContain("Read on and answer");
  const whole = await messageWritten({ ...ada, message: "seventeen ".repeat(60) });
  expect(whole.text).toContain(`\nAnswer:\n${ada.statusUrl}\n`);
  const oneWord = await messageWritten({ ...ada, message: `${"x".repeat(599)}👩‍👧‍👦${"x".repeat(99)}` });
  expect(oneWord.text).toContain(`\n> ${"x".repeat(599)}…\n`);
});

test("the shop's own words stand around what was written, never in its place", async () => {
  const wording = {
    subject: "{{shop}} wrote about {{return}}",
    message: "Dear {{customer}}, a word from us:",
  };
  const { subject, text } = await messageWritten({ ...ada, message: "Any box will do.", wording });
  expect(subject).toBe("Bloom & Thread wrote about R-1001");
  expect(text).toContain("\nDear Ada, a word from us:\n\n> Any box will do.\n");
});
