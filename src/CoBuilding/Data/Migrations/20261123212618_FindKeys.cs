using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CoBuilding.Data.Migrations
{
    /// <inheritdoc />
    public partial class FindKeys : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "find_keys",
                table: "units",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "sort_key",
                table: "units",
                type: "text",
                nullable: false,
                defaultValue: "",
                collation: "C");

            migrationBuilder.AddColumn<string>(
                name: "find_keys",
                table: "places",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "find_keys",
                table: "people",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "sort_key",
                table: "people",
                type: "text",
                nullable: false,
                defaultValue: "",
                collation: "C");

            migrationBuilder.AddColumn<string>(
                name: "find_keys",
                table: "committees",
                type: "text",
                nullable: false,
                defaultValue: "");

            // Rows from before are found by their names until they are next saved; pinyin is made by the application.
            migrationBuilder.Sql("UPDATE units SET find_keys = lower(concat_ws(E'\\n', name, short_name)), sort_key = name;");
            migrationBuilder.Sql("UPDATE places SET find_keys = lower(concat_ws(E'\\n', name, official_name));");
            migrationBuilder.Sql("UPDATE people SET find_keys = lower(name), sort_key = name;");
            migrationBuilder.Sql("UPDATE committees SET find_keys = lower(name);");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "find_keys",
                table: "units");

            migrationBuilder.DropColumn(
                name: "sort_key",
                table: "units");

            migrationBuilder.DropColumn(
                name: "find_keys",
                table: "places");

            migrationBuilder.DropColumn(
                name: "find_keys",
                table: "people");

            migrationBuilder.DropColumn(
                name: "sort_key",
                table: "people");

            migrationBuilder.DropColumn(
                name: "find_keys",
                table: "committees");
        }
    }
}
