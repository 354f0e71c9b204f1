-- How long steps took, counted: one row per month of the answer and whole number of days. A median is read from a few
-- thousand rows instead of millions, and is exactly the one the tasks themselves would give.
create table insight_delay (
    certifying_body_id uuid        not null,
    -- The nil id: all certifications together.
    certification_id   uuid        not null,
    month              date        not null,
    -- A kind of task, or a delay of the law.
    measure            varchar(64) character set ascii collate ascii_bin not null,
    days               int         not null,
    cases              int         not null,
    -- Of these, how many after their own date.
    late               int         not null,
    primary key (certifying_body_id, certification_id, month, measure, days),
    index insight_delay_by_month (month)
);

-- Months already counted. The stamp says what there was to count: a month is counted again when it differs.
create table insight_month (
    month      date         not null primary key,
    stamp      varchar(100) character set ascii collate ascii_bin not null,
    counted_at datetime(6)  not null
);
