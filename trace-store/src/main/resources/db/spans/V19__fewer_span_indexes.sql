-- Nine spans a page, each entered into every index: that was the largest part of what the database does for a giant.
-- The spans of a time, or of a service in a time, are found operation by operation, whose index is in the order of time
-- as well; span_operation has them all, and they are few. What is asked of a stretch of time as a whole reads the blocks
-- that are of that time, which lie together because spans come in the order in which they end.
drop index span_by_service;
drop index span_by_time;
create index span_by_time on span using brin (start_time) with (pages_per_range = 32);
