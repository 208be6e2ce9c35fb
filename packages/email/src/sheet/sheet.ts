import { createElement as h, type ReactElement, type ReactNode } from "react";
import { buttonColors } from "./color.ts";
import { type Content, type Fact, type LetterLink, type Sum, webAddress } from "./content.ts";
import { paragraphs, verses } from "./paragraphs.ts";
import { dark, styles } from "./styles.ts";

/** Signs of an amount that stand beside their label in large, on a phone of 320 pixels. */
const longestBeside = 11;
/** An amount stays in one piece; somebody's own words may be broken where they must. */
const longestFigure = 22;

/** The parts of react-email; handed in, because they are loaded only when a letter is written. */
export type Kit = typeof import("react-email");

/** Sets a letter as html. Everything in it is text to React, so nothing a merchant or customer wrote becomes markup. */
export function sheet(kit: Kit, content: Content): ReactElement {
  const { locale: lang, direction: dir } = content;
  return h(
    kit.Html,
    { lang, dir },
    h(
      kit.Head,
      null,
      h("meta", { name: "viewport", content: "width=device-width, initial-scale=1" }),
      h("meta", { name: "color-scheme", content: "light dark" }),
      h("meta", { name: "supported-color-schemes", content: "light dark" }),
      h("style", { dangerouslySetInnerHTML: { __html: dark } }),
    ),
    h(kit.Preview, null, content.preview),
    h(
      kit.Body,
      { lang, dir, style: styles.body },
      h(
        "div",
        { className: "page", style: styles.page },
        h(
          kit.Container,
          { className: "card", style: styles.card },
          h("div", { className: "inside", style: styles.inside }, ...inside(kit, content)),
        ),
        about(kit, content),
      ),
    ),
  );
}

function inside(kit: Kit, content: Content): ReactNode[] {
  return [
    letterhead(kit, content),
    h(kit.Heading, { as: "h1", style: styles.headline }, content.headline),
    content.hello === null ? null : h(kit.Text, { style: styles.text }, content.hello),
    ...paragraphs(content.lead).map((text) => h(kit.Text, { style: styles.text }, text)),
    content.quote === null ? null : quote(content.quote),
    content.sum ? sum(content.sum) : null,
    content.facts.length > 0 ? facts(content.facts) : null,
    ...content.notes.map((note) => h(kit.Text, { className: "quiet", style: styles.note }, note)),
    ...(content.steps ? steps(kit, content.steps) : []),
    content.button ? button(kit, content.button, content.shop.color) : null,
    ...content.after
      .flatMap(paragraphs)
      .map((text) => h(kit.Text, { className: "quiet", style: styles.after }, text)),
  ];
}

function letterhead(kit: Kit, { shop }: Content): ReactElement {
  return shop.logoUrl
    ? h(kit.Img, { src: webAddress(shop.logoUrl), alt: shop.name, height: 48, style: styles.logo })
    : h(kit.Text, { style: styles.shop }, shop.name);
}

/** Somebody's own words, apart from the letter's: their lines stay lines, each in the direction it is written. */
function quote(text: string): ReactElement {
  const parts = verses(text).map((lines) =>
    h("div", { style: styles.quoted }, ...lines.map((line) => h("div", { dir: "auto" }, line))),
  );
  return h("div", { className: "quote", style: styles.quote }, ...parts);
}

function sum({ rows, total }: Sum): ReactElement {
  return table(
    styles.sum,
    ...rows.map((row) => pair(row, styles.label, styles.value, "quiet")),
    ...whole(total),
  );
}

/** The total in large; one that is too long for it in a line of its own. */
function whole(total: Fact): ReactElement[] {
  if (total.value.length <= longestBeside) return [pair(total, styles.totalLabel, styles.total)];
  return [
    h("tr", null, h("td", { colSpan: 2, style: styles.longTotalLabel }, total.label)),
    h("tr", null, h("td", { colSpan: 2, style: styles.longTotal }, h("bdi", null, total.value))),
  ];
}

function facts(list: readonly Fact[]): ReactElement {
  const figure = { ...styles.factValue, whiteSpace: "nowrap" };
  return table(
    styles.facts,
    ...list.map((fact) =>
      pair(fact, styles.fact, fact.value.length <= longestFigure ? figure : styles.factValue),
    ),
  );
}

function table(style: object, ...rows: ReactElement[]): ReactElement {
  const plain = { width: "100%", cellPadding: 0, cellSpacing: 0, border: 0, role: "presentation" };
  return h("table", { ...plain, className: "rule", style }, h("tbody", null, ...rows));
}

function pair(fact: Fact, label: object, value: object, className?: string): ReactElement {
  return h(
    "tr",
    null,
    h("td", { className, style: label }, fact.label),
    h("td", { style: value }, h("bdi", null, fact.value)),
  );
}

function steps(kit: Kit, { title, steps: list }: NonNullable<Content["steps"]>): ReactElement[] {
  const rows = list.map((step, at) =>
    h(
      "tr",
      null,
      h("td", { className: "quiet", style: styles.number }, `${at + 1}.`),
      h("td", { style: styles.step }, step),
    ),
  );
  return [h(kit.Heading, { as: "h2", style: styles.title }, title), table({}, ...rows)];
}

function button(kit: Kit, link: LetterLink, color: string | null | undefined): ReactElement {
  const { background, ink } = buttonColors(color);
  const style = { ...styles.button, backgroundColor: background, color: ink };
  return h(kit.Button, { className: "button", href: webAddress(link.href), style }, link.text);
}

function about(kit: Kit, { about: text, link }: Content): ReactNode {
  if (text === null && link === null) return null;
  const ending = link ? h(kit.Link, { href: webAddress(link.href), style: styles.link }, link.text) : null;
  return h(
    kit.Container,
    null,
    h(kit.Text, { className: "quiet about", style: styles.about }, text, text && ending ? " " : null, ending),
  );
}
