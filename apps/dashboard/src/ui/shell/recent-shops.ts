const key = "kept:recent-shops";

/** The shops this browser was in, the last one first. */
export function recentShops(): string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? "[]");
    return Array.isArray(kept) ? kept.filter((one) => typeof one === "string") : [];
  } catch {
    return [];
  }
}

export function rememberShop(handle: string): void {
  try {
    localStorage.setItem(
      key,
      JSON.stringify([handle, ...recentShops().filter((one) => one !== handle)].slice(0, 8)),
    );
  } catch {
    // A browser that keeps nothing shows the shops by name.
  }
}
