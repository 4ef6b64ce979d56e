using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CoBuilding.Data.Migrations
{
    /// <inheritdoc />
    public partial class PartyChain : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
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

            migrationBuilder.CreateIndex(
                name: "ux_member_counts_day",
                table: "member_counts",
                columns: new[] { "tenant_id", "organization_id", "as_of" },
                unique: true,
                filter: "superseded_at IS NULL");

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
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "member_counts");

            migrationBuilder.DropTable(
                name: "party_organizations");
        }
    }
}
