import { organizationsOf, shopsOf } from "@kept/domain";
import type { ReactNode } from "react";
import { member } from "../../../server/context.ts";
import { chosenTheme } from "../../../server/theme.ts";
import { tools } from "../../../server/tools.ts";
import { mostWaiting } from "../../../ui/few.ts";
import { switcherShop } from "../../../ui/shell/in-switcher.ts";
import { Shell } from "../../../ui/shell/shell.tsx";

/** What stands above single shops: all of them, the people, one's own account. */
export default async function AboveShops({ children }: { children: ReactNode }) {
  const person = await member();
  const open = await tools();
  const [shops, organizations] = await Promise.all([
    shopsOf(open, person.userId, { countedTo: mostWaiting }),
    organizationsOf(open, person.userId),
  ]);
  return (
    <Shell
      current={null}
      agency
      shops={shops.map(switcherShop)}
      person={person}
      theme={await chosenTheme()}
      items={[
        { href: "/shops", label: "All shops", icon: "shops" },
        ...(organizations.length > 0 ? [{ href: "/shops/team", label: "Team", icon: "team" as const }] : []),
        { href: "/shops/account", label: "Account", icon: "account" },
      ]}
    >
      {children}
    </Shell>
  );
}
