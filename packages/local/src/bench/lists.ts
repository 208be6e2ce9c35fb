/** Every list and search of returns the dashboard has, by its address. */
export const lists: readonly { readonly name: string; readonly query: string }[] = [
  { name: "requested", query: "view=requested" },
  { name: "to issue", query: "view=to_issue" },
  { name: "in review", query: "view=in_review" },
  { name: "done", query: "view=done" },
  { name: "all", query: "view=all" },
  { name: "oldest first", query: "view=all&sort=oldest" },
  { name: "largest amount", query: "view=all&sort=largest" },
  { name: "resolution", query: "view=done&resolution=original_payment" },
  { name: "state", query: "view=to_issue&status=received" },
  { name: "age", query: "view=all&age=30d" },
  { name: "search number", query: "q=R-1500" },
  { name: "search order", query: "q=%239500" },
  { name: "search e-mail", query: "q=customer500%40example.com" },
  { name: "search name", query: "q=lovelace" },
  { name: "search beginning", query: "q=lin" },
  { name: "search words in a tab", query: "view=to_issue&q=ada+shirt" },
];
