import { shopsOf } from "@kept/domain";
import type { ReactNode } from "react";
import { member, shopFor } from "../../../server/context.ts";
import { chosenTheme } from "../../../server/theme.ts";
import { tools } from "../../../server/tools.ts";
import { mostWaiting } from "../../../ui/few.ts";
import { switcherShop, waitingIn } from "../../../ui/shell/in-switcher.ts";
import { Shell } from "../../../ui/shell/shell.tsx";

interface Props {
  children: ReactNode;
  params: Promise<{ shop: string }>;
}

export default async function ShopLayout({ children, params }: Props) {
  const { shop: handle } = await params;
  const ctx = await shopFor(handle);
  const person = await member();
  const shops = await shopsOf(await tools(), person.userId, { countedTo: mostWaiting });
  const here = shops.find((shop) => shop.handle === handle);
  const waiting = here ? waitingIn(here) : 0;
  return (
    <Shell
      current={handle}
      agency={shops.length > 1}
      shops={shops.map(switcherShop)}
      person={person}
      theme={await chosenTheme()}
      items={[
        { href: `/${ctx.shop.handle}`, label: "Home", icon: "home" },
        { href: `/${ctx.shop.handle}/returns`, label: "Returns", icon: "returns", waiting },
        { href: `/${ctx.shop.handle}/credits`, label: "Credits", icon: "credits" },
        { href: `/${ctx.shop.handle}/customers`, label: "Customers", icon: "customers" },
        { href: `/${ctx.shop.handle}/settings`, label: "Settings", icon: "settings" },
      ]}
    >
      {children}
    </Shell>
  );
}
