using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CoBuilding.Data.Migrations
{
    /// <inheritdoc />
    public partial class TwoWayAppointments : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
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
                name: "drop_acknowledgements",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    unit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    committee_id = table.Column<Guid>(type: "uuid", nullable: false),
                    place_id = table.Column<Guid>(type: "uuid", nullable: false),
                    side = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    dropped_on = table.Column<DateOnly>(type: "date", nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    row_version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_drop_acknowledgements", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_drop_acknowledgements_committees_tenant_id_committee_id",
                        columns: x => new { x.tenant_id, x.committee_id },
                        principalTable: "committees",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_drop_acknowledgements_units_tenant_id_unit_id",
                        columns: x => new { x.tenant_id, x.unit_id },
                        principalTable: "units",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

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
                name: "ix_drop_acknowledgements_tenant_id_committee_id",
                table: "drop_acknowledgements",
                columns: new[] { "tenant_id", "committee_id" });

            migrationBuilder.CreateIndex(
                name: "ix_drop_acknowledgements_tenant_id_unit_id_committee_id",
                table: "drop_acknowledgements",
                columns: new[] { "tenant_id", "unit_id", "committee_id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "cross_appointments");

            migrationBuilder.DropTable(
                name: "drop_acknowledgements");
        }
    }
}
