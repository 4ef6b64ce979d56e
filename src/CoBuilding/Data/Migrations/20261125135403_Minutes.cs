using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CoBuilding.Data.Migrations
{
    /// <inheritdoc />
    public partial class Minutes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "written_up",
                table: "meetings",
                type: "character varying(40)",
                maxLength: 40,
                nullable: true);

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
                    round = table.Column<int>(type: "integer", nullable: false),
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
                    round = table.Column<int>(type: "integer", nullable: false),
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
                    deed = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
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
                    deed = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
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
                name: "ix_assisting_units_tenant_id_resolution_id_unit_id",
                table: "assisting_units",
                columns: new[] { "tenant_id", "resolution_id", "unit_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_assisting_units_tenant_id_unit_id",
                table: "assisting_units",
                columns: new[] { "tenant_id", "unit_id" });

            migrationBuilder.CreateIndex(
                name: "ix_countersigns_tenant_id_meeting_id",
                table: "countersigns",
                columns: new[] { "tenant_id", "meeting_id" });

            migrationBuilder.CreateIndex(
                name: "ix_countersigns_tenant_id_minutes_id_round_unit_id",
                table: "countersigns",
                columns: new[] { "tenant_id", "minutes_id", "round", "unit_id" },
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
                filter: "deed = 'Reminded'");

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
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "assisting_units");

            migrationBuilder.DropTable(
                name: "countersigns");

            migrationBuilder.DropTable(
                name: "minutes_settings");

            migrationBuilder.DropTable(
                name: "minutes_steps");

            migrationBuilder.DropTable(
                name: "resolution_steps");

            migrationBuilder.DropTable(
                name: "resolutions");

            migrationBuilder.DropTable(
                name: "minutes_items");

            migrationBuilder.DropTable(
                name: "minutes");

            migrationBuilder.DropColumn(
                name: "written_up",
                table: "meetings");
        }
    }
}
