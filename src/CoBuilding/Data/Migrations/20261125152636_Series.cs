using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CoBuilding.Data.Migrations
{
    /// <inheritdoc />
    public partial class Series : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
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
                name: "ix_period_reasons_tenant_id_series_id_first_day",
                table: "period_reasons",
                columns: new[] { "tenant_id", "series_id", "first_day" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "calendar_spans");

            migrationBuilder.DropTable(
                name: "period_reasons");

            migrationBuilder.DropTable(
                name: "meeting_series");
        }
    }
}
