import { expect, test } from "vitest";
import { dayIn, daysAfter } from "./day.ts";

test("half an hour into a day of summer, thirty days before is the thirtieth day of winter before it", () => {
  const today = dayIn("America/New_York", new Date("2026-03-28T04:30:00Z"));
  expect(today).toBe("2026-03-28");
  expect(daysAfter(today, -30)).toBe("2026-02-26");
  expect(daysAfter("2026-01-01", -1)).toBe("2025-12-31");
  expect(daysAfter("2026-01-30", 30)).toBe("2026-03-01");
});
