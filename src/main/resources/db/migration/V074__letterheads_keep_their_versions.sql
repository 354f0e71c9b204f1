-- A letterhead that was changed can be looked at and taken up again; the last version is the one in use.
create table letterhead_version (
    certifying_body_id uuid         not null references certifying_body (id),
    version            int          not null,
    address_lines      varchar(500) not null,
    contact_line       varchar(200) not null,
    town               varchar(100) not null,
    signatory_name     varchar(100) null,
    signatory_function varchar(100) not null,
    logo               mediumblob   null,
    logo_media_type    varchar(20)  character set ascii collate ascii_bin null,
    written_at         datetime(6)  not null,
    primary key (certifying_body_id, version)
);

insert into letterhead_version
select certifying_body_id, 1, address_lines, contact_line, town, signatory_name, signatory_function, logo, logo_media_type, updated_at
from letterhead;

drop table letterhead;
