import type { ReactNode } from "react";
import { classes } from "./classes.ts";

function Icon({ children, className }: { children: ReactNode; className?: string | undefined }) {
  return (
    <svg
      viewBox="0 0 20 20"
      aria-hidden="true"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
      className={classes("size-[1.125rem] shrink-0", className)}
    >
      {children}
    </svg>
  );
}

interface Props {
  className?: string;
}

export const HomeIcon = ({ className }: Props) => (
  <Icon className={className}>
    <path d="m3 8.5 7-5.5 7 5.5V16a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1V8.5ZM8 17v-5h4v5" />
  </Icon>
);
export const ReturnsIcon = ({ className }: Props) => (
  <Icon className={className}>
    <path d="M6.5 3.5 3 7l3.5 3.5M3 7h9a5 5 0 0 1 0 10H6" />
  </Icon>
);
export const CustomersIcon = ({ className }: Props) => (
  <Icon className={className}>
    <circle cx="8" cy="7" r="3" />
    <path d="M2.5 16.5c.5-3 2.7-4.5 5.5-4.5s5 1.5 5.5 4.5M13 4.4a3 3 0 0 1 0 5.2M15 12.6c1.400.7 2.200 2 2.500 3.900" />
  </Icon>
);
export const CreditsIcon = ({ className }: Props) => (
  <Icon className={className}>
    <rect x="2.5" y="4.5" width="15" height="11" rx="2" />
    <path d="M2.5 8.5h15M6 12.5h3" />
  </Icon>
);
export const SettingsIcon = ({ className }: Props) => (
  <Icon className={className}>
    <path d="M3 6h7m4 0h3M3 14h3m4 0h7" />
    <circle cx="12" cy="6" r="2" />
    <circle cx="8" cy="14" r="2" />
  </Icon>
);
export const ShopsIcon = ({ className }: Props) => (
  <Icon className={className}>
    <path d="M3 8 4.5 3h11L17 8M3 8v9h14V8M3 8h14M8 17v-4.5h4V17" />
  </Icon>
);
export const TeamIcon = ({ className }: Props) => (
  <Icon className={className}>
    <circle cx="7.5" cy="7" r="2.5" />
    <path d="M2.5 16c.5-3 2.4-4.5 5-4.5s4.5 1.5 5 4.5M13 4.8a2.4 2.4 0 0 1 0 4.4M14.5 11.8c1.7.6 2.7 2 3 4.2" />
  </Icon>
);
export const AccountIcon = ({ className }: Props) => (
  <Icon className={className}>
    <circle cx="10" cy="10" r="7.25" />
    <circle cx="10" cy="8.25" r="2.25" />
    <path d="M5.25 15.3c.9-1.8 2.6-2.8 4.75-2.8s3.85 1 4.75 2.8" />
  </Icon>
);
export const UpDownIcon = ({ className }: Props) => (
  <Icon className={className}>
    <path d="m7 8 3-3 3 3M7 12l3 3 3-3" />
  </Icon>
);
export const SearchIcon = ({ className }: Props) => (
  <Icon className={className}>
    <circle cx="9" cy="9" r="5" />
    <path d="m13 13 4 4" />
  </Icon>
);
export const OutIcon = ({ className }: Props) => (
  <Icon className={className}>
    <path d="M7 5h8v8M15 5 5 15" />
  </Icon>
);
export const CheckIcon = ({ className }: Props) => (
  <Icon className={className}>
    <path d="m4.5 10.5 3.5 3.5 7.5-8" />
  </Icon>
);
