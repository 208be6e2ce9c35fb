/** Names of provinces by country and code, as far as shops here lie in such countries. */
const names: Record<string, Record<string, string>> = {
  AU: {
    ACT: "Australian Capital Territory",
    NSW: "New South Wales",
    NT: "Northern Territory",
    QLD: "Queensland",
    SA: "South Australia",
    TAS: "Tasmania",
    VIC: "Victoria",
    WA: "Western Australia",
  },
  CA: {
    AB: "Alberta",
    BC: "British Columbia",
    MB: "Manitoba",
    NB: "New Brunswick",
    NL: "Newfoundland and Labrador",
    NT: "Northwest Territories",
    NS: "Nova Scotia",
    NU: "Nunavut",
    ON: "Ontario",
    PE: "Prince Edward Island",
    QC: "Quebec",
    SK: "Saskatchewan",
    YT: "Yukon",
  },
  US: Object.fromEntries(
    (
      "AL Alabama,AK Alaska,AZ Arizona,AR Arkansas,CA California,CO Colorado,CT Connecticut,DE Delaware," +
      "DC District of Columbia,FL Florida,GA Georgia,HI Hawaii,ID Idaho,IL Illinois,IN Indiana,IA Iowa,KS Kansas," +
      "KY Kentucky,LA Louisiana,ME Maine,MD Maryland,MA Massachusetts,MI Michigan,MN Minnesota,MS Mississippi," +
      "MO Missouri,MT Montana,NE Nebraska,NV Nevada,NH New Hampshire,NJ New Jersey,NM New Mexico,NY New York," +
      "NC North Carolina,ND North Dakota,OH Ohio,OK Oklahoma,OR Oregon,PA Pennsylvania,PR Puerto Rico," +
      "RI Rhode Island,SC South Carolina,SD South Dakota,TN Tennessee,TX Texas,UT Utah,VT Vermont,VA Virginia," +
      "WA Washington,WV West Virginia,WI Wisconsin,WY Wyoming"
    )
      .split(",")
      .map((entry) => [entry.slice(0, 2), entry.slice(3)]),
  ),
};

/** Countries whose addresses have no province; recorded of Singapore. */
const without = new Set(["SG"]);

export function isProvinceless(country: string | undefined): boolean {
  return country !== undefined && without.has(country);
}

/** Whether its provinces are known here, so that another one is refused. */
export function hasProvinces(country: string | undefined): boolean {
  return country !== undefined && country in names;
}

export function provinceName(country: string | undefined, code: string | null | undefined): string | null {
  return (country && code && names[country]?.[code]) || null;
}

export function provinceCode(country: string | undefined, name: string | null | undefined): string | null {
  const known = Object.entries((country && names[country]) || {});
  return known.find((entry) => entry[1].toLowerCase() === name?.toLowerCase())?.[0] ?? null;
}
