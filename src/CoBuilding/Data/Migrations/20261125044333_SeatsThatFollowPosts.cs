using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CoBuilding.Data.Migrations
{
    /// <inheritdoc />
    public partial class SeatsThatFollowPosts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "follows_post",
                table: "seats",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            // The seats that are there already follow by the rule of the new ones: whoever sits is the unit's secretary.
            migrationBuilder.Sql(
                """
                UPDATE seats s SET follows_post = true
                FROM appointments a JOIN posts o ON o.tenant_id = a.tenant_id AND o.unit_id = a.unit_id AND o.person_id = a.person_id
                WHERE a.tenant_id = s.tenant_id AND a.seat_id = s.id AND a.superseded_at IS NULL AND a.until IS NULL AND o.is_secretary AND o.until IS NULL
                """);

            migrationBuilder.AddColumn<string>(
                name: "answered_by",
                table: "invitations",
                type: "character varying(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "answered_for",
                table: "invitations",
                type: "character varying(40)",
                maxLength: 40,
                nullable: true);

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

            migrationBuilder.CreateIndex(
                name: "ix_alternates_tenant_id_person_id",
                table: "alternates",
                columns: new[] { "tenant_id", "person_id" });

            migrationBuilder.CreateIndex(
                name: "ix_alternates_tenant_id_seat_id",
                table: "alternates",
                columns: new[] { "tenant_id", "seat_id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "alternates");

            migrationBuilder.DropColumn(
                name: "follows_post",
                table: "seats");

            migrationBuilder.DropColumn(
                name: "answered_by",
                table: "invitations");

            migrationBuilder.DropColumn(
                name: "answered_for",
                table: "invitations");
        }
    }
}
