import type { Dice } from "./dice.ts";

/** What does not belong anywhere. */
export function oddity(dice: Dice): unknown {
  return dice.one<() => unknown>([
    () => "",
    () => null,
    () => undefined,
    () => -1,
    () => 1e308,
    () => Number.MAX_SAFE_INTEGER,
    () => 0.1,
    () => true,
    () => [],
    () => [[[[[]]]]],
    () => ({}),
    () => ({ __proto__: { admin: true }, constructor: { prototype: {} } }),
    () => JSON.parse('{"__proto__":{"x":1}}'),
    () => "' or 1=1 --",
    () => "\u0000",
    () => "\ud800",
    () => "😀".repeat(dice.below(200)),
    () => "a".repeat(dice.below(20_000)),
    () => "../".repeat(dice.below(40)),
    () => "<script>alert(1)</script>",
    () => "%00%0d%0aSet-Cookie: a=b",
    () => "{{7*7}}#{7*7}",
    () => "2026-13-45T99:99:99Z",
    () => "NaN",
    () => "1001",
    () => 99_999_999_999,
    () => "00000000-0000-7000-8000-000000000000",
    () => "$undefined",
    () => "\u202egnp.exe",
  ])();
}
