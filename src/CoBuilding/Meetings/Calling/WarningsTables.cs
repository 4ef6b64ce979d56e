using CoBuilding.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CoBuilding.Meetings.Calling;

public static class WarningsTables
{
    extension(PortalDb db)
    {
        public DbSet<MeetingWarningSetting> CallingSettings => db.Set<MeetingWarningSetting>();
    }

    internal sealed class ForCallingSetting : IEntityTypeConfiguration<MeetingWarningSetting>
    {
        public void Configure(EntityTypeBuilder<MeetingWarningSetting> table)
        {
            table
                .ToTable(
                    "meeting_warning_settings",
                    t =>
                        t.HasCheckConstraint(
                            "ck_meeting_warning_settings_range",
                            "most_requests BETWEEN 1 AND 100 AND notice_days BETWEEN 0 AND 30"
                        )
                )
                .DistrictWide("a setting of the whole district, by which every call is looked at");
            table.HasIndex(s => s.TenantId).IsUnique();
        }
    }
}
