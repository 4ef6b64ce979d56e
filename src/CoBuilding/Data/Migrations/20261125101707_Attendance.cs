using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CoBuilding.Data.Migrations
{
    /// <inheritdoc />
    public partial class Attendance : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "asks_leave",
                table: "meetings",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "quorum_counts_substitutes",
                table: "meetings",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<int>(
                name: "quorum_number",
                table: "meetings",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "quorum_rule",
                table: "meetings",
                type: "character varying(40)",
                maxLength: 40,
                nullable: false,
                defaultValue: "None");

            migrationBuilder.AddColumn<string>(
                name: "substitutes",
                table: "meetings",
                type: "character varying(40)",
                maxLength: 40,
                nullable: false,
                defaultValue: "Free");

            migrationBuilder.AddColumn<string>(
                name: "consent",
                table: "invitations",
                type: "character varying(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "decided_at",
                table: "invitations",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "decided_by",
                table: "invitations",
                type: "character varying(80)",
                maxLength: 80,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "decision_words",
                table: "invitations",
                type: "character varying(200)",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "presence_marked_by",
                table: "invitations",
                type: "character varying(80)",
                maxLength: 80,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "presence_reason",
                table: "invitations",
                type: "character varying(200)",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "presence_source",
                table: "invitations",
                type: "character varying(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<TimeOnly>(
                name: "presence_time",
                table: "invitations",
                type: "time without time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "stand_in",
                table: "invitations",
                type: "character varying(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "stand_in_name",
                table: "invitations",
                type: "character varying(40)",
                maxLength: 40,
                nullable: true);

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
                name: "openings",
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
                    table.PrimaryKey("pk_openings", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_openings_meetings_tenant_id_meeting_id",
                        columns: x => new { x.tenant_id, x.meeting_id },
                        principalTable: "meetings",
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

            migrationBuilder.CreateIndex(
                name: "ix_attendance_settings_tenant_id",
                table: "attendance_settings",
                column: "tenant_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_guests_tenant_id_meeting_id",
                table: "guests",
                columns: new[] { "tenant_id", "meeting_id" });

            migrationBuilder.CreateIndex(
                name: "ix_item_runs_tenant_id_agenda_item_id",
                table: "item_runs",
                columns: new[] { "tenant_id", "agenda_item_id" });

            migrationBuilder.CreateIndex(
                name: "ix_item_runs_tenant_id_meeting_id",
                table: "item_runs",
                columns: new[] { "tenant_id", "meeting_id" });

            migrationBuilder.CreateIndex(
                name: "ux_openings_meeting",
                table: "openings",
                columns: new[] { "tenant_id", "meeting_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_quorum_settings_tenant_id_kind",
                table: "quorum_settings",
                columns: new[] { "tenant_id", "kind" },
                unique: true)
                .Annotation("Npgsql:NullsDistinct", false);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "attendance_settings");

            migrationBuilder.DropTable(
                name: "guests");

            migrationBuilder.DropTable(
                name: "item_runs");

            migrationBuilder.DropTable(
                name: "openings");

            migrationBuilder.DropTable(
                name: "quorum_settings");

            migrationBuilder.DropColumn(
                name: "asks_leave",
                table: "meetings");

            migrationBuilder.DropColumn(
                name: "quorum_counts_substitutes",
                table: "meetings");

            migrationBuilder.DropColumn(
                name: "quorum_number",
                table: "meetings");

            migrationBuilder.DropColumn(
                name: "quorum_rule",
                table: "meetings");

            migrationBuilder.DropColumn(
                name: "substitutes",
                table: "meetings");

            migrationBuilder.DropColumn(
                name: "consent",
                table: "invitations");

            migrationBuilder.DropColumn(
                name: "decided_at",
                table: "invitations");

            migrationBuilder.DropColumn(
                name: "decided_by",
                table: "invitations");

            migrationBuilder.DropColumn(
                name: "decision_words",
                table: "invitations");

            migrationBuilder.DropColumn(
                name: "presence_marked_by",
                table: "invitations");

            migrationBuilder.DropColumn(
                name: "presence_reason",
                table: "invitations");

            migrationBuilder.DropColumn(
                name: "presence_source",
                table: "invitations");

            migrationBuilder.DropColumn(
                name: "presence_time",
                table: "invitations");

            migrationBuilder.DropColumn(
                name: "stand_in",
                table: "invitations");

            migrationBuilder.DropColumn(
                name: "stand_in_name",
                table: "invitations");
        }
    }
}
