-- What a person is called and reached by disappears from every text a shop has, whatever tables there are: addresses
-- and numbers everywhere, names in what belongs to their returns. Only behind the door for forgetting.
create function forget_words(which uuid, exact text[], names text[], of_returns uuid[]) returns bigint language plpgsql as $$
declare
  c record;
  word text;
  pattern text;
  counted bigint;
  touched bigint := 0;
begin
  if current_user <> 'kept_redactor' or current_shop() is distinct from which then
    raise exception 'a person is forgotten behind the door for it only' using errcode = 'KE011';
  end if;
  for c in
    select t.relname as name, a.attname as column_name, y.typname = 'jsonb' as json,
           case when t.relname = 'returns' then 'id' when r.attname is not null then 'return_id' end as belongs
      from pg_class t
      join pg_attribute s on s.attrelid = t.oid and s.attname = 'shop_id' and not s.attisdropped
      join pg_attribute a on a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
      join pg_type y on y.oid = a.atttypid and y.typname in ('text', 'jsonb', 'varchar')
      left join pg_attribute r on r.attrelid = t.oid and r.attname = 'return_id' and not r.attisdropped
     where t.relkind in ('r', 'p') and t.relnamespace = 'public'::regnamespace and not t.relispartition
       and t.relname not in ('audit_entries', 'return_words')
  loop
    foreach word in array exact || names loop
      continue when word = any (names) and c.belongs is null;
      -- As it stands in a JSON text, and with nothing in it that means something in a pattern.
      pattern := regexp_replace(case when c.json then trim(both '"' from to_jsonb(word)::text) else word end,
        '([.*+?^${}()|\[\]\\])', '\\\1', 'g');
      if word = any (names) then pattern := '\m' || pattern || '\M'; end if;
      -- A number is the same number however it is spaced.
      if word ~ '^[+(]?[0-9][0-9 ().-]{5,}$' then
        pattern := '[+(]?' || regexp_replace(regexp_replace(word, '[^0-9]', '', 'g'), '(\d)(?=\d)', '\1[^0-9]{0,2}', 'g');
      end if;
      execute format('update %I set %I = regexp_replace(%I::text, $2, ''[removed]'', ''gi'')::%s where shop_id = $1 and %I::text ~* $2%s',
        c.name, c.column_name, c.column_name, case when c.json then 'jsonb' else 'text' end, c.column_name,
        case when word = any (names) then format(' and %I = any ($3)', c.belongs) else '' end)
        using which, pattern, of_returns;
      get diagnostics counted = row_count;
      touched := touched + counted;
    end loop;
  end loop;
  return touched;
end $$;--> statement-breakpoint
grant update on privacy_requests to kept_across;
