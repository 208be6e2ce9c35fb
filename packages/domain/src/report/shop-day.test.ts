import { expect, test } from "vitest";
import { daysBefore, shopDay } from "./shop-day.ts";

const shop = { shop: { timeZone: "America/New_York" } } as Parameters<typeof shopDay>[0];

test("half an hour into a day of summer, thirty days before is the thirtieth day of winter before it", () => {
  const today = shopDay(shop, new Date("2026-03-28T04:30:00Z"));
  expect(today).toBe("2026-03-28");
  expect(daysBefore(today, 30)).toBe("2026-02-26");
  expect(daysBefore("2026-01-01", 1)).toBe("2025-12-31");
});
