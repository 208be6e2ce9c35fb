import { expect, test } from "vitest";
import { standing } from "./style-sheets.ts";

test("a font beside the sheet is named from the top, because in a page there is no beside", () => {
  expect(standing('a{src:url(../media/geist.woff2)format("woff2")}', "/_next/static/chunks")).toBe(
    'a{src:url(/_next/static/media/geist.woff2)format("woff2")}',
  );
});

test("what is named from the top already stays", () => {
  expect(standing("a{src:url(/a.woff2)}b{src:url('data:,')}", "/x")).toBe(
    "a{src:url(/a.woff2)}b{src:url('data:,')}",
  );
});

test("a sheet cannot end the element it stands in", () => {
  expect(standing('a{content:"</style>"}', "/x")).toBe('a{content:"<\\/style>"}');
});
