import Link from "next/link";
import { classes } from "../../../../ui/classes.ts";
import { TabBar } from "../../../../ui/tab-bar.tsx";

interface Props {
  organizations: readonly { readonly id: string; readonly name: string }[];
  chosen: string;
}

/** For whoever belongs to several organizations: whose people are shown. */
export function OrganizationTabs({ organizations, chosen }: Props) {
  return (
    <TabBar label="Organizations">
      <ul className="flex gap-1">
        {organizations.map(({ id, name }) => (
          <li key={id}>
            <Link
              href={`/shops/team?of=${id}`}
              aria-current={id === chosen ? "page" : undefined}
              className={classes(
                "-mb-px flex h-10 items-center border-b-2 px-2.5 whitespace-nowrap",
                id === chosen ? "border-accent-ink text-ink" : "border-transparent text-ink-2 hover:text-ink",
              )}
            >
              {name}
            </Link>
          </li>
        ))}
      </ul>
    </TabBar>
  );
}
