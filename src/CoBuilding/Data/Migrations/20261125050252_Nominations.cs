using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CoBuilding.Data.Migrations
{
    /// <inheritdoc />
    public partial class Nominations : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateOnly>(
                name: "term_from",
                table: "committees",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "term_number",
                table: "committees",
                type: "integer",
                nullable: false,
                defaultValue: 1);

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
                name: "nomination_steps",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    nomination_id = table.Column<Guid>(type: "uuid", nullable: false),
                    place_id = table.Column<Guid>(type: "uuid", nullable: false),
                    unit_id = table.Column<Guid>(type: "uuid", nullable: true),
                    deed = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
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

            migrationBuilder.CreateIndex(
                name: "ix_committee_terms_tenant_id_committee_id_number",
                table: "committee_terms",
                columns: new[] { "tenant_id", "committee_id", "number" },
                unique: true);

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
                name: "ux_renewals_open",
                table: "renewals",
                columns: new[] { "tenant_id", "committee_id" },
                unique: true,
                filter: "state = 'Open'");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "committee_terms");

            migrationBuilder.DropTable(
                name: "nomination_chains");

            migrationBuilder.DropTable(
                name: "nomination_steps");

            migrationBuilder.DropTable(
                name: "nominations");

            migrationBuilder.DropTable(
                name: "renewals");

            migrationBuilder.DropColumn(
                name: "term_from",
                table: "committees");

            migrationBuilder.DropColumn(
                name: "term_number",
                table: "committees");
        }
    }
}
