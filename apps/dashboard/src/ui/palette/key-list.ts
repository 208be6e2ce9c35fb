/** The keys that work on every page; those with an address go there. */
export function keyList(shop: string): readonly { keys: string; does: string; href?: string }[] {
  return [
    { keys: "Ctrl K", does: "Find a return, a page, a shop" },
    { keys: "/", does: "Search this list" },
    { keys: "j", does: "The row below" },
    { keys: "k", does: "The row above" },
    { keys: "x", does: "Choose this row, or not" },
    { keys: "n", does: "The next request, or the next page" },
    { keys: "g h", does: "Home", href: `/${shop}` },
    { keys: "g r", does: "Returns", href: `/${shop}/returns` },
    { keys: "g i", does: "Returns to issue", href: `/${shop}/returns?view=to_issue` },
    { keys: "g c", does: "Credits", href: `/${shop}/credits` },
    { keys: "g u", does: "Customers", href: `/${shop}/customers` },
    { keys: "g s", does: "Settings", href: `/${shop}/settings/resolutions` },
    { keys: "?", does: "These keys" },
    { keys: "Esc", does: "Close what is open" },
  ];
}
