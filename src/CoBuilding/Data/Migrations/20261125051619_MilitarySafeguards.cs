using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CoBuilding.Data.Migrations
{
    /// <inheritdoc />
    public partial class MilitarySafeguards : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "shows_personal_names",
                table: "units",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            // What a military unit has not agreed to is not kept: neither its address and superior, nor the names of people with no post elsewhere.
            migrationBuilder.Sql("UPDATE units SET address = NULL, superior_organization = NULL, row_version = row_version + 1 WHERE kind = 'Military' AND (address IS NOT NULL OR superior_organization IS NOT NULL);");
            migrationBuilder.Sql("""
                UPDATE people p SET name = left(o.title, 40), find_keys = left(o.title, 40), sort_key = left(o.title, 40), row_version = p.row_version + 1
                FROM (SELECT DISTINCT ON (o.tenant_id, o.person_id) o.tenant_id, o.person_id, o.title FROM posts o
                      JOIN units u ON u.tenant_id = o.tenant_id AND u.id = o.unit_id AND u.kind = 'Military'
                      ORDER BY o.tenant_id, o.person_id, o."from" DESC) o
                WHERE p.tenant_id = o.tenant_id AND p.id = o.person_id AND NOT EXISTS (
                    SELECT FROM posts e LEFT JOIN units u ON u.tenant_id = e.tenant_id AND u.id = e.unit_id
                    WHERE e.tenant_id = p.tenant_id AND e.person_id = p.id AND u.kind IS DISTINCT FROM 'Military');
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "shows_personal_names",
                table: "units");
        }
    }
}
