-- The exchanged tables as released first. Frozen: later versions change them in files of their own.

CREATE TABLE action_plan (
    id VARCHAR NOT NULL,
    removed BOOLEAN DEFAULT 0 NOT NULL,
    sample BOOLEAN DEFAULT 0 NOT NULL,
    title VARCHAR NOT NULL,
    district_id VARCHAR,
    activity_id VARCHAR,
    agreement_id VARCHAR,
    problem VARCHAR,
    aim VARCHAR,
    modalities VARCHAR,
    notes VARCHAR,
    PRIMARY KEY (id),
    FOREIGN KEY(district_id) REFERENCES district (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(activity_id) REFERENCES activity (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(agreement_id) REFERENCES agreement (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_action_plan_activity_id ON action_plan (activity_id);

CREATE INDEX ix_action_plan_district_id ON action_plan (district_id);

CREATE TABLE action_plan_party (
    id VARCHAR NOT NULL,
    removed BOOLEAN DEFAULT 0 NOT NULL,
    sample BOOLEAN DEFAULT 0 NOT NULL,
    plan_id VARCHAR NOT NULL,
    organization_id VARCHAR NOT NULL,
    side VARCHAR,
    PRIMARY KEY (id),
    FOREIGN KEY(plan_id) REFERENCES action_plan (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(organization_id) REFERENCES organization (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_action_plan_party_organization_id ON action_plan_party (organization_id);

CREATE INDEX ix_action_plan_party_plan_id ON action_plan_party (plan_id);

CREATE TABLE action_step (
    id VARCHAR NOT NULL,
    removed BOOLEAN DEFAULT 0 NOT NULL,
    sample BOOLEAN DEFAULT 0 NOT NULL,
    plan_id VARCHAR NOT NULL,
    number INTEGER NOT NULL,
    what VARCHAR NOT NULL,
    objective VARCHAR,
    target_group VARCHAR,
    person_id VARCHAR,
    organization_id VARCHAR,
    in_charge VARCHAR,
    with_whom VARCHAR,
    starts VARCHAR,
    ends VARCHAR,
    when_said VARCHAR,
    place VARCHAR,
    district_id VARCHAR,
    resources VARCHAR,
    cost INTEGER,
    fund_source VARCHAR,
    indicator VARCHAR,
    status_id VARCHAR,
    progress INTEGER,
    evidence VARCHAR,
    PRIMARY KEY (id),
    FOREIGN KEY(plan_id) REFERENCES action_plan (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(person_id) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(organization_id) REFERENCES organization (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(district_id) REFERENCES district (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(status_id) REFERENCES term (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_action_step_plan_id ON action_step (plan_id);

CREATE TABLE activity (
    id VARCHAR NOT NULL,
    removed BOOLEAN DEFAULT 0 NOT NULL,
    sample BOOLEAN DEFAULT 0 NOT NULL,
    title VARCHAR NOT NULL,
    theme VARCHAR,
    number VARCHAR,
    kind_id VARCHAR,
    status_id VARCHAR NOT NULL,
    basis VARCHAR DEFAULT 'recorded' NOT NULL,
    programme_id VARCHAR,
    forum_id VARCHAR,
    parent_id VARCHAR,
    series_id VARCHAR,
    edition INTEGER,
    agreement_id VARCHAR,
    mode_id VARCHAR,
    starts VARCHAR,
    ends VARCHAR,
    time_zone VARCHAR,
    venue VARCHAR,
    platform VARCHAR,
    link VARCHAR,
    objective VARCHAR,
    expected_outputs VARCHAR,
    target_group VARCHAR,
    background VARCHAR,
    results VARCHAR,
    lessons VARCHAR,
    challenges VARCHAR,
    recommendations VARCHAR,
    closing VARCHAR,
    participants_planned INTEGER,
    languages VARCHAR,
    sensitivity VARCHAR DEFAULT 'internal' NOT NULL,
    completion_share INTEGER DEFAULT 80 NOT NULL,
    seen_female INTEGER,
    seen_male INTEGER,
    seen_unknown INTEGER,
    notes VARCHAR,
    PRIMARY KEY (id),
    FOREIGN KEY(kind_id) REFERENCES term (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(status_id) REFERENCES term (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(programme_id) REFERENCES programme (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(forum_id) REFERENCES forum (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(parent_id) REFERENCES activity (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(series_id) REFERENCES series (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(agreement_id) REFERENCES agreement (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(mode_id) REFERENCES term (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_activity_forum_id ON activity (forum_id);

CREATE INDEX ix_activity_list ON activity (removed, starts, id);

CREATE INDEX ix_activity_parent_id ON activity (parent_id);

CREATE INDEX ix_activity_programme ON activity (programme_id);

CREATE TABLE activity_district (
    id VARCHAR NOT NULL,
    removed BOOLEAN DEFAULT 0 NOT NULL,
    sample BOOLEAN DEFAULT 0 NOT NULL,
    activity_id VARCHAR NOT NULL,
    district_id VARCHAR NOT NULL,
    rank INTEGER DEFAULT 0 NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(activity_id) REFERENCES activity (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(district_id) REFERENCES district (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_activity_district_activity_id ON activity_district (activity_id);

CREATE INDEX ix_activity_district_district_id ON activity_district (district_id);

CREATE TABLE activity_organization (
    id VARCHAR NOT NULL,
    removed BOOLEAN DEFAULT 0 NOT NULL,
    sample BOOLEAN DEFAULT 0 NOT NULL,
    activity_id VARCHAR NOT NULL,
    organization_id VARCHAR NOT NULL,
    role_id VARCHAR NOT NULL,
    rank INTEGER DEFAULT 0 NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(activity_id) REFERENCES activity (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(organization_id) REFERENCES organization (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(role_id) REFERENCES term (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_activity_organization_activity_id ON activity_organization (activity_id);

CREATE INDEX ix_activity_organization_organization_id ON activity_organization (organization_id);

CREATE TABLE activity_session (
    id VARCHAR NOT NULL,
    removed BOOLEAN DEFAULT 0 NOT NULL,
    sample BOOLEAN DEFAULT 0 NOT NULL,
    activity_id VARCHAR NOT NULL,
    number INTEGER NOT NULL,
    date VARCHAR,
    start_time VARCHAR,
    end_time VARCHAR,
    minutes_from INTEGER,
    minutes_to INTEGER,
    topic VARCHAR,
    mode_id VARCHAR,
    venue VARCHAR,
    link VARCHAR,
    method VARCHAR,
    summary VARCHAR,
    materials VARCHAR,
    languages VARCHAR,
    PRIMARY KEY (id),
    FOREIGN KEY(activity_id) REFERENCES activity (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(mode_id) REFERENCES term (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_activity_session_activity_id ON activity_session (activity_id);

CREATE TABLE affiliation (
    id VARCHAR NOT NULL,
    removed BOOLEAN DEFAULT 0 NOT NULL,
    sample BOOLEAN DEFAULT 0 NOT NULL,
    person_id VARCHAR NOT NULL,
    organization_id VARCHAR NOT NULL,
    position VARCHAR,
    unit VARCHAR,
    standing_id VARCHAR,
    starts VARCHAR,
    ends VARCHAR,
    main BOOLEAN DEFAULT 0 NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(person_id) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(organization_id) REFERENCES organization (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(standing_id) REFERENCES term (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_affiliation_organization_id ON affiliation (organization_id);

CREATE INDEX ix_affiliation_person_id ON affiliation (person_id);

CREATE TABLE agreement (
    id VARCHAR NOT NULL,
    removed BOOLEAN DEFAULT 0 NOT NULL,
    sample BOOLEAN DEFAULT 0 NOT NULL,
    title VARCHAR NOT NULL,
    number VARCHAR,
    kind_id VARCHAR,
    status_id VARCHAR,
    parent_id VARCHAR,
    programme_id VARCHAR,
    signing_activity_id VARCHAR,
    signed VARCHAR,
    place VARCHAR,
    district_id VARCHAR,
    starts VARCHAR,
    ends VARCHAR,
    scope VARCHAR,
    cross_cutting VARCHAR,
    notes VARCHAR,
    PRIMARY KEY (id),
    FOREIGN KEY(kind_id) REFERENCES term (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(status_id) REFERENCES term (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(parent_id) REFERENCES agreement (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(programme_id) REFERENCES programme (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(signing_activity_id) REFERENCES activity (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(district_id) REFERENCES district (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE TABLE agreement_extension (
    id VARCHAR NOT NULL,
    removed BOOLEAN DEFAULT 0 NOT NULL,
    sample BOOLEAN DEFAULT 0 NOT NULL,
    agreement_id VARCHAR NOT NULL,
    until VARCHAR NOT NULL,
    signed VARCHAR,
    number VARCHAR,
    PRIMARY KEY (id),
    FOREIGN KEY(agreement_id) REFERENCES agreement (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_agreement_extension_agreement_id ON agreement_extension (agreement_id);

CREATE TABLE agreement_party (
    id VARCHAR NOT NULL,
    removed BOOLEAN DEFAULT 0 NOT NULL,
    sample BOOLEAN DEFAULT 0 NOT NULL,
    agreement_id VARCHAR NOT NULL,
    organization_id VARCHAR NOT NULL,
    own_number VARCHAR,
    signatory_id VARCHAR,
    signatory_name VARCHAR,
    signatory_position VARCHAR,
    contribution VARCHAR,
    rank INTEGER DEFAULT 0 NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(agreement_id) REFERENCES agreement (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(organization_id) REFERENCES organization (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(signatory_id) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_agreement_party_agreement_id ON agreement_party (agreement_id);

CREATE INDEX ix_agreement_party_organization_id ON agreement_party (organization_id);

CREATE TABLE alias (
    id VARCHAR NOT NULL,
    removed BOOLEAN DEFAULT 0 NOT NULL,
    sample BOOLEAN DEFAULT 0 NOT NULL,
    subject VARCHAR NOT NULL,
    subject_id VARCHAR NOT NULL,
    text VARCHAR NOT NULL,
    kind VARCHAR,
    PRIMARY KEY (id)
);

CREATE INDEX ix_alias_subject ON alias (subject_id);

CREATE TABLE attachment (
    id VARCHAR NOT NULL,
    removed BOOLEAN DEFAULT 0 NOT NULL,
    sample BOOLEAN DEFAULT 0 NOT NULL,
    subject VARCHAR NOT NULL,
    subject_id VARCHAR NOT NULL,
    kind_id VARCHAR,
    caption VARCHAR,
    date VARCHAR,
    place VARCHAR,
    credit VARCHAR,
    consent VARCHAR,
    file_name VARCHAR,
    media_type VARCHAR,
    size INTEGER,
    sha256 VARCHAR,
    link VARCHAR,
    rank INTEGER DEFAULT 0 NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(kind_id) REFERENCES term (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_attachment_subject ON attachment (subject_id);

CREATE TABLE attendance (
    id VARCHAR NOT NULL,
    removed BOOLEAN DEFAULT 0 NOT NULL,
    sample BOOLEAN DEFAULT 0 NOT NULL,
    participation_id VARCHAR NOT NULL,
    session_id VARCHAR NOT NULL,
    status VARCHAR,
    mode VARCHAR,
    minutes INTEGER,
    arrived VARCHAR,
    recorded_how VARCHAR,
    recorded_at VARCHAR,
    notes VARCHAR,
    PRIMARY KEY (id),
    FOREIGN KEY(participation_id) REFERENCES participation (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(session_id) REFERENCES activity_session (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_attendance_participation_id ON attendance (participation_id);

CREATE INDEX ix_attendance_session_id ON attendance (session_id);

CREATE TABLE citation (
    id VARCHAR NOT NULL,
    removed BOOLEAN DEFAULT 0 NOT NULL,
    sample BOOLEAN DEFAULT 0 NOT NULL,
    subject VARCHAR NOT NULL,
    subject_id VARCHAR NOT NULL,
    source_id VARCHAR NOT NULL,
    locator VARCHAR,
    PRIMARY KEY (id),
    FOREIGN KEY(source_id) REFERENCES source (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_citation_source_id ON citation (source_id);

CREATE INDEX ix_citation_subject ON citation (subject_id);

CREATE TABLE commitment (
    id VARCHAR NOT NULL,
    removed BOOLEAN DEFAULT 0 NOT NULL,
    sample BOOLEAN DEFAULT 0 NOT NULL,
    agreement_id VARCHAR NOT NULL,
    organization_id VARCHAR,
    text VARCHAR NOT NULL,
    unit VARCHAR,
    agreed FLOAT,
    done FLOAT,
    due VARCHAR,
    status_id VARCHAR,
    rank INTEGER DEFAULT 0 NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(agreement_id) REFERENCES agreement (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(organization_id) REFERENCES organization (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(status_id) REFERENCES term (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_commitment_agreement_id ON commitment (agreement_id);

CREATE TABLE consent (
    id VARCHAR NOT NULL,
    removed BOOLEAN DEFAULT 0 NOT NULL,
    sample BOOLEAN DEFAULT 0 NOT NULL,
    person_id VARCHAR NOT NULL,
    purpose_id VARCHAR NOT NULL,
    given BOOLEAN NOT NULL,
    date VARCHAR,
    how_id VARCHAR,
    text_version VARCHAR,
    given_by VARCHAR,
    relation VARCHAR,
    withdrawn VARCHAR,
    PRIMARY KEY (id),
    FOREIGN KEY(person_id) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(purpose_id) REFERENCES term (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(how_id) REFERENCES term (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_consent_person_id ON consent (person_id);

CREATE TABLE device (
    id VARCHAR NOT NULL,
    removed BOOLEAN DEFAULT 0 NOT NULL,
    sample BOOLEAN DEFAULT 0 NOT NULL,
    name VARCHAR NOT NULL,
    owner VARCHAR,
    PRIMARY KEY (id)
);

CREATE TABLE district (
    id VARCHAR NOT NULL,
    removed BOOLEAN DEFAULT 0 NOT NULL,
    sample BOOLEAN DEFAULT 0 NOT NULL,
    level VARCHAR NOT NULL,
    kind VARCHAR,
    name VARCHAR NOT NULL,
    name_en VARCHAR,
    short_name VARCHAR NOT NULL,
    parent_id VARCHAR,
    latitude FLOAT,
    longitude FLOAT,
    time_zone VARCHAR,
    pcode VARCHAR,
    PRIMARY KEY (id),
    FOREIGN KEY(parent_id) REFERENCES district (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_district_level ON district (level);

CREATE INDEX ix_district_parent_id ON district (parent_id);

CREATE TABLE figure_place (
    id VARCHAR NOT NULL,
    removed BOOLEAN DEFAULT 0 NOT NULL,
    sample BOOLEAN DEFAULT 0 NOT NULL,
    figure_id VARCHAR NOT NULL,
    district_id VARCHAR NOT NULL,
    as_written VARCHAR,
    rank INTEGER DEFAULT 0 NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(figure_id) REFERENCES reported_figure (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(district_id) REFERENCES district (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_figure_place_district_id ON figure_place (district_id);

CREATE INDEX ix_figure_place_figure_id ON figure_place (figure_id);

CREATE TABLE follow_up (
    id VARCHAR NOT NULL,
    removed BOOLEAN DEFAULT 0 NOT NULL,
    sample BOOLEAN DEFAULT 0 NOT NULL,
    date VARCHAR,
    mentor_id VARCHAR,
    mentor_name VARCHAR,
    plan_id VARCHAR,
    step_id VARCHAR,
    organization_id VARCHAR,
    activity_id VARCHAR,
    district_id VARCHAR,
    mode_id VARCHAR,
    found VARCHAR,
    next VARCHAR,
    progress INTEGER,
    PRIMARY KEY (id),
    FOREIGN KEY(mentor_id) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(plan_id) REFERENCES action_plan (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(step_id) REFERENCES action_step (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(organization_id) REFERENCES organization (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(activity_id) REFERENCES activity (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(district_id) REFERENCES district (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(mode_id) REFERENCES term (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_follow_up_plan_id ON follow_up (plan_id);

CREATE TABLE forum (
    id VARCHAR NOT NULL,
    removed BOOLEAN DEFAULT 0 NOT NULL,
    sample BOOLEAN DEFAULT 0 NOT NULL,
    name VARCHAR NOT NULL,
    programme_id VARCHAR,
    organization_id VARCHAR,
    district_id VARCHAR,
    founding_activity_id VARCHAR,
    founded VARCHAR,
    status_id VARCHAR,
    aims VARCHAR,
    notes VARCHAR,
    PRIMARY KEY (id),
    FOREIGN KEY(programme_id) REFERENCES programme (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(organization_id) REFERENCES organization (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(district_id) REFERENCES district (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(founding_activity_id) REFERENCES activity (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(status_id) REFERENCES term (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE TABLE forum_founder (
    id VARCHAR NOT NULL,
    removed BOOLEAN DEFAULT 0 NOT NULL,
    sample BOOLEAN DEFAULT 0 NOT NULL,
    forum_id VARCHAR NOT NULL,
    organization_id VARCHAR NOT NULL,
    role_id VARCHAR,
    PRIMARY KEY (id),
    FOREIGN KEY(forum_id) REFERENCES forum (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(organization_id) REFERENCES organization (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(role_id) REFERENCES term (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_forum_founder_forum_id ON forum_founder (forum_id);

CREATE INDEX ix_forum_founder_organization_id ON forum_founder (organization_id);

CREATE TABLE forum_member (
    id VARCHAR NOT NULL,
    removed BOOLEAN DEFAULT 0 NOT NULL,
    sample BOOLEAN DEFAULT 0 NOT NULL,
    forum_id VARCHAR NOT NULL,
    person_id VARCHAR,
    organization_id VARCHAR,
    role_id VARCHAR,
    starts VARCHAR,
    ends VARCHAR,
    PRIMARY KEY (id),
    FOREIGN KEY(forum_id) REFERENCES forum (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(person_id) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(organization_id) REFERENCES organization (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(role_id) REFERENCES term (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_forum_member_forum_id ON forum_member (forum_id);

CREATE INDEX ix_forum_member_organization_id ON forum_member (organization_id);

CREATE INDEX ix_forum_member_person_id ON forum_member (person_id);

CREATE TABLE holiday (
    id VARCHAR NOT NULL,
    removed BOOLEAN DEFAULT 0 NOT NULL,
    sample BOOLEAN DEFAULT 0 NOT NULL,
    date VARCHAR NOT NULL,
    name_id VARCHAR NOT NULL,
    name_en VARCHAR NOT NULL,
    estimated BOOLEAN DEFAULT 0 NOT NULL,
    PRIMARY KEY (id)
);

CREATE TABLE indicator (
    id VARCHAR NOT NULL,
    removed BOOLEAN DEFAULT 0 NOT NULL,
    sample BOOLEAN DEFAULT 0 NOT NULL,
    programme_id VARCHAR NOT NULL,
    number VARCHAR,
    name VARCHAR NOT NULL,
    unit VARCHAR,
    baseline FLOAT,
    target FLOAT,
    split VARCHAR,
    single_count BOOLEAN DEFAULT 0 NOT NULL,
    evidence VARCHAR,
    rank INTEGER DEFAULT 0 NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(programme_id) REFERENCES programme (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_indicator_programme_id ON indicator (programme_id);

CREATE TABLE indicator_value (
    id VARCHAR NOT NULL,
    removed BOOLEAN DEFAULT 0 NOT NULL,
    sample BOOLEAN DEFAULT 0 NOT NULL,
    indicator_id VARCHAR NOT NULL,
    starts VARCHAR NOT NULL,
    ends VARCHAR NOT NULL,
    category VARCHAR,
    target FLOAT,
    actual FLOAT,
    notes VARCHAR,
    PRIMARY KEY (id),
    FOREIGN KEY(indicator_id) REFERENCES indicator (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_indicator_value_indicator_id ON indicator_value (indicator_id);

CREATE TABLE issue (
    id VARCHAR NOT NULL,
    removed BOOLEAN DEFAULT 0 NOT NULL,
    sample BOOLEAN DEFAULT 0 NOT NULL,
    title VARCHAR NOT NULL,
    theme_id VARCHAR,
    district_id VARCHAR,
    activity_id VARCHAR,
    session_id VARCHAR,
    described_by_id VARCHAR,
    described_by VARCHAR,
    barrier VARCHAR,
    solution VARCHAR,
    with_whom VARCHAR,
    result VARCHAR,
    repeatable BOOLEAN DEFAULT 0 NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(theme_id) REFERENCES term (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(district_id) REFERENCES district (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(activity_id) REFERENCES activity (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(session_id) REFERENCES activity_session (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(described_by_id) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_issue_activity_id ON issue (activity_id);

CREATE INDEX ix_issue_district_id ON issue (district_id);

CREATE TABLE organization (
    id VARCHAR NOT NULL,
    removed BOOLEAN DEFAULT 0 NOT NULL,
    sample BOOLEAN DEFAULT 0 NOT NULL,
    name VARCHAR NOT NULL,
    acronym VARCHAR,
    kind_id VARCHAR,
    level VARCHAR,
    parent_id VARCHAR,
    district_id VARCHAR,
    contact_id VARCHAR,
    contact_name VARCHAR,
    phone VARCHAR,
    email VARCHAR,
    website VARCHAR,
    address VARCHAR,
    notes VARCHAR,
    PRIMARY KEY (id),
    FOREIGN KEY(kind_id) REFERENCES term (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(parent_id) REFERENCES organization (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(district_id) REFERENCES district (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(contact_id) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_organization_district_id ON organization (district_id);

CREATE INDEX ix_organization_list ON organization (removed, name COLLATE NOCASE, id);

CREATE INDEX ix_organization_parent_id ON organization (parent_id);

CREATE TABLE organization_district (
    id VARCHAR NOT NULL,
    removed BOOLEAN DEFAULT 0 NOT NULL,
    sample BOOLEAN DEFAULT 0 NOT NULL,
    organization_id VARCHAR NOT NULL,
    district_id VARCHAR NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(organization_id) REFERENCES organization (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(district_id) REFERENCES district (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_organization_district_district_id ON organization_district (district_id);

CREATE INDEX ix_organization_district_organization_id ON organization_district (organization_id);

CREATE TABLE organization_network (
    id VARCHAR NOT NULL,
    removed BOOLEAN DEFAULT 0 NOT NULL,
    sample BOOLEAN DEFAULT 0 NOT NULL,
    organization_id VARCHAR NOT NULL,
    network_id VARCHAR NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(organization_id) REFERENCES organization (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(network_id) REFERENCES organization (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_organization_network_network_id ON organization_network (network_id);

CREATE INDEX ix_organization_network_organization_id ON organization_network (organization_id);

CREATE TABLE participation (
    id VARCHAR NOT NULL,
    removed BOOLEAN DEFAULT 0 NOT NULL,
    sample BOOLEAN DEFAULT 0 NOT NULL,
    activity_id VARCHAR NOT NULL,
    person_id VARCHAR NOT NULL,
    role_id VARCHAR NOT NULL,
    status_id VARCHAR,
    organization_id VARCHAR,
    position VARCHAR,
    district_id VARCHAR,
    age INTEGER,
    age_band VARCHAR,
    first_time BOOLEAN,
    pre_test FLOAT,
    post_test FLOAT,
    certificate_number VARCHAR,
    transport_paid INTEGER,
    sheet_order INTEGER,
    guardian_name VARCHAR,
    guardian_consent BOOLEAN DEFAULT 0 NOT NULL,
    notes VARCHAR,
    PRIMARY KEY (id),
    FOREIGN KEY(activity_id) REFERENCES activity (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(person_id) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(role_id) REFERENCES term (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(status_id) REFERENCES term (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(organization_id) REFERENCES organization (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(district_id) REFERENCES district (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_participation_activity_id ON participation (activity_id);

CREATE INDEX ix_participation_person_id ON participation (person_id);

CREATE TABLE participation_role (
    id VARCHAR NOT NULL,
    removed BOOLEAN DEFAULT 0 NOT NULL,
    sample BOOLEAN DEFAULT 0 NOT NULL,
    participation_id VARCHAR NOT NULL,
    role_id VARCHAR NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(participation_id) REFERENCES participation (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(role_id) REFERENCES term (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_participation_role_participation_id ON participation_role (participation_id);

CREATE TABLE person (
    id VARCHAR NOT NULL,
    removed BOOLEAN DEFAULT 0 NOT NULL,
    sample BOOLEAN DEFAULT 0 NOT NULL,
    name VARCHAR NOT NULL,
    title_before VARCHAR,
    title_after VARCHAR,
    nickname VARCHAR,
    form_of_address VARCHAR,
    sex VARCHAR,
    birth VARCHAR,
    age_band VARCHAR,
    age_band_on VARCHAR,
    seeing INTEGER,
    hearing INTEGER,
    walking INTEGER,
    remembering INTEGER,
    self_care INTEGER,
    communicating INTEGER,
    disability_said VARCHAR,
    disability_kind VARCHAR,
    disability_method_id VARCHAR,
    accommodation VARCHAR,
    phone VARCHAR,
    whatsapp BOOLEAN DEFAULT 0 NOT NULL,
    email VARCHAR,
    address VARCHAR,
    village VARCHAR,
    district_id VARCHAR,
    occupation VARCHAR,
    position VARCHAR,
    photo_id VARCHAR,
    notes VARCHAR,
    sensitive BOOLEAN DEFAULT 0 NOT NULL,
    code VARCHAR,
    merged_into VARCHAR,
    erased BOOLEAN DEFAULT 0 NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(disability_method_id) REFERENCES term (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(district_id) REFERENCES district (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(photo_id) REFERENCES attachment (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(merged_into) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_person_district_id ON person (district_id);

CREATE INDEX ix_person_list ON person (removed, name COLLATE NOCASE, id);

CREATE INDEX ix_person_merged ON person (merged_into) WHERE merged_into IS NOT NULL;

CREATE TABLE programme (
    id VARCHAR NOT NULL,
    removed BOOLEAN DEFAULT 0 NOT NULL,
    sample BOOLEAN DEFAULT 0 NOT NULL,
    name VARCHAR NOT NULL,
    code VARCHAR,
    parent_id VARCHAR,
    objective VARCHAR,
    target_group VARCHAR,
    approach VARCHAR,
    starts VARCHAR,
    ends VARCHAR,
    age_bands VARCHAR,
    notes VARCHAR,
    PRIMARY KEY (id),
    FOREIGN KEY(parent_id) REFERENCES programme (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE TABLE programme_district (
    id VARCHAR NOT NULL,
    removed BOOLEAN DEFAULT 0 NOT NULL,
    sample BOOLEAN DEFAULT 0 NOT NULL,
    programme_id VARCHAR NOT NULL,
    district_id VARCHAR NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(programme_id) REFERENCES programme (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(district_id) REFERENCES district (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_programme_district_district_id ON programme_district (district_id);

CREATE INDEX ix_programme_district_programme_id ON programme_district (programme_id);

CREATE TABLE programme_organization (
    id VARCHAR NOT NULL,
    removed BOOLEAN DEFAULT 0 NOT NULL,
    sample BOOLEAN DEFAULT 0 NOT NULL,
    programme_id VARCHAR NOT NULL,
    organization_id VARCHAR NOT NULL,
    role_id VARCHAR NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(programme_id) REFERENCES programme (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(organization_id) REFERENCES organization (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(role_id) REFERENCES term (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_programme_organization_organization_id ON programme_organization (organization_id);

CREATE INDEX ix_programme_organization_programme_id ON programme_organization (programme_id);

CREATE TABLE quote (
    id VARCHAR NOT NULL,
    removed BOOLEAN DEFAULT 0 NOT NULL,
    sample BOOLEAN DEFAULT 0 NOT NULL,
    words VARCHAR NOT NULL,
    person_id VARCHAR,
    speaker_as_written VARCHAR,
    activity_id VARCHAR,
    session_id VARCHAR,
    agreement_id VARCHAR,
    source_id VARCHAR,
    consent VARCHAR,
    PRIMARY KEY (id),
    FOREIGN KEY(person_id) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(activity_id) REFERENCES activity (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(session_id) REFERENCES activity_session (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(agreement_id) REFERENCES agreement (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(source_id) REFERENCES source (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_quote_activity_id ON quote (activity_id);

CREATE INDEX ix_quote_person_id ON quote (person_id);

CREATE TABLE recommendation (
    id VARCHAR NOT NULL,
    removed BOOLEAN DEFAULT 0 NOT NULL,
    sample BOOLEAN DEFAULT 0 NOT NULL,
    text VARCHAR NOT NULL,
    activity_id VARCHAR,
    agreement_id VARCHAR,
    organization_id VARCHAR,
    to_whom VARCHAR,
    status_id VARCHAR,
    PRIMARY KEY (id),
    FOREIGN KEY(activity_id) REFERENCES activity (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(agreement_id) REFERENCES agreement (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(organization_id) REFERENCES organization (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(status_id) REFERENCES term (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_recommendation_activity_id ON recommendation (activity_id);

CREATE TABLE reported_figure (
    id VARCHAR NOT NULL,
    removed BOOLEAN DEFAULT 0 NOT NULL,
    sample BOOLEAN DEFAULT 0 NOT NULL,
    subject VARCHAR NOT NULL,
    subject_id VARCHAR NOT NULL,
    measure VARCHAR NOT NULL,
    minimum FLOAT,
    maximum FLOAT,
    unit VARCHAR,
    qualifier VARCHAR NOT NULL,
    basis VARCHAR NOT NULL,
    breakdown VARCHAR,
    denominator VARCHAR,
    list_complete BOOLEAN,
    as_written VARCHAR,
    date VARCHAR,
    PRIMARY KEY (id)
);

CREATE INDEX ix_reported_figure_subject ON reported_figure (subject_id);

CREATE TABLE series (
    id VARCHAR NOT NULL,
    removed BOOLEAN DEFAULT 0 NOT NULL,
    sample BOOLEAN DEFAULT 0 NOT NULL,
    name VARCHAR NOT NULL,
    yearly BOOLEAN,
    notes VARCHAR,
    PRIMARY KEY (id)
);

CREATE TABLE session_person (
    id VARCHAR NOT NULL,
    removed BOOLEAN DEFAULT 0 NOT NULL,
    sample BOOLEAN DEFAULT 0 NOT NULL,
    session_id VARCHAR NOT NULL,
    person_id VARCHAR NOT NULL,
    role_id VARCHAR NOT NULL,
    organization_id VARCHAR,
    position VARCHAR,
    rank INTEGER DEFAULT 0 NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(session_id) REFERENCES activity_session (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(person_id) REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(role_id) REFERENCES term (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(organization_id) REFERENCES organization (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_session_person_person_id ON session_person (person_id);

CREATE INDEX ix_session_person_session_id ON session_person (session_id);

CREATE TABLE setting (
    id VARCHAR NOT NULL,
    removed BOOLEAN DEFAULT 0 NOT NULL,
    sample BOOLEAN DEFAULT 0 NOT NULL,
    value VARCHAR NOT NULL,
    PRIMARY KEY (id)
);

CREATE TABLE signatory (
    id VARCHAR NOT NULL,
    removed BOOLEAN DEFAULT 0 NOT NULL,
    sample BOOLEAN DEFAULT 0 NOT NULL,
    activity_id VARCHAR NOT NULL,
    caption VARCHAR NOT NULL,
    name VARCHAR,
    position VARCHAR,
    number VARCHAR,
    rank INTEGER DEFAULT 0 NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(activity_id) REFERENCES activity (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_signatory_activity_id ON signatory (activity_id);

CREATE TABLE source (
    id VARCHAR NOT NULL,
    removed BOOLEAN DEFAULT 0 NOT NULL,
    sample BOOLEAN DEFAULT 0 NOT NULL,
    title VARCHAR NOT NULL,
    publisher VARCHAR,
    author VARCHAR,
    date VARCHAR,
    kind_id VARCHAR,
    secondary BOOLEAN DEFAULT 0 NOT NULL,
    address VARCHAR,
    file_name VARCHAR,
    notes VARCHAR,
    PRIMARY KEY (id),
    FOREIGN KEY(kind_id) REFERENCES term (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE TABLE statement (
    id VARCHAR NOT NULL,
    removed BOOLEAN DEFAULT 0 NOT NULL,
    sample BOOLEAN DEFAULT 0 NOT NULL,
    subject VARCHAR NOT NULL,
    subject_id VARCHAR NOT NULL,
    level VARCHAR NOT NULL,
    text VARCHAR NOT NULL,
    basis VARCHAR,
    rank INTEGER DEFAULT 0 NOT NULL,
    PRIMARY KEY (id)
);

CREATE INDEX ix_statement_subject ON statement (subject_id);

CREATE TABLE tag (
    id VARCHAR NOT NULL,
    removed BOOLEAN DEFAULT 0 NOT NULL,
    sample BOOLEAN DEFAULT 0 NOT NULL,
    name VARCHAR NOT NULL,
    kind VARCHAR,
    PRIMARY KEY (id)
);

CREATE TABLE tagging (
    id VARCHAR NOT NULL,
    removed BOOLEAN DEFAULT 0 NOT NULL,
    sample BOOLEAN DEFAULT 0 NOT NULL,
    subject VARCHAR NOT NULL,
    subject_id VARCHAR NOT NULL,
    tag_id VARCHAR NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(tag_id) REFERENCES tag (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_tagging_subject ON tagging (subject_id);

CREATE INDEX ix_tagging_tag_id ON tagging (tag_id);

CREATE TABLE term (
    id VARCHAR NOT NULL,
    removed BOOLEAN DEFAULT 0 NOT NULL,
    sample BOOLEAN DEFAULT 0 NOT NULL,
    vocabulary VARCHAR NOT NULL,
    code VARCHAR NOT NULL,
    label_id VARCHAR NOT NULL,
    label_en VARCHAR NOT NULL,
    meaning VARCHAR,
    rank INTEGER DEFAULT 0 NOT NULL,
    PRIMARY KEY (id)
);
