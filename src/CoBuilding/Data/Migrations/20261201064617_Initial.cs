using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CoBuilding.Data.Migrations
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "accounts",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    login = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    normalized_login = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    display_name = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    find_keys = table.Column<string>(type: "text", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: true),
                    place_id = table.Column<Guid>(type: "uuid", nullable: false),
                    unit_id = table.Column<Guid>(type: "uuid", nullable: true),
                    password_hash = table.Column<string>(type: "text", nullable: true),
                    security_stamp = table.Column<string>(type: "text", nullable: false),
                    failed_sign_ins = table.Column<int>(type: "integer", nullable: false),
                    locked_until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    one_time_code_hash = table.Column<string>(type: "text", nullable: true),
                    one_time_code_until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    must_change_password = table.Column<bool>(type: "boolean", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    closed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    language = table.Column<string>(type: "text", nullable: true),
                    row_version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_accounts", x => new { x.tenant_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "attendance_settings",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    substitutes = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    asks_leave = table.Column<bool>(type: "boolean", nullable: false),
                    row_version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_attendance_settings", x => new { x.tenant_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "calendar_spans",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    name = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    first_day = table.Column<DateOnly>(type: "date", nullable: false),
                    last_day = table.Column<DateOnly>(type: "date", nullable: false),
                    source = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    removed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    row_version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_calendar_spans", x => new { x.tenant_id, x.id });
                    table.CheckConstraint("ck_calendar_spans_days", "last_day >= first_day AND last_day - first_day < 31");
                });

            migrationBuilder.CreateTable(
                name: "channels",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    is_on = table.Column<bool>(type: "boolean", nullable: false),
                    host = table.Column<string>(type: "character varying(253)", maxLength: 253, nullable: false),
                    port = table.Column<int>(type: "integer", nullable: true),
                    security = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    user_name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    password = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    sender = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    sender_name = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    url = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    method = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    headers = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    body = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: true),
                    success_field = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    success_mark = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    row_version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_channels", x => new { x.tenant_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "committee_kinds",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    level = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    convener_title = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    deputy_title = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    member_title = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    term_years = table.Column<int>(type: "integer", nullable: true),
                    min = table.Column<int>(type: "integer", nullable: true),
                    max = table.Column<int>(type: "integer", nullable: true),
                    requires_reason = table.Column<bool>(type: "boolean", nullable: false),
                    warns_even = table.Column<bool>(type: "boolean", nullable: false),
                    ordinal = table.Column<int>(type: "integer", nullable: false),
                    retired_on = table.Column<DateOnly>(type: "date", nullable: true),
                    row_version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_committee_kinds", x => new { x.tenant_id, x.id });
                    table.CheckConstraint("ck_committee_kinds_range", "(min IS NULL) = (max IS NULL) AND min >= 0 AND max >= min");
                });

            migrationBuilder.CreateTable(
                name: "coverage_settings",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    counts_towns_and_villages = table.Column<bool>(type: "boolean", nullable: false),
                    row_version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_coverage_settings", x => new { x.tenant_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "districts",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    slug = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    code = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    name = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    is_demo = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_districts", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "journal",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    operation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    ordinal = table.Column<int>(type: "integer", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    right = table.Column<string>(type: "text", nullable: false),
                    actor_name = table.Column<string>(type: "text", nullable: false),
                    account_id = table.Column<Guid>(type: "uuid", nullable: true),
                    link_id = table.Column<Guid>(type: "uuid", nullable: true),
                    action = table.Column<string>(type: "text", nullable: false),
                    subject = table.Column<string>(type: "text", nullable: false),
                    subject_id = table.Column<Guid>(type: "uuid", nullable: true),
                    before = table.Column<string>(type: "jsonb", nullable: true),
                    after = table.Column<string>(type: "jsonb", nullable: true),
                    row_version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_journal", x => new { x.tenant_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "links",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    token_hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    right = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    subject_id = table.Column<Guid>(type: "uuid", nullable: false),
                    within_id = table.Column<Guid>(type: "uuid", nullable: false),
                    addressee = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    place_id = table.Column<Guid>(type: "uuid", nullable: false),
                    unit_id = table.Column<Guid>(type: "uuid", nullable: true),
                    made_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    expires_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    revoked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    row_version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_links", x => new { x.tenant_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "meeting_warning_settings",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    most_requests = table.Column<int>(type: "integer", nullable: false),
                    notice_days = table.Column<int>(type: "integer", nullable: false),
                    row_version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_meeting_warning_settings", x => new { x.tenant_id, x.id });
                    table.CheckConstraint("ck_meeting_warning_settings_range", "most_requests BETWEEN 1 AND 100 AND notice_days BETWEEN 0 AND 30");
                });

            migrationBuilder.CreateTable(
                name: "meeting_words",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    list = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    standard = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: true),
                    name = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    ordinal = table.Column<int>(type: "integer", nullable: false),
                    retired_on = table.Column<DateOnly>(type: "date", nullable: true),
                    row_version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_meeting_words", x => new { x.tenant_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "message_settings",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    portal_address = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    hours_from = table.Column<TimeOnly>(type: "time without time zone", nullable: false),
                    hours_until = table.Column<TimeOnly>(type: "time without time zone", nullable: false),
                    row_version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_message_settings", x => new { x.tenant_id, x.id });
                    table.CheckConstraint("ck_message_settings_hours", "hours_until > hours_from");
                });

            migrationBuilder.CreateTable(
                name: "messages",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    writer = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    channel = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    place_id = table.Column<Guid>(type: "uuid", nullable: false),
                    within_id = table.Column<Guid>(type: "uuid", nullable: false),
                    subject_id = table.Column<Guid>(type: "uuid", nullable: true),
                    person_id = table.Column<Guid>(type: "uuid", nullable: true),
                    addressee = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    message_revision = table.Column<int>(type: "integer", nullable: false),
                    waits_for_sending_hours = table.Column<bool>(type: "boolean", nullable: false),
                    queued_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    due_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    tries = table.Column<int>(type: "integer", nullable: false),
                    claimed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    sent_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    failure = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    detail = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    row_version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_messages", x => new { x.tenant_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "minutes_settings",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    countersign_workdays = table.Column<int>(type: "integer", nullable: false),
                    counts_votes = table.Column<bool>(type: "boolean", nullable: false),
                    row_version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_minutes_settings", x => new { x.tenant_id, x.id });
                    table.CheckConstraint("ck_minutes_settings_days", "countersign_workdays BETWEEN 1 AND 30");
                });

            migrationBuilder.CreateTable(
                name: "nomination_chains",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    asks_consent = table.Column<bool>(type: "boolean", nullable: false),
                    asks_screening = table.Column<bool>(type: "boolean", nullable: false),
                    asks_approval = table.Column<bool>(type: "boolean", nullable: false),
                    asks_publicity = table.Column<bool>(type: "boolean", nullable: false),
                    publicity_workdays = table.Column<int>(type: "integer", nullable: false),
                    row_version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_nomination_chains", x => new { x.tenant_id, x.id });
                    table.CheckConstraint("ck_nomination_chains_days", "publicity_workdays BETWEEN 1 AND 30");
                });

            migrationBuilder.CreateTable(
                name: "people",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    mobile = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    email = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    merged_into_id = table.Column<Guid>(type: "uuid", nullable: true),
                    find_keys = table.Column<string>(type: "text", nullable: false),
                    sort_key = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    stroke_key = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    row_version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_people", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_people_people_tenant_id_merged_into_id",
                        columns: x => new { x.tenant_id, x.merged_into_id },
                        principalTable: "people",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "people_settings",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    order = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    mobile_kept_days = table.Column<int>(type: "integer", nullable: false),
                    row_version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_people_settings", x => new { x.tenant_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "places",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    parent_id = table.Column<Guid>(type: "uuid", nullable: true),
                    level = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    code = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false, collation: "C"),
                    official_name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    parent_name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: true),
                    find_keys = table.Column<string>(type: "text", nullable: false),
                    row_version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_places", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_places_places_tenant_id_parent_id",
                        columns: x => new { x.tenant_id, x.parent_id },
                        principalTable: "places",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "quorum_settings",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    quorum_rule = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    quorum_number = table.Column<int>(type: "integer", nullable: true),
                    counts_substitutes = table.Column<bool>(type: "boolean", nullable: false),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    row_version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_quorum_settings", x => new { x.tenant_id, x.id });
                    table.CheckConstraint("ck_quorum_settings_number", "(quorum_rule = 'ChairAndNumber') = (quorum_number IS NOT NULL)");
                });

            migrationBuilder.CreateTable(
                name: "rank_titles",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    title = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    ordinal = table.Column<int>(type: "integer", nullable: false),
                    retired_on = table.Column<DateOnly>(type: "date", nullable: true),
                    row_version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_rank_titles", x => new { x.tenant_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "unit_kinds",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    aliases = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    ordinal = table.Column<int>(type: "integer", nullable: false),
                    retired_on = table.Column<DateOnly>(type: "date", nullable: true),
                    row_version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_unit_kinds", x => new { x.tenant_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "calendar_feeds",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    token_hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    made_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    revoked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    row_version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_calendar_feeds", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_calendar_feeds_accounts_tenant_id_account_id",
                        columns: x => new { x.tenant_id, x.account_id },
                        principalTable: "accounts",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "grants",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    role = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    place_id = table.Column<Guid>(type: "uuid", nullable: false),
                    unit_id = table.Column<Guid>(type: "uuid", nullable: true),
                    from = table.Column<DateOnly>(type: "date", nullable: false),
                    until = table.Column<DateOnly>(type: "date", nullable: true),
                    post_id = table.Column<Guid>(type: "uuid", nullable: true),
                    row_version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_grants", x => new { x.tenant_id, x.id });
                    table.CheckConstraint("ck_grants_dates", "until IS NULL OR until >= \"from\"");
                    table.ForeignKey(
                        name: "fk_grants_accounts_tenant_id_account_id",
                        columns: x => new { x.tenant_id, x.account_id },
                        principalTable: "accounts",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "sessions",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    secret_hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    started_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    last_used_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    row_version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sessions", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_sessions_accounts_tenant_id_account_id",
                        columns: x => new { x.tenant_id, x.account_id },
                        principalTable: "accounts",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "committees",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    place_id = table.Column<Guid>(type: "uuid", nullable: false),
                    level = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    aims = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    preparation = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    prepared_on = table.Column<DateOnly>(type: "date", nullable: true),
                    established_on = table.Column<DateOnly>(type: "date", nullable: true),
                    term_number = table.Column<int>(type: "integer", nullable: false, defaultValue: 1),
                    term_from = table.Column<DateOnly>(type: "date", nullable: true),
                    term_ends_on = table.Column<DateOnly>(type: "date", nullable: true),
                    dissolved_on = table.Column<DateOnly>(type: "date", nullable: true),
                    dissolution_reason = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    extended_from = table.Column<DateOnly>(type: "date", nullable: true),
                    extension_approval = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    find_keys = table.Column<string>(type: "text", nullable: false),
                    row_version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_committees", x => new { x.tenant_id, x.id });
                    table.CheckConstraint("ck_committees_life", "established_on IS NOT NULL OR preparation IS NOT NULL");
                    table.ForeignKey(
                        name: "fk_committees_committee_kinds_tenant_id_kind_id",
                        columns: x => new { x.tenant_id, x.kind_id },
                        principalTable: "committee_kinds",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_committees_places_tenant_id_place_id",
                        columns: x => new { x.tenant_id, x.place_id },
                        principalTable: "places",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "kept_files",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    place_id = table.Column<Guid>(type: "uuid", nullable: false),
                    unit_id = table.Column<Guid>(type: "uuid", nullable: true),
                    subject_id = table.Column<Guid>(type: "uuid", nullable: true),
                    file_name = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    size = table.Column<int>(type: "integer", nullable: false),
                    sha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    has_text = table.Column<bool>(type: "boolean", nullable: false),
                    uploaded_by = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    content = table.Column<byte[]>(type: "bytea", nullable: true),
                    erased_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    erasure_reason = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    row_version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_kept_files", x => new { x.tenant_id, x.id });
                    table.CheckConstraint("ck_kept_files_erased", "(content IS NULL) = (erased_at IS NOT NULL)");
                    table.ForeignKey(
                        name: "fk_kept_files_places_tenant_id_place_id",
                        columns: x => new { x.tenant_id, x.place_id },
                        principalTable: "places",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "party_organizations",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    place_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    name = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    superior_id = table.Column<Guid>(type: "uuid", nullable: true),
                    established_on = table.Column<DateOnly>(type: "date", nullable: true),
                    until = table.Column<DateOnly>(type: "date", nullable: true),
                    row_version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_party_organizations", x => new { x.tenant_id, x.id });
                    table.CheckConstraint("ck_party_organizations_dates", "until IS NULL OR established_on IS NULL OR until > established_on");
                    table.ForeignKey(
                        name: "fk_party_organizations_party_organizations_tenant_id_superior_",
                        columns: x => new { x.tenant_id, x.superior_id },
                        principalTable: "party_organizations",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_party_organizations_places_tenant_id_place_id",
                        columns: x => new { x.tenant_id, x.place_id },
                        principalTable: "places",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "units",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    short_name = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: true),
                    kind_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    place_id = table.Column<Guid>(type: "uuid", nullable: false),
                    superior_organization = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    party_organization = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    address = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    shows_personal_names = table.Column<bool>(type: "boolean", nullable: false),
                    liaison_officer_id = table.Column<Guid>(type: "uuid", nullable: true),
                    remark = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    ended_on = table.Column<DateOnly>(type: "date", nullable: true),
                    end_reason = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    absorbed_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    merged_into_id = table.Column<Guid>(type: "uuid", nullable: true),
                    find_keys = table.Column<string>(type: "text", nullable: false),
                    sort_key = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    stroke_key = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    alike_key = table.Column<string>(type: "text", nullable: false),
                    short_alike_key = table.Column<string>(type: "text", nullable: true),
                    row_version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_units", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_units_people_tenant_id_liaison_officer_id",
                        columns: x => new { x.tenant_id, x.liaison_officer_id },
                        principalTable: "people",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_units_places_tenant_id_place_id",
                        columns: x => new { x.tenant_id, x.place_id },
                        principalTable: "places",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_units_unit_kinds_tenant_id_kind_id",
                        columns: x => new { x.tenant_id, x.kind_id },
                        principalTable: "unit_kinds",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_units_units_tenant_id_absorbed_by_id",
                        columns: x => new { x.tenant_id, x.absorbed_by_id },
                        principalTable: "units",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_units_units_tenant_id_merged_into_id",
                        columns: x => new { x.tenant_id, x.merged_into_id },
                        principalTable: "units",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "committee_steps",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    committee_id = table.Column<Guid>(type: "uuid", nullable: false),
                    place_id = table.Column<Guid>(type: "uuid", nullable: false),
                    action = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    on = table.Column<DateOnly>(type: "date", nullable: false),
                    document_number = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    remark = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    row_version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_committee_steps", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_committee_steps_committees_tenant_id_committee_id",
                        columns: x => new { x.tenant_id, x.committee_id },
                        principalTable: "committees",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "committee_terms",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    committee_id = table.Column<Guid>(type: "uuid", nullable: false),
                    place_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    from = table.Column<DateOnly>(type: "date", nullable: false),
                    ended_on = table.Column<DateOnly>(type: "date", nullable: false),
                    planned_end = table.Column<DateOnly>(type: "date", nullable: true),
                    extended_until = table.Column<DateOnly>(type: "date", nullable: true),
                    extension_approval = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    row_version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_committee_terms", x => new { x.tenant_id, x.id });
                    table.CheckConstraint("ck_committee_terms_dates", "ended_on > \"from\"");
                    table.ForeignKey(
                        name: "fk_committee_terms_committees_tenant_id_committee_id",
                        columns: x => new { x.tenant_id, x.committee_id },
                        principalTable: "committees",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "groups",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    committee_id = table.Column<Guid>(type: "uuid", nullable: false),
                    place_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    purpose = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    from = table.Column<DateOnly>(type: "date", nullable: false),
                    until = table.Column<DateOnly>(type: "date", nullable: true),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    row_version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_groups", x => new { x.tenant_id, x.id });
                    table.CheckConstraint("ck_groups_dates", "until IS NULL OR until >= \"from\"");
                    table.ForeignKey(
                        name: "fk_groups_committees_tenant_id_committee_id",
                        columns: x => new { x.tenant_id, x.committee_id },
                        principalTable: "committees",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "library_documents",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    committee_id = table.Column<Guid>(type: "uuid", nullable: false),
                    place_id = table.Column<Guid>(type: "uuid", nullable: false),
                    document_kind = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    title = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    repealed_on = table.Column<DateOnly>(type: "date", nullable: true),
                    repeal_reason = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    find_keys = table.Column<string>(type: "text", nullable: false),
                    row_version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_library_documents", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_library_documents_committees_tenant_id_committee_id",
                        columns: x => new { x.tenant_id, x.committee_id },
                        principalTable: "committees",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "meeting_series",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    committee_id = table.Column<Guid>(type: "uuid", nullable: false),
                    place_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind_id = table.Column<Guid>(type: "uuid", nullable: false),
                    cadence = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    title = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    usual_month = table.Column<int>(type: "integer", nullable: false),
                    usual_from = table.Column<int>(type: "integer", nullable: false),
                    usual_until = table.Column<int>(type: "integer", nullable: false),
                    ahead_days = table.Column<int>(type: "integer", nullable: false),
                    begun_on = table.Column<DateOnly>(type: "date", nullable: false),
                    stopped_on = table.Column<DateOnly>(type: "date", nullable: true),
                    stopped_because = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    row_version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_meeting_series", x => new { x.tenant_id, x.id });
                    table.CheckConstraint("ck_meeting_series_days", "usual_month BETWEEN 1 AND 12 AND usual_from BETWEEN 1 AND 31 AND usual_until BETWEEN usual_from AND 31 AND ahead_days BETWEEN 0 AND 180 AND stopped_on >= begun_on");
                    table.ForeignKey(
                        name: "fk_meeting_series_committees_tenant_id_committee_id",
                        columns: x => new { x.tenant_id, x.committee_id },
                        principalTable: "committees",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_meeting_series_meeting_words_tenant_id_kind_id",
                        columns: x => new { x.tenant_id, x.kind_id },
                        principalTable: "meeting_words",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "meetings",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    committee_id = table.Column<Guid>(type: "uuid", nullable: false),
                    place_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    kind_id = table.Column<Guid>(type: "uuid", nullable: false),
                    title = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    starts_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    ends_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    venue = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    reply_by = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    contact_name = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    contact_phone = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    remark = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    notified_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    notice_revision = table.Column<int>(type: "integer", nullable: false),
                    cancelled_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    cancel_reason = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    postponed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    postpone_reason = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    substitutes = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, defaultValue: "Free"),
                    asks_leave = table.Column<bool>(type: "boolean", nullable: false, defaultValue: false),
                    quorum_rule = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, defaultValue: "None"),
                    quorum_number = table.Column<int>(type: "integer", nullable: true),
                    quorum_counts_substitutes = table.Column<bool>(type: "boolean", nullable: false, defaultValue: false),
                    minutes_stage = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    row_version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_meetings", x => new { x.tenant_id, x.id });
                    table.CheckConstraint("ck_meetings_times", "ends_at > starts_at");
                    table.ForeignKey(
                        name: "fk_meetings_committees_tenant_id_committee_id",
                        columns: x => new { x.tenant_id, x.committee_id },
                        principalTable: "committees",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_meetings_meeting_words_tenant_id_kind_id",
                        columns: x => new { x.tenant_id, x.kind_id },
                        principalTable: "meeting_words",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "renewals",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    committee_id = table.Column<Guid>(type: "uuid", nullable: false),
                    place_id = table.Column<Guid>(type: "uuid", nullable: false),
                    term_number = table.Column<int>(type: "integer", nullable: false),
                    opened_on = table.Column<DateOnly>(type: "date", nullable: false),
                    approval = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    closed_on = table.Column<DateOnly>(type: "date", nullable: true),
                    cancel_reason = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    due = table.Column<int>(type: "integer", nullable: true),
                    attended = table.Column<int>(type: "integer", nullable: true),
                    votes_cast = table.Column<int>(type: "integer", nullable: true),
                    votes_valid = table.Column<int>(type: "integer", nullable: true),
                    manner = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    row_version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_renewals", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_renewals_committees_tenant_id_committee_id",
                        columns: x => new { x.tenant_id, x.committee_id },
                        principalTable: "committees",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "member_counts",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    organization_id = table.Column<Guid>(type: "uuid", nullable: false),
                    place_id = table.Column<Guid>(type: "uuid", nullable: false),
                    as_of = table.Column<DateOnly>(type: "date", nullable: false),
                    members = table.Column<int>(type: "integer", nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    superseded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    row_version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_member_counts", x => new { x.tenant_id, x.id });
                    table.CheckConstraint("ck_member_counts_members", "members >= 0");
                    table.ForeignKey(
                        name: "fk_member_counts_party_organizations_tenant_id_organization_id",
                        columns: x => new { x.tenant_id, x.organization_id },
                        principalTable: "party_organizations",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "cross_appointments",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    first_id = table.Column<Guid>(type: "uuid", nullable: false),
                    unit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    committee_id = table.Column<Guid>(type: "uuid", nullable: false),
                    place_id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    title = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    on = table.Column<DateOnly>(type: "date", nullable: false),
                    confirmation = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    document_number = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    from = table.Column<DateOnly>(type: "date", nullable: true),
                    planned_until = table.Column<DateOnly>(type: "date", nullable: true),
                    until = table.Column<DateOnly>(type: "date", nullable: true),
                    end_reason = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    remark = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    told_by = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    superseded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    row_version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_cross_appointments", x => new { x.tenant_id, x.id });
                    table.CheckConstraint("ck_cross_appointments_dates", "until IS NULL OR until > \"from\"");
                    table.ForeignKey(
                        name: "fk_cross_appointments_committees_tenant_id_committee_id",
                        columns: x => new { x.tenant_id, x.committee_id },
                        principalTable: "committees",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_cross_appointments_people_tenant_id_person_id",
                        columns: x => new { x.tenant_id, x.person_id },
                        principalTable: "people",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_cross_appointments_units_tenant_id_unit_id",
                        columns: x => new { x.tenant_id, x.unit_id },
                        principalTable: "units",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "lapse_acknowledgments",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    unit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    committee_id = table.Column<Guid>(type: "uuid", nullable: false),
                    place_id = table.Column<Guid>(type: "uuid", nullable: false),
                    side = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    lapsed_on = table.Column<DateOnly>(type: "date", nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    row_version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_lapse_acknowledgments", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_lapse_acknowledgments_committees_tenant_id_committee_id",
                        columns: x => new { x.tenant_id, x.committee_id },
                        principalTable: "committees",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_lapse_acknowledgments_units_tenant_id_unit_id",
                        columns: x => new { x.tenant_id, x.unit_id },
                        principalTable: "units",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "posts",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    unit_id = table.Column<Guid>(type: "uuid", nullable: true),
                    entered_at_unit_id = table.Column<Guid>(type: "uuid", nullable: true),
                    place_id = table.Column<Guid>(type: "uuid", nullable: false),
                    title = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    is_secretary = table.Column<bool>(type: "boolean", nullable: false),
                    from = table.Column<DateOnly>(type: "date", nullable: false),
                    until = table.Column<DateOnly>(type: "date", nullable: true),
                    row_version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_posts", x => new { x.tenant_id, x.id });
                    table.CheckConstraint("ck_posts_dates", "until IS NULL OR until > \"from\"");
                    table.ForeignKey(
                        name: "fk_posts_people_tenant_id_person_id",
                        columns: x => new { x.tenant_id, x.person_id },
                        principalTable: "people",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_posts_units_tenant_id_entered_at_unit_id",
                        columns: x => new { x.tenant_id, x.entered_at_unit_id },
                        principalTable: "units",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_posts_units_tenant_id_unit_id",
                        columns: x => new { x.tenant_id, x.unit_id },
                        principalTable: "units",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "residences",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    unit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    place_id = table.Column<Guid>(type: "uuid", nullable: false),
                    from = table.Column<DateOnly>(type: "date", nullable: true),
                    until = table.Column<DateOnly>(type: "date", nullable: true),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    superseded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    row_version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_residences", x => new { x.tenant_id, x.id });
                    table.CheckConstraint("ck_residences_dates", "until IS NULL OR \"from\" IS NULL OR until > \"from\"");
                    table.ForeignKey(
                        name: "fk_residences_places_tenant_id_place_id",
                        columns: x => new { x.tenant_id, x.place_id },
                        principalTable: "places",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_residences_units_tenant_id_unit_id",
                        columns: x => new { x.tenant_id, x.unit_id },
                        principalTable: "units",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "seats",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    committee_id = table.Column<Guid>(type: "uuid", nullable: false),
                    place_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    role = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    title = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    unit_id = table.Column<Guid>(type: "uuid", nullable: true),
                    individual_id = table.Column<Guid>(type: "uuid", nullable: true),
                    follows_post = table.Column<bool>(type: "boolean", nullable: false),
                    from = table.Column<DateOnly>(type: "date", nullable: false),
                    until = table.Column<DateOnly>(type: "date", nullable: true),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    end_recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    row_version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_seats", x => new { x.tenant_id, x.id });
                    table.CheckConstraint("ck_seats_dates", "until IS NULL OR until > \"from\"");
                    table.CheckConstraint("ck_seats_owner", "(kind = 'PartTime') = (unit_id IS NOT NULL) AND (kind = 'Individual') = (individual_id IS NOT NULL)");
                    table.ForeignKey(
                        name: "fk_seats_committees_tenant_id_committee_id",
                        columns: x => new { x.tenant_id, x.committee_id },
                        principalTable: "committees",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_seats_people_tenant_id_individual_id",
                        columns: x => new { x.tenant_id, x.individual_id },
                        principalTable: "people",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_seats_units_tenant_id_unit_id",
                        columns: x => new { x.tenant_id, x.unit_id },
                        principalTable: "units",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "library_versions",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    document_id = table.Column<Guid>(type: "uuid", nullable: false),
                    place_id = table.Column<Guid>(type: "uuid", nullable: false),
                    version_number = table.Column<int>(type: "integer", nullable: false),
                    full_text = table.Column<string>(type: "character varying(20000)", maxLength: 20000, nullable: true),
                    file_id = table.Column<Guid>(type: "uuid", nullable: true),
                    adopted_on = table.Column<DateOnly>(type: "date", nullable: false),
                    adopted_by = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    from = table.Column<DateOnly>(type: "date", nullable: false),
                    remark = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    correction_reason = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    superseded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    row_version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_library_versions", x => new { x.tenant_id, x.id });
                    table.CheckConstraint("ck_library_versions_content", "full_text IS NOT NULL OR file_id IS NOT NULL");
                    table.ForeignKey(
                        name: "fk_library_versions_kept_files_tenant_id_file_id",
                        columns: x => new { x.tenant_id, x.file_id },
                        principalTable: "kept_files",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_library_versions_library_documents_tenant_id_document_id",
                        columns: x => new { x.tenant_id, x.document_id },
                        principalTable: "library_documents",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "period_reasons",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    series_id = table.Column<Guid>(type: "uuid", nullable: false),
                    place_id = table.Column<Guid>(type: "uuid", nullable: false),
                    first_day = table.Column<DateOnly>(type: "date", nullable: false),
                    reason = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    row_version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_period_reasons", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_period_reasons_meeting_series_tenant_id_series_id",
                        columns: x => new { x.tenant_id, x.series_id },
                        principalTable: "meeting_series",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "agenda_items",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    meeting_id = table.Column<Guid>(type: "uuid", nullable: false),
                    place_id = table.Column<Guid>(type: "uuid", nullable: false),
                    ordinal = table.Column<int>(type: "integer", nullable: false),
                    topic = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    minutes = table.Column<int>(type: "integer", nullable: true),
                    topic_id = table.Column<Guid>(type: "uuid", nullable: true),
                    removed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    row_version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_agenda_items", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_agenda_items_meetings_tenant_id_meeting_id",
                        columns: x => new { x.tenant_id, x.meeting_id },
                        principalTable: "meetings",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "co_hosts",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    meeting_id = table.Column<Guid>(type: "uuid", nullable: false),
                    place_id = table.Column<Guid>(type: "uuid", nullable: false),
                    committee_id = table.Column<Guid>(type: "uuid", nullable: false),
                    row_version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_co_hosts", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_co_hosts_committees_tenant_id_committee_id",
                        columns: x => new { x.tenant_id, x.committee_id },
                        principalTable: "committees",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_co_hosts_meetings_tenant_id_meeting_id",
                        columns: x => new { x.tenant_id, x.meeting_id },
                        principalTable: "meetings",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "guests",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    meeting_id = table.Column<Guid>(type: "uuid", nullable: false),
                    place_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    unit_name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    post = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    withdrawn_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    presence = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    presence_marked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    presence_source = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    presence_reason = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    row_version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_guests", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_guests_meetings_tenant_id_meeting_id",
                        columns: x => new { x.tenant_id, x.meeting_id },
                        principalTable: "meetings",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "meeting_plans",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    committee_id = table.Column<Guid>(type: "uuid", nullable: false),
                    place_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind_id = table.Column<Guid>(type: "uuid", nullable: false),
                    title = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    first_day = table.Column<DateOnly>(type: "date", nullable: false),
                    last_day = table.Column<DateOnly>(type: "date", nullable: false),
                    collect_until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    meeting_id = table.Column<Guid>(type: "uuid", nullable: true),
                    merged_into_id = table.Column<Guid>(type: "uuid", nullable: true),
                    withdrawn_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    withdrawn_because = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    row_version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_meeting_plans", x => new { x.tenant_id, x.id });
                    table.CheckConstraint("ck_meeting_plans_days", "last_day >= first_day");
                    table.ForeignKey(
                        name: "fk_meeting_plans_committees_tenant_id_committee_id",
                        columns: x => new { x.tenant_id, x.committee_id },
                        principalTable: "committees",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_meeting_plans_meetings_tenant_id_meeting_id",
                        columns: x => new { x.tenant_id, x.meeting_id },
                        principalTable: "meetings",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "meeting_sessions",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    meeting_id = table.Column<Guid>(type: "uuid", nullable: false),
                    place_id = table.Column<Guid>(type: "uuid", nullable: false),
                    opened_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    opened_by = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    due = table.Column<int>(type: "integer", nullable: false),
                    present = table.Column<int>(type: "integer", nullable: false),
                    substitutes = table.Column<int>(type: "integer", nullable: false),
                    guests = table.Column<int>(type: "integer", nullable: false),
                    quorum = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    needed = table.Column<int>(type: "integer", nullable: true),
                    short_by = table.Column<int>(type: "integer", nullable: true),
                    misses_chair = table.Column<bool>(type: "boolean", nullable: false),
                    over_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    over_by = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: true),
                    row_version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_meeting_sessions", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_meeting_sessions_meetings_tenant_id_meeting_id",
                        columns: x => new { x.tenant_id, x.meeting_id },
                        principalTable: "meetings",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "minutes",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    meeting_id = table.Column<Guid>(type: "uuid", nullable: false),
                    committee_id = table.Column<Guid>(type: "uuid", nullable: false),
                    place_id = table.Column<Guid>(type: "uuid", nullable: false),
                    chair = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    recorder = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    observers = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    countersign_round = table.Column<int>(type: "integer", nullable: false),
                    countersign_until = table.Column<DateOnly>(type: "date", nullable: true),
                    document_number = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    issued_on = table.Column<DateOnly>(type: "date", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false),
                    row_version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_minutes", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_minutes_committees_tenant_id_committee_id",
                        columns: x => new { x.tenant_id, x.committee_id },
                        principalTable: "committees",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_minutes_meetings_tenant_id_meeting_id",
                        columns: x => new { x.tenant_id, x.meeting_id },
                        principalTable: "meetings",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "alternates",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    first_id = table.Column<Guid>(type: "uuid", nullable: false),
                    seat_id = table.Column<Guid>(type: "uuid", nullable: false),
                    committee_id = table.Column<Guid>(type: "uuid", nullable: false),
                    place_id = table.Column<Guid>(type: "uuid", nullable: false),
                    unit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    from = table.Column<DateOnly>(type: "date", nullable: false),
                    until = table.Column<DateOnly>(type: "date", nullable: true),
                    told_by = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    superseded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    row_version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_alternates", x => new { x.tenant_id, x.id });
                    table.CheckConstraint("ck_alternates_dates", "until IS NULL OR until > \"from\"");
                    table.ForeignKey(
                        name: "fk_alternates_people_tenant_id_person_id",
                        columns: x => new { x.tenant_id, x.person_id },
                        principalTable: "people",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_alternates_seats_tenant_id_seat_id",
                        columns: x => new { x.tenant_id, x.seat_id },
                        principalTable: "seats",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "appointments",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    first_id = table.Column<Guid>(type: "uuid", nullable: false),
                    seat_id = table.Column<Guid>(type: "uuid", nullable: false),
                    committee_id = table.Column<Guid>(type: "uuid", nullable: false),
                    place_id = table.Column<Guid>(type: "uuid", nullable: false),
                    unit_id = table.Column<Guid>(type: "uuid", nullable: true),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    from = table.Column<DateOnly>(type: "date", nullable: false),
                    until = table.Column<DateOnly>(type: "date", nullable: true),
                    letter_number = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    quota_reason = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    double_post_reason = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    end_reason = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    end_remark = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    correction_reason = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    withdrawal_reason = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    superseded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    row_version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_appointments", x => new { x.tenant_id, x.id });
                    table.CheckConstraint("ck_appointments_dates", "until IS NULL OR until > \"from\"");
                    table.ForeignKey(
                        name: "fk_appointments_people_tenant_id_person_id",
                        columns: x => new { x.tenant_id, x.person_id },
                        principalTable: "people",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_appointments_seats_tenant_id_seat_id",
                        columns: x => new { x.tenant_id, x.seat_id },
                        principalTable: "seats",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "group_seats",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    group_id = table.Column<Guid>(type: "uuid", nullable: false),
                    committee_id = table.Column<Guid>(type: "uuid", nullable: false),
                    place_id = table.Column<Guid>(type: "uuid", nullable: false),
                    seat_id = table.Column<Guid>(type: "uuid", nullable: false),
                    leads = table.Column<bool>(type: "boolean", nullable: false),
                    from = table.Column<DateOnly>(type: "date", nullable: false),
                    until = table.Column<DateOnly>(type: "date", nullable: true),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    superseded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    row_version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_group_seats", x => new { x.tenant_id, x.id });
                    table.CheckConstraint("ck_group_seats_dates", "until IS NULL OR until > \"from\"");
                    table.ForeignKey(
                        name: "fk_group_seats_groups_tenant_id_group_id",
                        columns: x => new { x.tenant_id, x.group_id },
                        principalTable: "groups",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_group_seats_seats_tenant_id_seat_id",
                        columns: x => new { x.tenant_id, x.seat_id },
                        principalTable: "seats",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "invitations",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    meeting_id = table.Column<Guid>(type: "uuid", nullable: false),
                    seat_id = table.Column<Guid>(type: "uuid", nullable: false),
                    place_id = table.Column<Guid>(type: "uuid", nullable: false),
                    unit_id = table.Column<Guid>(type: "uuid", nullable: true),
                    withdrawn_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    withdrawn_by = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: true),
                    withdrawn_because = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    reply = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    substitute_name = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    substitute_post = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    leave_reason = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    replied_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    reply_source = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    answered_by = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    answered_for = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    told_by = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    is_late = table.Column<bool>(type: "boolean", nullable: false),
                    consent = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    decided_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    decided_by = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: true),
                    decision_words = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    presence = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    presence_time = table.Column<TimeOnly>(type: "time without time zone", nullable: true),
                    unannounced_substitute = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    unannounced_consent = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    presence_marked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    presence_marked_by = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: true),
                    presence_source = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    presence_reason = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    row_version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_invitations", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_invitations_meetings_tenant_id_meeting_id",
                        columns: x => new { x.tenant_id, x.meeting_id },
                        principalTable: "meetings",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_invitations_seats_tenant_id_seat_id",
                        columns: x => new { x.tenant_id, x.seat_id },
                        principalTable: "seats",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "suspensions",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    seat_id = table.Column<Guid>(type: "uuid", nullable: false),
                    committee_id = table.Column<Guid>(type: "uuid", nullable: false),
                    place_id = table.Column<Guid>(type: "uuid", nullable: false),
                    unit_id = table.Column<Guid>(type: "uuid", nullable: true),
                    from = table.Column<DateOnly>(type: "date", nullable: false),
                    until = table.Column<DateOnly>(type: "date", nullable: true),
                    reason = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    superseded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    row_version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_suspensions", x => new { x.tenant_id, x.id });
                    table.CheckConstraint("ck_suspensions_dates", "until IS NULL OR until > \"from\"");
                    table.ForeignKey(
                        name: "fk_suspensions_seats_tenant_id_seat_id",
                        columns: x => new { x.tenant_id, x.seat_id },
                        principalTable: "seats",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "item_runs",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    meeting_id = table.Column<Guid>(type: "uuid", nullable: false),
                    place_id = table.Column<Guid>(type: "uuid", nullable: false),
                    agenda_item_id = table.Column<Guid>(type: "uuid", nullable: false),
                    began_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    row_version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_item_runs", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_item_runs_agenda_items_tenant_id_agenda_item_id",
                        columns: x => new { x.tenant_id, x.agenda_item_id },
                        principalTable: "agenda_items",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_item_runs_meetings_tenant_id_meeting_id",
                        columns: x => new { x.tenant_id, x.meeting_id },
                        principalTable: "meetings",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "topic_calls",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    plan_id = table.Column<Guid>(type: "uuid", nullable: false),
                    seat_id = table.Column<Guid>(type: "uuid", nullable: false),
                    place_id = table.Column<Guid>(type: "uuid", nullable: false),
                    unit_id = table.Column<Guid>(type: "uuid", nullable: true),
                    row_version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_topic_calls", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_topic_calls_meeting_plans_tenant_id_plan_id",
                        columns: x => new { x.tenant_id, x.plan_id },
                        principalTable: "meeting_plans",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_topic_calls_seats_tenant_id_seat_id",
                        columns: x => new { x.tenant_id, x.seat_id },
                        principalTable: "seats",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "countersigns",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    minutes_id = table.Column<Guid>(type: "uuid", nullable: false),
                    meeting_id = table.Column<Guid>(type: "uuid", nullable: false),
                    place_id = table.Column<Guid>(type: "uuid", nullable: false),
                    unit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    seat_id = table.Column<Guid>(type: "uuid", nullable: false),
                    countersign_round = table.Column<int>(type: "integer", nullable: false),
                    answer = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    comments = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    answered_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    reply_source = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    answered_by = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    answered_for = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    told_by = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    settlement = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    settled_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    row_version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_countersigns", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_countersigns_meetings_tenant_id_meeting_id",
                        columns: x => new { x.tenant_id, x.meeting_id },
                        principalTable: "meetings",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_countersigns_minutes_tenant_id_minutes_id",
                        columns: x => new { x.tenant_id, x.minutes_id },
                        principalTable: "minutes",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_countersigns_seats_tenant_id_seat_id",
                        columns: x => new { x.tenant_id, x.seat_id },
                        principalTable: "seats",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_countersigns_units_tenant_id_unit_id",
                        columns: x => new { x.tenant_id, x.unit_id },
                        principalTable: "units",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "minutes_items",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    minutes_id = table.Column<Guid>(type: "uuid", nullable: false),
                    place_id = table.Column<Guid>(type: "uuid", nullable: false),
                    agenda_item_id = table.Column<Guid>(type: "uuid", nullable: true),
                    said = table.Column<string>(type: "character varying(20000)", maxLength: 20000, nullable: false),
                    consensus = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    reservations = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    votes_for = table.Column<int>(type: "integer", nullable: true),
                    votes_against = table.Column<int>(type: "integer", nullable: true),
                    votes_abstained = table.Column<int>(type: "integer", nullable: true),
                    row_version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_minutes_items", x => new { x.tenant_id, x.id });
                    table.CheckConstraint("ck_minutes_items_votes", "votes_for >= 0 AND votes_against >= 0 AND votes_abstained >= 0");
                    table.ForeignKey(
                        name: "fk_minutes_items_agenda_items_tenant_id_agenda_item_id",
                        columns: x => new { x.tenant_id, x.agenda_item_id },
                        principalTable: "agenda_items",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_minutes_items_minutes_tenant_id_minutes_id",
                        columns: x => new { x.tenant_id, x.minutes_id },
                        principalTable: "minutes",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "minutes_steps",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    minutes_id = table.Column<Guid>(type: "uuid", nullable: false),
                    place_id = table.Column<Guid>(type: "uuid", nullable: false),
                    action = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    until = table.Column<DateOnly>(type: "date", nullable: true),
                    kept_text = table.Column<string>(type: "jsonb", nullable: true),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    row_version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_minutes_steps", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_minutes_steps_minutes_tenant_id_minutes_id",
                        columns: x => new { x.tenant_id, x.minutes_id },
                        principalTable: "minutes",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "nominations",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    committee_id = table.Column<Guid>(type: "uuid", nullable: false),
                    place_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    unit_id = table.Column<Guid>(type: "uuid", nullable: true),
                    seat_id = table.Column<Guid>(type: "uuid", nullable: true),
                    role = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    seat_title = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    origin = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    renewal_id = table.Column<Guid>(type: "uuid", nullable: true),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    gender = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    party_post = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    administrative_post = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    rank = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    way = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    double_post_reason = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    state_on = table.Column<DateOnly>(type: "date", nullable: false),
                    public_until = table.Column<DateOnly>(type: "date", nullable: true),
                    appointment_id = table.Column<Guid>(type: "uuid", nullable: true),
                    row_version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_nominations", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_nominations_appointments_tenant_id_appointment_id",
                        columns: x => new { x.tenant_id, x.appointment_id },
                        principalTable: "appointments",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_nominations_committees_tenant_id_committee_id",
                        columns: x => new { x.tenant_id, x.committee_id },
                        principalTable: "committees",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_nominations_people_tenant_id_person_id",
                        columns: x => new { x.tenant_id, x.person_id },
                        principalTable: "people",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_nominations_renewals_tenant_id_renewal_id",
                        columns: x => new { x.tenant_id, x.renewal_id },
                        principalTable: "renewals",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_nominations_seats_tenant_id_seat_id",
                        columns: x => new { x.tenant_id, x.seat_id },
                        principalTable: "seats",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_nominations_units_tenant_id_unit_id",
                        columns: x => new { x.tenant_id, x.unit_id },
                        principalTable: "units",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "reminders",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    meeting_id = table.Column<Guid>(type: "uuid", nullable: false),
                    invitation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    place_id = table.Column<Guid>(type: "uuid", nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    means = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    row_version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_reminders", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_reminders_invitations_tenant_id_invitation_id",
                        columns: x => new { x.tenant_id, x.invitation_id },
                        principalTable: "invitations",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_reminders_meetings_tenant_id_meeting_id",
                        columns: x => new { x.tenant_id, x.meeting_id },
                        principalTable: "meetings",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "topics",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    plan_id = table.Column<Guid>(type: "uuid", nullable: false),
                    place_id = table.Column<Guid>(type: "uuid", nullable: false),
                    call_id = table.Column<Guid>(type: "uuid", nullable: true),
                    unit_id = table.Column<Guid>(type: "uuid", nullable: true),
                    title = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    category_id = table.Column<Guid>(type: "uuid", nullable: true),
                    necessity = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    minutes = table.Column<int>(type: "integer", nullable: true),
                    source = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    proposed_by = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    proposed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    answer = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    answered_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    merged_into_id = table.Column<Guid>(type: "uuid", nullable: true),
                    row_version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_topics", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_topics_meeting_plans_tenant_id_plan_id",
                        columns: x => new { x.tenant_id, x.plan_id },
                        principalTable: "meeting_plans",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_topics_meeting_words_tenant_id_category_id",
                        columns: x => new { x.tenant_id, x.category_id },
                        principalTable: "meeting_words",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_topics_topic_calls_tenant_id_call_id",
                        columns: x => new { x.tenant_id, x.call_id },
                        principalTable: "topic_calls",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "resolutions",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    committee_id = table.Column<Guid>(type: "uuid", nullable: false),
                    place_id = table.Column<Guid>(type: "uuid", nullable: false),
                    meeting_id = table.Column<Guid>(type: "uuid", nullable: true),
                    minutes_item_id = table.Column<Guid>(type: "uuid", nullable: true),
                    matter = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    lead_unit_id = table.Column<Guid>(type: "uuid", nullable: true),
                    lead_office = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    contact_name = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    deadline = table.Column<DateOnly>(type: "date", nullable: true),
                    proposed_day = table.Column<DateOnly>(type: "date", nullable: true),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    state_on = table.Column<DateOnly>(type: "date", nullable: false),
                    above_place_id = table.Column<Guid>(type: "uuid", nullable: true),
                    outcome = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    row_version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_resolutions", x => new { x.tenant_id, x.id });
                    table.CheckConstraint("ck_resolutions_lead", "(lead_unit_id IS NULL) <> (lead_office IS NULL)");
                    table.ForeignKey(
                        name: "fk_resolutions_committees_tenant_id_committee_id",
                        columns: x => new { x.tenant_id, x.committee_id },
                        principalTable: "committees",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_resolutions_meetings_tenant_id_meeting_id",
                        columns: x => new { x.tenant_id, x.meeting_id },
                        principalTable: "meetings",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_resolutions_minutes_items_tenant_id_minutes_item_id",
                        columns: x => new { x.tenant_id, x.minutes_item_id },
                        principalTable: "minutes_items",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_resolutions_places_tenant_id_above_place_id",
                        columns: x => new { x.tenant_id, x.above_place_id },
                        principalTable: "places",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_resolutions_units_tenant_id_lead_unit_id",
                        columns: x => new { x.tenant_id, x.lead_unit_id },
                        principalTable: "units",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "nomination_steps",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    nomination_id = table.Column<Guid>(type: "uuid", nullable: false),
                    place_id = table.Column<Guid>(type: "uuid", nullable: false),
                    unit_id = table.Column<Guid>(type: "uuid", nullable: true),
                    action = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    on = table.Column<DateOnly>(type: "date", nullable: false),
                    until = table.Column<DateOnly>(type: "date", nullable: true),
                    source = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    document_number = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    remark = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    row_version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_nomination_steps", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_nomination_steps_nominations_tenant_id_nomination_id",
                        columns: x => new { x.tenant_id, x.nomination_id },
                        principalTable: "nominations",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "topic_attachments",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    topic_id = table.Column<Guid>(type: "uuid", nullable: false),
                    file_id = table.Column<Guid>(type: "uuid", nullable: false),
                    place_id = table.Column<Guid>(type: "uuid", nullable: false),
                    unit_id = table.Column<Guid>(type: "uuid", nullable: true),
                    call_id = table.Column<Guid>(type: "uuid", nullable: true),
                    row_version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_topic_attachments", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_topic_attachments_kept_files_tenant_id_file_id",
                        columns: x => new { x.tenant_id, x.file_id },
                        principalTable: "kept_files",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_topic_attachments_topics_tenant_id_topic_id",
                        columns: x => new { x.tenant_id, x.topic_id },
                        principalTable: "topics",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "assisting_units",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    resolution_id = table.Column<Guid>(type: "uuid", nullable: false),
                    place_id = table.Column<Guid>(type: "uuid", nullable: false),
                    unit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    row_version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_assisting_units", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_assisting_units_resolutions_tenant_id_resolution_id",
                        columns: x => new { x.tenant_id, x.resolution_id },
                        principalTable: "resolutions",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_assisting_units_units_tenant_id_unit_id",
                        columns: x => new { x.tenant_id, x.unit_id },
                        principalTable: "units",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "resolution_steps",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    resolution_id = table.Column<Guid>(type: "uuid", nullable: false),
                    place_id = table.Column<Guid>(type: "uuid", nullable: false),
                    unit_id = table.Column<Guid>(type: "uuid", nullable: true),
                    action = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    on = table.Column<DateOnly>(type: "date", nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: true),
                    above_place_id = table.Column<Guid>(type: "uuid", nullable: true),
                    reply_source = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    answered_by = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    answered_for = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    told_by = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    note = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    row_version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_resolution_steps", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_resolution_steps_places_tenant_id_above_place_id",
                        columns: x => new { x.tenant_id, x.above_place_id },
                        principalTable: "places",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_resolution_steps_resolutions_tenant_id_resolution_id",
                        columns: x => new { x.tenant_id, x.resolution_id },
                        principalTable: "resolutions",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_resolution_steps_units_tenant_id_unit_id",
                        columns: x => new { x.tenant_id, x.unit_id },
                        principalTable: "units",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_accounts_tenant_id_person_id",
                table: "accounts",
                columns: new[] { "tenant_id", "person_id" });

            migrationBuilder.CreateIndex(
                name: "ux_accounts_login",
                table: "accounts",
                columns: new[] { "tenant_id", "normalized_login" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_agenda_items_tenant_id_meeting_id",
                table: "agenda_items",
                columns: new[] { "tenant_id", "meeting_id" });

            migrationBuilder.CreateIndex(
                name: "ix_alternates_tenant_id_person_id",
                table: "alternates",
                columns: new[] { "tenant_id", "person_id" });

            migrationBuilder.CreateIndex(
                name: "ix_alternates_tenant_id_seat_id",
                table: "alternates",
                columns: new[] { "tenant_id", "seat_id" });

            migrationBuilder.CreateIndex(
                name: "ix_appointments_tenant_id_committee_id",
                table: "appointments",
                columns: new[] { "tenant_id", "committee_id" });

            migrationBuilder.CreateIndex(
                name: "ix_appointments_tenant_id_person_id",
                table: "appointments",
                columns: new[] { "tenant_id", "person_id" });

            migrationBuilder.CreateIndex(
                name: "ix_appointments_tenant_id_seat_id",
                table: "appointments",
                columns: new[] { "tenant_id", "seat_id" });

            migrationBuilder.CreateIndex(
                name: "ix_assisting_units_tenant_id_resolution_id_unit_id",
                table: "assisting_units",
                columns: new[] { "tenant_id", "resolution_id", "unit_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_assisting_units_tenant_id_unit_id",
                table: "assisting_units",
                columns: new[] { "tenant_id", "unit_id" });

            migrationBuilder.CreateIndex(
                name: "ix_attendance_settings_tenant_id",
                table: "attendance_settings",
                column: "tenant_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_calendar_feeds_tenant_id_account_id",
                table: "calendar_feeds",
                columns: new[] { "tenant_id", "account_id" });

            migrationBuilder.CreateIndex(
                name: "ix_calendar_feeds_tenant_id_token_hash",
                table: "calendar_feeds",
                columns: new[] { "tenant_id", "token_hash" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_channels_tenant_id_kind",
                table: "channels",
                columns: new[] { "tenant_id", "kind" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_co_hosts_tenant_id_committee_id",
                table: "co_hosts",
                columns: new[] { "tenant_id", "committee_id" });

            migrationBuilder.CreateIndex(
                name: "ix_co_hosts_tenant_id_meeting_id_committee_id",
                table: "co_hosts",
                columns: new[] { "tenant_id", "meeting_id", "committee_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ux_committee_kinds_name",
                table: "committee_kinds",
                columns: new[] { "tenant_id", "name" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_committee_steps_tenant_id_committee_id",
                table: "committee_steps",
                columns: new[] { "tenant_id", "committee_id" });

            migrationBuilder.CreateIndex(
                name: "ix_committee_terms_tenant_id_committee_id_number",
                table: "committee_terms",
                columns: new[] { "tenant_id", "committee_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_committees_tenant_id_kind_id",
                table: "committees",
                columns: new[] { "tenant_id", "kind_id" });

            migrationBuilder.CreateIndex(
                name: "ux_committees_kind",
                table: "committees",
                columns: new[] { "tenant_id", "place_id", "kind_id" },
                unique: true,
                filter: "dissolved_on IS NULL AND kind NOT IN ('Consortium', 'Own')");

            migrationBuilder.CreateIndex(
                name: "ux_committees_name",
                table: "committees",
                columns: new[] { "tenant_id", "place_id", "name" },
                unique: true,
                filter: "dissolved_on IS NULL AND kind IN ('Consortium', 'Own')");

            migrationBuilder.CreateIndex(
                name: "ix_countersigns_tenant_id_meeting_id",
                table: "countersigns",
                columns: new[] { "tenant_id", "meeting_id" });

            migrationBuilder.CreateIndex(
                name: "ix_countersigns_tenant_id_minutes_id_countersign_round_unit_id",
                table: "countersigns",
                columns: new[] { "tenant_id", "minutes_id", "countersign_round", "unit_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_countersigns_tenant_id_seat_id",
                table: "countersigns",
                columns: new[] { "tenant_id", "seat_id" });

            migrationBuilder.CreateIndex(
                name: "ix_countersigns_tenant_id_unit_id",
                table: "countersigns",
                columns: new[] { "tenant_id", "unit_id" });

            migrationBuilder.CreateIndex(
                name: "ix_coverage_settings_tenant_id",
                table: "coverage_settings",
                column: "tenant_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_cross_appointments_tenant_id_first_id",
                table: "cross_appointments",
                columns: new[] { "tenant_id", "first_id" });

            migrationBuilder.CreateIndex(
                name: "ix_cross_appointments_tenant_id_person_id",
                table: "cross_appointments",
                columns: new[] { "tenant_id", "person_id" });

            migrationBuilder.CreateIndex(
                name: "ix_cross_appointments_tenant_id_unit_id",
                table: "cross_appointments",
                columns: new[] { "tenant_id", "unit_id" });

            migrationBuilder.CreateIndex(
                name: "ux_cross_appointments_open",
                table: "cross_appointments",
                columns: new[] { "tenant_id", "committee_id", "unit_id", "person_id" },
                unique: true,
                filter: "superseded_at IS NULL AND state IN ('Proposed', 'Studied', 'Approved', 'InOffice')");

            migrationBuilder.CreateIndex(
                name: "ix_districts_slug",
                table: "districts",
                column: "slug",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_grants_tenant_id_account_id",
                table: "grants",
                columns: new[] { "tenant_id", "account_id" });

            migrationBuilder.CreateIndex(
                name: "ix_grants_tenant_id_post_id",
                table: "grants",
                columns: new[] { "tenant_id", "post_id" });

            migrationBuilder.CreateIndex(
                name: "ix_group_seats_tenant_id_committee_id",
                table: "group_seats",
                columns: new[] { "tenant_id", "committee_id" });

            migrationBuilder.CreateIndex(
                name: "ix_group_seats_tenant_id_seat_id",
                table: "group_seats",
                columns: new[] { "tenant_id", "seat_id" });

            migrationBuilder.CreateIndex(
                name: "ux_group_seats_seat",
                table: "group_seats",
                columns: new[] { "tenant_id", "group_id", "seat_id" },
                unique: true,
                filter: "superseded_at IS NULL AND until IS NULL");

            migrationBuilder.CreateIndex(
                name: "ux_groups_name",
                table: "groups",
                columns: new[] { "tenant_id", "committee_id", "name" },
                unique: true,
                filter: "until IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_guests_tenant_id_meeting_id",
                table: "guests",
                columns: new[] { "tenant_id", "meeting_id" });

            migrationBuilder.CreateIndex(
                name: "ix_invitations_tenant_id_meeting_id_seat_id",
                table: "invitations",
                columns: new[] { "tenant_id", "meeting_id", "seat_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_invitations_tenant_id_seat_id",
                table: "invitations",
                columns: new[] { "tenant_id", "seat_id" });

            migrationBuilder.CreateIndex(
                name: "ix_invitations_tenant_id_unit_id",
                table: "invitations",
                columns: new[] { "tenant_id", "unit_id" });

            migrationBuilder.CreateIndex(
                name: "ux_invitations_unit",
                table: "invitations",
                columns: new[] { "tenant_id", "meeting_id", "unit_id" },
                unique: true,
                filter: "unit_id IS NOT NULL AND withdrawn_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_item_runs_tenant_id_agenda_item_id",
                table: "item_runs",
                columns: new[] { "tenant_id", "agenda_item_id" });

            migrationBuilder.CreateIndex(
                name: "ix_item_runs_tenant_id_meeting_id",
                table: "item_runs",
                columns: new[] { "tenant_id", "meeting_id" });

            migrationBuilder.CreateIndex(
                name: "ix_journal_tenant_id_at",
                table: "journal",
                columns: new[] { "tenant_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_journal_tenant_id_subject_id_at",
                table: "journal",
                columns: new[] { "tenant_id", "subject_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ux_journal_operation",
                table: "journal",
                columns: new[] { "tenant_id", "operation_id", "ordinal" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_kept_files_tenant_id_place_id",
                table: "kept_files",
                columns: new[] { "tenant_id", "place_id" });

            migrationBuilder.CreateIndex(
                name: "ix_lapse_acknowledgments_tenant_id_committee_id",
                table: "lapse_acknowledgments",
                columns: new[] { "tenant_id", "committee_id" });

            migrationBuilder.CreateIndex(
                name: "ix_lapse_acknowledgments_tenant_id_unit_id_committee_id",
                table: "lapse_acknowledgments",
                columns: new[] { "tenant_id", "unit_id", "committee_id" });

            migrationBuilder.CreateIndex(
                name: "ux_library_documents_title",
                table: "library_documents",
                columns: new[] { "tenant_id", "committee_id", "title" },
                unique: true,
                filter: "repealed_on IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_library_versions_tenant_id_file_id",
                table: "library_versions",
                columns: new[] { "tenant_id", "file_id" });

            migrationBuilder.CreateIndex(
                name: "ux_library_versions_number",
                table: "library_versions",
                columns: new[] { "tenant_id", "document_id", "version_number" },
                unique: true,
                filter: "superseded_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_links_tenant_id_subject_id",
                table: "links",
                columns: new[] { "tenant_id", "subject_id" });

            migrationBuilder.CreateIndex(
                name: "ix_links_tenant_id_token_hash",
                table: "links",
                columns: new[] { "tenant_id", "token_hash" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_meeting_plans_tenant_id_committee_id",
                table: "meeting_plans",
                columns: new[] { "tenant_id", "committee_id" });

            migrationBuilder.CreateIndex(
                name: "ix_meeting_plans_tenant_id_meeting_id",
                table: "meeting_plans",
                columns: new[] { "tenant_id", "meeting_id" });

            migrationBuilder.CreateIndex(
                name: "ix_meeting_series_tenant_id_kind_id",
                table: "meeting_series",
                columns: new[] { "tenant_id", "kind_id" });

            migrationBuilder.CreateIndex(
                name: "ux_meeting_series_running",
                table: "meeting_series",
                columns: new[] { "tenant_id", "committee_id", "kind_id" },
                unique: true,
                filter: "stopped_on IS NULL");

            migrationBuilder.CreateIndex(
                name: "ux_openings_meeting",
                table: "meeting_sessions",
                columns: new[] { "tenant_id", "meeting_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_meeting_warning_settings_tenant_id",
                table: "meeting_warning_settings",
                column: "tenant_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ux_meeting_words_name",
                table: "meeting_words",
                columns: new[] { "tenant_id", "list", "name" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_meetings_tenant_id_committee_id",
                table: "meetings",
                columns: new[] { "tenant_id", "committee_id" });

            migrationBuilder.CreateIndex(
                name: "ix_meetings_tenant_id_kind_id",
                table: "meetings",
                columns: new[] { "tenant_id", "kind_id" });

            migrationBuilder.CreateIndex(
                name: "ix_meetings_tenant_id_starts_at",
                table: "meetings",
                columns: new[] { "tenant_id", "starts_at" });

            migrationBuilder.CreateIndex(
                name: "ux_member_counts_day",
                table: "member_counts",
                columns: new[] { "tenant_id", "organization_id", "as_of" },
                unique: true,
                filter: "superseded_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_message_settings_tenant_id",
                table: "message_settings",
                column: "tenant_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_messages_sending",
                table: "messages",
                columns: new[] { "tenant_id", "claimed_at" },
                filter: "state = 'Sending'");

            migrationBuilder.CreateIndex(
                name: "ix_messages_tenant_id_subject_id",
                table: "messages",
                columns: new[] { "tenant_id", "subject_id" });

            migrationBuilder.CreateIndex(
                name: "ix_messages_tenant_id_within_id",
                table: "messages",
                columns: new[] { "tenant_id", "within_id" });

            migrationBuilder.CreateIndex(
                name: "ix_messages_waiting",
                table: "messages",
                columns: new[] { "tenant_id", "due_at" },
                filter: "state = 'Waiting'");

            migrationBuilder.CreateIndex(
                name: "ix_minutes_tenant_id_committee_id",
                table: "minutes",
                columns: new[] { "tenant_id", "committee_id" });

            migrationBuilder.CreateIndex(
                name: "ux_minutes_meeting",
                table: "minutes",
                columns: new[] { "tenant_id", "meeting_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_minutes_items_tenant_id_agenda_item_id",
                table: "minutes_items",
                columns: new[] { "tenant_id", "agenda_item_id" });

            migrationBuilder.CreateIndex(
                name: "ix_minutes_items_tenant_id_minutes_id_agenda_item_id",
                table: "minutes_items",
                columns: new[] { "tenant_id", "minutes_id", "agenda_item_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_minutes_settings_tenant_id",
                table: "minutes_settings",
                column: "tenant_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_minutes_steps_tenant_id_minutes_id",
                table: "minutes_steps",
                columns: new[] { "tenant_id", "minutes_id" });

            migrationBuilder.CreateIndex(
                name: "ix_nomination_chains_tenant_id",
                table: "nomination_chains",
                column: "tenant_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_nomination_steps_tenant_id_nomination_id",
                table: "nomination_steps",
                columns: new[] { "tenant_id", "nomination_id" });

            migrationBuilder.CreateIndex(
                name: "ix_nominations_tenant_id_appointment_id",
                table: "nominations",
                columns: new[] { "tenant_id", "appointment_id" });

            migrationBuilder.CreateIndex(
                name: "ix_nominations_tenant_id_person_id",
                table: "nominations",
                columns: new[] { "tenant_id", "person_id" });

            migrationBuilder.CreateIndex(
                name: "ix_nominations_tenant_id_renewal_id",
                table: "nominations",
                columns: new[] { "tenant_id", "renewal_id" });

            migrationBuilder.CreateIndex(
                name: "ix_nominations_tenant_id_seat_id",
                table: "nominations",
                columns: new[] { "tenant_id", "seat_id" });

            migrationBuilder.CreateIndex(
                name: "ix_nominations_tenant_id_unit_id",
                table: "nominations",
                columns: new[] { "tenant_id", "unit_id" });

            migrationBuilder.CreateIndex(
                name: "ux_nominations_person",
                table: "nominations",
                columns: new[] { "tenant_id", "committee_id", "person_id" },
                unique: true,
                filter: "state NOT IN ('Appointed', 'Rejected', 'Withdrawn')");

            migrationBuilder.CreateIndex(
                name: "ix_party_organizations_tenant_id_superior_id",
                table: "party_organizations",
                columns: new[] { "tenant_id", "superior_id" });

            migrationBuilder.CreateIndex(
                name: "ux_party_organizations_lead",
                table: "party_organizations",
                columns: new[] { "tenant_id", "place_id" },
                unique: true,
                filter: "superior_id IS NULL AND until IS NULL");

            migrationBuilder.CreateIndex(
                name: "ux_party_organizations_name",
                table: "party_organizations",
                columns: new[] { "tenant_id", "place_id", "superior_id", "name" },
                unique: true,
                filter: "until IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_people_tenant_id_merged_into_id",
                table: "people",
                columns: new[] { "tenant_id", "merged_into_id" });

            migrationBuilder.CreateIndex(
                name: "ix_people_tenant_id_name",
                table: "people",
                columns: new[] { "tenant_id", "name" });

            migrationBuilder.CreateIndex(
                name: "ix_people_settings_tenant_id",
                table: "people_settings",
                column: "tenant_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_period_reasons_tenant_id_series_id_first_day",
                table: "period_reasons",
                columns: new[] { "tenant_id", "series_id", "first_day" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_places_tenant_id_code",
                table: "places",
                columns: new[] { "tenant_id", "code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_places_tenant_id_parent_id",
                table: "places",
                columns: new[] { "tenant_id", "parent_id" });

            migrationBuilder.CreateIndex(
                name: "ix_posts_tenant_id_entered_at_unit_id",
                table: "posts",
                columns: new[] { "tenant_id", "entered_at_unit_id" });

            migrationBuilder.CreateIndex(
                name: "ix_posts_tenant_id_person_id",
                table: "posts",
                columns: new[] { "tenant_id", "person_id" });

            migrationBuilder.CreateIndex(
                name: "ix_posts_tenant_id_unit_id",
                table: "posts",
                columns: new[] { "tenant_id", "unit_id" });

            migrationBuilder.CreateIndex(
                name: "ix_quorum_settings_tenant_id_kind",
                table: "quorum_settings",
                columns: new[] { "tenant_id", "kind" },
                unique: true)
                .Annotation("Npgsql:NullsDistinct", false);

            migrationBuilder.CreateIndex(
                name: "ux_rank_titles_title",
                table: "rank_titles",
                columns: new[] { "tenant_id", "title" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_reminders_tenant_id_meeting_id",
                table: "reminders",
                columns: new[] { "tenant_id", "meeting_id" });

            migrationBuilder.CreateIndex(
                name: "ux_reminders_day",
                table: "reminders",
                columns: new[] { "tenant_id", "invitation_id", "day" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ux_renewals_open",
                table: "renewals",
                columns: new[] { "tenant_id", "committee_id" },
                unique: true,
                filter: "state = 'Open'");

            migrationBuilder.CreateIndex(
                name: "ix_residences_tenant_id_place_id",
                table: "residences",
                columns: new[] { "tenant_id", "place_id" });

            migrationBuilder.CreateIndex(
                name: "ix_residences_tenant_id_unit_id",
                table: "residences",
                columns: new[] { "tenant_id", "unit_id" });

            migrationBuilder.CreateIndex(
                name: "ix_resolution_steps_tenant_id_above_place_id",
                table: "resolution_steps",
                columns: new[] { "tenant_id", "above_place_id" });

            migrationBuilder.CreateIndex(
                name: "ix_resolution_steps_tenant_id_resolution_id",
                table: "resolution_steps",
                columns: new[] { "tenant_id", "resolution_id" });

            migrationBuilder.CreateIndex(
                name: "ix_resolution_steps_tenant_id_unit_id",
                table: "resolution_steps",
                columns: new[] { "tenant_id", "unit_id" });

            migrationBuilder.CreateIndex(
                name: "ux_resolution_steps_reminder",
                table: "resolution_steps",
                columns: new[] { "tenant_id", "resolution_id", "on" },
                unique: true,
                filter: "action = 'Reminded'");

            migrationBuilder.CreateIndex(
                name: "ix_resolutions_tenant_id_above_place_id",
                table: "resolutions",
                columns: new[] { "tenant_id", "above_place_id" });

            migrationBuilder.CreateIndex(
                name: "ix_resolutions_tenant_id_committee_id_state",
                table: "resolutions",
                columns: new[] { "tenant_id", "committee_id", "state" });

            migrationBuilder.CreateIndex(
                name: "ix_resolutions_tenant_id_lead_unit_id",
                table: "resolutions",
                columns: new[] { "tenant_id", "lead_unit_id" });

            migrationBuilder.CreateIndex(
                name: "ix_resolutions_tenant_id_meeting_id",
                table: "resolutions",
                columns: new[] { "tenant_id", "meeting_id" });

            migrationBuilder.CreateIndex(
                name: "ix_resolutions_tenant_id_minutes_item_id",
                table: "resolutions",
                columns: new[] { "tenant_id", "minutes_item_id" });

            migrationBuilder.CreateIndex(
                name: "ix_seats_tenant_id_individual_id",
                table: "seats",
                columns: new[] { "tenant_id", "individual_id" });

            migrationBuilder.CreateIndex(
                name: "ix_seats_tenant_id_unit_id",
                table: "seats",
                columns: new[] { "tenant_id", "unit_id" });

            migrationBuilder.CreateIndex(
                name: "ux_seats_unit",
                table: "seats",
                columns: new[] { "tenant_id", "committee_id", "unit_id" },
                unique: true,
                filter: "until IS NULL AND unit_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_sessions_tenant_id_account_id",
                table: "sessions",
                columns: new[] { "tenant_id", "account_id" });

            migrationBuilder.CreateIndex(
                name: "ix_sessions_tenant_id_secret_hash",
                table: "sessions",
                columns: new[] { "tenant_id", "secret_hash" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_suspensions_tenant_id_seat_id",
                table: "suspensions",
                columns: new[] { "tenant_id", "seat_id" });

            migrationBuilder.CreateIndex(
                name: "ix_topic_attachments_tenant_id_file_id",
                table: "topic_attachments",
                columns: new[] { "tenant_id", "file_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_topic_attachments_tenant_id_topic_id",
                table: "topic_attachments",
                columns: new[] { "tenant_id", "topic_id" });

            migrationBuilder.CreateIndex(
                name: "ix_topic_calls_tenant_id_plan_id_seat_id",
                table: "topic_calls",
                columns: new[] { "tenant_id", "plan_id", "seat_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_topic_calls_tenant_id_seat_id",
                table: "topic_calls",
                columns: new[] { "tenant_id", "seat_id" });

            migrationBuilder.CreateIndex(
                name: "ix_topic_calls_tenant_id_unit_id",
                table: "topic_calls",
                columns: new[] { "tenant_id", "unit_id" });

            migrationBuilder.CreateIndex(
                name: "ix_topics_tenant_id_call_id",
                table: "topics",
                columns: new[] { "tenant_id", "call_id" });

            migrationBuilder.CreateIndex(
                name: "ix_topics_tenant_id_category_id",
                table: "topics",
                columns: new[] { "tenant_id", "category_id" });

            migrationBuilder.CreateIndex(
                name: "ix_topics_tenant_id_plan_id",
                table: "topics",
                columns: new[] { "tenant_id", "plan_id" });

            migrationBuilder.CreateIndex(
                name: "ux_unit_kinds_name",
                table: "unit_kinds",
                columns: new[] { "tenant_id", "name" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_units_list",
                table: "units",
                columns: new[] { "tenant_id", "place_id", "sort_key", "id" },
                filter: "merged_into_id IS NULL")
                .Annotation("Npgsql:IndexInclude", new[] { "ended_on", "kind_id", "liaison_officer_id" });

            migrationBuilder.CreateIndex(
                name: "ix_units_tenant_id_absorbed_by_id",
                table: "units",
                columns: new[] { "tenant_id", "absorbed_by_id" });

            migrationBuilder.CreateIndex(
                name: "ix_units_tenant_id_alike_key",
                table: "units",
                columns: new[] { "tenant_id", "alike_key" });

            migrationBuilder.CreateIndex(
                name: "ix_units_tenant_id_kind_id",
                table: "units",
                columns: new[] { "tenant_id", "kind_id" });

            migrationBuilder.CreateIndex(
                name: "ix_units_tenant_id_liaison_officer_id",
                table: "units",
                columns: new[] { "tenant_id", "liaison_officer_id" });

            migrationBuilder.CreateIndex(
                name: "ix_units_tenant_id_merged_into_id",
                table: "units",
                columns: new[] { "tenant_id", "merged_into_id" });

            migrationBuilder.CreateIndex(
                name: "ux_units_name",
                table: "units",
                columns: new[] { "tenant_id", "place_id", "name" },
                unique: true,
                filter: "ended_on IS NULL AND merged_into_id IS NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "alternates");

            migrationBuilder.DropTable(
                name: "assisting_units");

            migrationBuilder.DropTable(
                name: "attendance_settings");

            migrationBuilder.DropTable(
                name: "calendar_feeds");

            migrationBuilder.DropTable(
                name: "calendar_spans");

            migrationBuilder.DropTable(
                name: "channels");

            migrationBuilder.DropTable(
                name: "co_hosts");

            migrationBuilder.DropTable(
                name: "committee_steps");

            migrationBuilder.DropTable(
                name: "committee_terms");

            migrationBuilder.DropTable(
                name: "countersigns");

            migrationBuilder.DropTable(
                name: "coverage_settings");

            migrationBuilder.DropTable(
                name: "cross_appointments");

            migrationBuilder.DropTable(
                name: "districts");

            migrationBuilder.DropTable(
                name: "grants");

            migrationBuilder.DropTable(
                name: "group_seats");

            migrationBuilder.DropTable(
                name: "guests");

            migrationBuilder.DropTable(
                name: "item_runs");

            migrationBuilder.DropTable(
                name: "journal");

            migrationBuilder.DropTable(
                name: "lapse_acknowledgments");

            migrationBuilder.DropTable(
                name: "library_versions");

            migrationBuilder.DropTable(
                name: "links");

            migrationBuilder.DropTable(
                name: "meeting_sessions");

            migrationBuilder.DropTable(
                name: "meeting_warning_settings");

            migrationBuilder.DropTable(
                name: "member_counts");

            migrationBuilder.DropTable(
                name: "message_settings");

            migrationBuilder.DropTable(
                name: "messages");

            migrationBuilder.DropTable(
                name: "minutes_settings");

            migrationBuilder.DropTable(
                name: "minutes_steps");

            migrationBuilder.DropTable(
                name: "nomination_chains");

            migrationBuilder.DropTable(
                name: "nomination_steps");

            migrationBuilder.DropTable(
                name: "people_settings");

            migrationBuilder.DropTable(
                name: "period_reasons");

            migrationBuilder.DropTable(
                name: "posts");

            migrationBuilder.DropTable(
                name: "quorum_settings");

            migrationBuilder.DropTable(
                name: "rank_titles");

            migrationBuilder.DropTable(
                name: "reminders");

            migrationBuilder.DropTable(
                name: "residences");

            migrationBuilder.DropTable(
                name: "resolution_steps");

            migrationBuilder.DropTable(
                name: "sessions");

            migrationBuilder.DropTable(
                name: "suspensions");

            migrationBuilder.DropTable(
                name: "topic_attachments");

            migrationBuilder.DropTable(
                name: "groups");

            migrationBuilder.DropTable(
                name: "library_documents");

            migrationBuilder.DropTable(
                name: "party_organizations");

            migrationBuilder.DropTable(
                name: "nominations");

            migrationBuilder.DropTable(
                name: "meeting_series");

            migrationBuilder.DropTable(
                name: "invitations");

            migrationBuilder.DropTable(
                name: "resolutions");

            migrationBuilder.DropTable(
                name: "accounts");

            migrationBuilder.DropTable(
                name: "kept_files");

            migrationBuilder.DropTable(
                name: "topics");

            migrationBuilder.DropTable(
                name: "appointments");

            migrationBuilder.DropTable(
                name: "renewals");

            migrationBuilder.DropTable(
                name: "minutes_items");

            migrationBuilder.DropTable(
                name: "topic_calls");

            migrationBuilder.DropTable(
                name: "agenda_items");

            migrationBuilder.DropTable(
                name: "minutes");

            migrationBuilder.DropTable(
                name: "meeting_plans");

            migrationBuilder.DropTable(
                name: "seats");

            migrationBuilder.DropTable(
                name: "meetings");

            migrationBuilder.DropTable(
                name: "units");

            migrationBuilder.DropTable(
                name: "committees");

            migrationBuilder.DropTable(
                name: "meeting_words");

            migrationBuilder.DropTable(
                name: "people");

            migrationBuilder.DropTable(
                name: "unit_kinds");

            migrationBuilder.DropTable(
                name: "committee_kinds");

            migrationBuilder.DropTable(
                name: "places");
        }
    }
}
