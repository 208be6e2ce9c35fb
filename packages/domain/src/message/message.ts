/** What customer and shop wrote to each other about a return. */
export interface MessageView {
  readonly id: string;
  readonly author: "customer" | "shop";
  readonly text: string;
  readonly writtenAt: Date;
}

export const longestMessage = 2000;
