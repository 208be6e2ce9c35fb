import type { CSSProperties } from "react";

/** Light first, inline, as mail programs want it; `dark` below turns the same classes over. */
const ink = "#1b1a17";
const quiet = "#6b6860";
const line = "#e6e3da";
const family =
  'Geist, -apple-system, BlinkMacSystemFont, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif';

/** Names and words are as long as somebody made them; what says what a figure is stays whole. */
const breaks = { wordBreak: "break-word", overflowWrap: "anywhere" } as const;
const whole = { wordBreak: "normal", overflowWrap: "normal" } as const;

export const styles = {
  body: { margin: 0, padding: 0, backgroundColor: "#f4f2ec" },
  page: { padding: "24px 0", backgroundColor: "#f4f2ec", fontFamily: family, color: ink, ...breaks },
  card: {
    width: "100%",
    maxWidth: "520px",
    backgroundColor: "#ffffff",
    border: `1px solid ${line}`,
    borderRadius: "12px",
    borderCollapse: "separate",
  },
  inside: { padding: "36px 36px 32px" },
  shop: { margin: "0 0 28px", fontSize: "15px", lineHeight: "20px", fontWeight: 600 },
  logo: {
    display: "block",
    maxWidth: "160px",
    maxHeight: "48px",
    width: "auto",
    height: "auto",
    margin: "0 0 28px",
  },
  headline: {
    margin: "0 0 12px",
    fontSize: "24px",
    lineHeight: "31px",
    fontWeight: 600,
    letterSpacing: "-0.01em",
  },
  text: { margin: "0 0 18px", fontSize: "16px", lineHeight: "25px" },
  quote: {
    margin: "0 0 18px",
    padding: "14px 18px 2px",
    backgroundColor: "#f8f7f3",
    border: `1px solid ${line}`,
    borderRadius: "8px",
  },
  quoted: { margin: "0 0 12px", fontSize: "16px", lineHeight: "25px", textAlign: "start" },
  sum: { margin: "4px 0 0", borderTop: `1px solid ${line}`, borderCollapse: "separate" },
  label: {
    padding: "11px 0 0",
    fontSize: "15px",
    lineHeight: "22px",
    color: quiet,
    textAlign: "start",
    ...whole,
  },
  value: {
    padding: "11px 0 0",
    fontSize: "15px",
    lineHeight: "22px",
    textAlign: "end",
    whiteSpace: "nowrap",
    fontVariantNumeric: "tabular-nums",
  },
  totalLabel: {
    padding: "14px 0 16px",
    fontSize: "15px",
    lineHeight: "40px",
    fontWeight: 600,
    textAlign: "start",
    ...whole,
  },
  total: {
    padding: "14px 0 16px",
    fontSize: "32px",
    lineHeight: "40px",
    fontWeight: 600,
    letterSpacing: "-0.015em",
    textAlign: "end",
    whiteSpace: "nowrap",
    fontVariantNumeric: "tabular-nums",
  },
  /** Too long for one line with its label, beside the edges of a small phone. */
  longTotalLabel: {
    padding: "14px 0 0",
    fontSize: "15px",
    lineHeight: "22px",
    fontWeight: 600,
    textAlign: "start",
  },
  longTotal: {
    padding: "0 0 16px",
    fontSize: "24px",
    lineHeight: "34px",
    fontWeight: 600,
    letterSpacing: "-0.015em",
    textAlign: "end",
    fontVariantNumeric: "tabular-nums",
  },
  facts: { margin: "0 0 14px", borderTop: `1px solid ${line}`, borderBottom: `1px solid ${line}` },
  fact: {
    padding: "12px 0",
    paddingInlineEnd: "16px",
    fontSize: "15px",
    lineHeight: "22px",
    textAlign: "start",
    verticalAlign: "top",
    ...whole,
  },
  factValue: {
    padding: "12px 0",
    fontSize: "15px",
    lineHeight: "22px",
    fontWeight: 600,
    textAlign: "end",
    fontVariantNumeric: "tabular-nums",
  },
  note: { margin: "0 0 6px", fontSize: "14px", lineHeight: "21px", color: quiet },
  title: { margin: "26px 0 8px", fontSize: "15px", lineHeight: "22px", fontWeight: 600 },
  step: {
    padding: "0 0 8px",
    fontSize: "15px",
    lineHeight: "23px",
    verticalAlign: "top",
    textAlign: "start",
  },
  number: {
    width: "24px",
    padding: "0 0 8px",
    fontSize: "15px",
    lineHeight: "23px",
    color: quiet,
    verticalAlign: "top",
  },
  button: {
    display: "block",
    margin: "22px 0 0",
    padding: "15px 20px",
    borderRadius: "8px",
    border: "1px solid transparent",
    fontSize: "16px",
    lineHeight: "20px",
    fontWeight: 600,
    textAlign: "center",
    textDecoration: "none",
  },
  after: { margin: "18px 0 0", fontSize: "14px", lineHeight: "21px", color: quiet },
  about: {
    margin: 0,
    padding: "18px 36px 0",
    fontSize: "13px",
    lineHeight: "20px",
    color: quiet,
    textAlign: "center",
  },
  link: { color: quiet, textDecoration: "underline" },
} satisfies Record<string, CSSProperties>;

export const dark = `
:root { color-scheme: light dark; supported-color-schemes: light dark; }
@media (prefers-color-scheme: dark) {
  body, .page { background-color: #131311 !important; color: #f1efe8 !important; }
  .card { background-color: #1c1c19 !important; border-color: #33322d !important; }
  .quote { background-color: #242420 !important; border-color: #33322d !important; }
  .rule { border-color: #33322d !important; }
  .quiet, .quiet a { color: #a5a298 !important; }
  .button { border-color: #55534b !important; }
}
@media (max-width: 560px) {
  .inside { padding: 28px 22px 24px !important; }
  .about { padding-left: 22px !important; padding-right: 22px !important; }
  .page { padding-top: 0 !important; }
  .card { border-left: 0 !important; border-right: 0 !important; border-radius: 0 !important; }
}
`;
