using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CoBuilding.Data.Migrations
{
    /// <inheritdoc />
    public partial class PersonHasOneSeat : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AlterTable(
                name: "appointments")
                .Annotation("CoBuilding:Exclusion", "CONSTRAINT ex_appointments_seat EXCLUDE USING gist (tenant_id WITH =, seat_id WITH =, daterange(\"from\", until, '[)') WITH &&) WHERE (superseded_at IS NULL)\nCONSTRAINT ex_appointments_person EXCLUDE USING gist (tenant_id WITH =, committee_id WITH =, person_id WITH =, daterange(\"from\", until, '[)') WITH &&) WHERE (superseded_at IS NULL)")
                .OldAnnotation("CoBuilding:Exclusion", "CONSTRAINT ex_appointments_seat EXCLUDE USING gist (tenant_id WITH =, seat_id WITH =, daterange(\"from\", until, '[)') WITH &&) WHERE (superseded_at IS NULL)");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AlterTable(
                name: "appointments")
                .Annotation("CoBuilding:Exclusion", "CONSTRAINT ex_appointments_seat EXCLUDE USING gist (tenant_id WITH =, seat_id WITH =, daterange(\"from\", until, '[)') WITH &&) WHERE (superseded_at IS NULL)")
                .OldAnnotation("CoBuilding:Exclusion", "CONSTRAINT ex_appointments_seat EXCLUDE USING gist (tenant_id WITH =, seat_id WITH =, daterange(\"from\", until, '[)') WITH &&) WHERE (superseded_at IS NULL)\nCONSTRAINT ex_appointments_person EXCLUDE USING gist (tenant_id WITH =, committee_id WITH =, person_id WITH =, daterange(\"from\", until, '[)') WITH &&) WHERE (superseded_at IS NULL)");
        }
    }
}
