using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CoBuilding.Data.Migrations
{
    /// <inheritdoc />
    public partial class SuccessFields : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "success_field",
                table: "channels",
                type: "character varying(100)",
                maxLength: 100,
                nullable: true);

            // A mark that was looked for anywhere names no part; until somebody does, what such a gateway answers would be misread.
            migrationBuilder.Sql("UPDATE channels SET success_mark = NULL, is_on = false WHERE success_mark IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "success_field",
                table: "channels");
        }
    }
}
