import { expect, test } from "vitest";
import { cleanHeader } from "../post/header.ts";
import { isolate } from "./isolate.ts";

const shirt = "\u0642\u0645\u064a\u0635";

test("words of one direction stay as they are in its sentences, words of the other are set apart", () => {
  expect([isolate("Shirt", "ltr"), isolate(shirt, "ltr"), isolate("#1001", "rtl")]).toEqual([
    "Shirt",
    `\u2068${shirt}\u2069`,
    "\u2068#1001\u2069",
  ]);
});

test("a title that asks for everything after it to be turned around is a title like any other", () => {
  expect(isolate("\u2069\u202eShirt", "ltr")).toBe("Shirt");
});

test("a subject keeps the names that are set apart in it, and no mark that turns the rest", () => {
  expect(cleanHeader(`\u2067\u202eReturn \u2068${shirt}\u2069 \u2068\u202e${shirt}\u2069 here`)).toBe(
    `Return \u2068${shirt}\u2069 ${shirt} here`,
  );
});
