using CoBuilding.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CoBuilding.Meetings;

public static class RoomTables
{
    extension(PortalDb db)
    {
        public DbSet<MeetingSession> MeetingSessions => db.Set<MeetingSession>();
        public DbSet<ItemRun> ItemRuns => db.Set<ItemRun>();
    }

    internal sealed class ForMeetingSession : IEntityTypeConfiguration<MeetingSession>
    {
        public void Configure(EntityTypeBuilder<MeetingSession> table)
        {
            table.ToTable("meeting_sessions").ReachedBy(o => o.PlaceId);
            table.Ignore(o => o.Figures);
            table.Property(o => o.OpenedBy).HasMaxLength(80);
            table.Property(o => o.OverBy).HasMaxLength(80);
            table.HasIndex(o => new { o.TenantId, o.MeetingId }).IsUnique().HasDatabaseName("ux_openings_meeting");
            table.Refuses("ux_openings_meeting", "Room.IsOpen");
            table.HasOne<Meeting>().WithMany().HasForeignKey(o => new { o.TenantId, o.MeetingId }).OnDelete(DeleteBehavior.Restrict);
        }
    }

    internal sealed class ForItemRun : IEntityTypeConfiguration<ItemRun>
    {
        public void Configure(EntityTypeBuilder<ItemRun> table)
        {
            table.ToTable("item_runs").ReachedBy(r => r.PlaceId);
            table.HasIndex(r => new { r.TenantId, r.MeetingId });
            table.HasOne<Meeting>().WithMany().HasForeignKey(r => new { r.TenantId, r.MeetingId }).OnDelete(DeleteBehavior.Restrict);
            table.HasOne<AgendaItem>().WithMany().HasForeignKey(r => new { r.TenantId, r.AgendaItemId }).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
