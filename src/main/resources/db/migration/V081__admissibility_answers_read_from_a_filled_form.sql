-- What was read from a candidate's filled form, until they said what to take over: gone with that word or with the filing.
create table livret1_paper (
    journey_id uuid         not null primary key references journey (id),
    form       varchar(80)  character set ascii collate ascii_bin not null,
    file_name  varchar(255) not null,
    read_at    datetime(6)  not null,
    field_values longtext   not null check (json_valid(field_values))
);
