-- With each batch of results some pages of a job are ordered: to find them, or to count those under way, must not mean
-- to go through all of its pages.
create index page_waiting on page (job_id, number) where state = 'queued' and due_at is null;
create index page_under_way on page (job_id) where due_at is not null;
