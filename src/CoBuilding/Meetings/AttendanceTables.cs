using CoBuilding.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CoBuilding.Meetings;

public static class AttendanceTables
{
    extension(PortalDb db)
    {
        public DbSet<Guest> Guests => db.Set<Guest>();
        public DbSet<AttendanceSetting> AttendanceSettings => db.Set<AttendanceSetting>();
        public DbSet<QuorumSetting> QuorumSettings => db.Set<QuorumSetting>();
    }

    internal sealed class ForGuest : IEntityTypeConfiguration<Guest>
    {
        public void Configure(EntityTypeBuilder<Guest> table)
        {
            table.ToTable("guests").ReachedBy(g => g.PlaceId);
            table.Property(g => g.Name).HasMaxLength(40);
            table.Property(g => g.UnitName).HasMaxLength(100);
            table.Property(g => g.Post).HasMaxLength(60);
            table.Property(g => g.PresenceReason).HasMaxLength(200);
            table.Ignore(g => g.IsPresent);
            table.HasIndex(g => new { g.TenantId, g.MeetingId });
            table.HasOne<Meeting>().WithMany().HasForeignKey(g => new { g.TenantId, g.MeetingId }).OnDelete(DeleteBehavior.Restrict);
        }
    }

    internal sealed class ForAttendanceSetting : IEntityTypeConfiguration<AttendanceSetting>
    {
        public void Configure(EntityTypeBuilder<AttendanceSetting> table)
        {
            table.ToTable("attendance_settings").DistrictWide("a setting of the whole district, by which every meeting goes");
            table.HasIndex(s => s.TenantId).IsUnique();
        }
    }

    internal sealed class ForQuorumSetting : IEntityTypeConfiguration<QuorumSetting>
    {
        public void Configure(EntityTypeBuilder<QuorumSetting> table)
        {
            table
                .ToTable(
                    "quorum_settings",
                    t => t.HasCheckConstraint("ck_quorum_settings_number", "(quorum_rule = 'ChairAndNumber') = (quorum_number IS NOT NULL)")
                )
                .DistrictWide("a setting of the whole district, by which every meeting goes");
            table.Ignore(q => q.Quorum);
            table.HasIndex(q => new { q.TenantId, q.Kind }).IsUnique().AreNullsDistinct(false);
        }
    }
}
