CREATE TABLE "figure_totals" (
	"shop_id" uuid NOT NULL,
	"currency" char(3) NOT NULL,
	"figure" text NOT NULL,
	"sum" bigint NOT NULL,
	"count" bigint NOT NULL,
	CONSTRAINT "figure_totals_shop_id_currency_figure_pk" PRIMARY KEY("shop_id","currency","figure")
);
--> statement-breakpoint
ALTER TABLE "figure_totals" ADD CONSTRAINT "figure_totals_shop_id_shops_id_fk" FOREIGN KEY ("shop_id") REFERENCES "public"."shops"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
-- Walls, the same as everywhere; folded, and never removed.
alter table figure_totals enable row level security;--> statement-breakpoint
alter table figure_totals force row level security;--> statement-breakpoint
create policy own_shop on figure_totals to kept_app using (shop_id = current_shop()) with check (shop_id = current_shop());--> statement-breakpoint
create policy across on figure_totals to kept_across using (true) with check (true);--> statement-breakpoint
grant select, insert, update on figure_totals to kept_app, kept_across;--> statement-breakpoint

-- What is folded already.
set local role kept_across;--> statement-breakpoint
insert into figure_totals (shop_id, currency, figure, sum, count)
select shop_id, currency, figure, sum(sum), sum(count) from figure_days group by 1, 2, 3;--> statement-breakpoint
reset role;
