-- The pages of a tenant that have findings, in the order in which they are listed. Not an index over the findings' codes:
-- under row-level security no condition on jsonb is let near an index.
create index stage_row_with_findings on stage_row (tenant, job_id desc, page)
  where stage = 'convert' and finding_count > 0;
