-- How often a picture was ordered in a row: an order that nobody answers is sent again, each time after twice the time.
alter table preview add column orders integer not null default 1 check (orders >= 0);

-- Pictures that are on their way: few, whatever there is of others. How many of a tenant's there are, and which are lost.
create index preview_under_way on preview (tenant, ordered_at) where file_key is null and trouble_code is null;
