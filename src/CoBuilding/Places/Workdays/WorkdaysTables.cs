using CoBuilding.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CoBuilding.Places.Workdays;

public static class WorkdaysTables
{
    extension(PortalDb db)
    {
        public DbSet<CalendarSpan> CalendarSpans => db.Set<CalendarSpan>();
    }

    internal sealed class ForCalendarSpan : IEntityTypeConfiguration<CalendarSpan>
    {
        public void Configure(EntityTypeBuilder<CalendarSpan> table)
        {
            table
                .ToTable(
                    "calendar_spans",
                    t =>
                        t.HasCheckConstraint(
                            "ck_calendar_spans_days",
                            $"last_day >= first_day AND last_day - first_day < {CalendarSpan.MostDays}"
                        )
                )
                .DistrictWide("public holidays: the same for everybody in the district")
                .NeverOverlaps(
                    "ex_calendar_spans_days",
                    ["tenant_id"],
                    "first_day",
                    "last_day + 1",
                    "removed_at IS NULL",
                    "Workdays.Overlaps"
                );
            table.Property(s => s.Name).HasMaxLength(CalendarSpan.LongestName);
            table.Property(s => s.Source).HasMaxLength(CalendarSpan.LongestSource);
        }
    }
}
