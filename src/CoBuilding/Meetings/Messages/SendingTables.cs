using CoBuilding.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CoBuilding.Meetings.Messages;

public static class SendingTables
{
    extension(PortalDb db)
    {
        public DbSet<Reminder> Reminders => db.Set<Reminder>();
    }

    internal sealed class ForReminder : IEntityTypeConfiguration<Reminder>
    {
        public void Configure(EntityTypeBuilder<Reminder> table)
        {
            table.ToTable("reminders").ReachedBy(r => r.PlaceId);
            table
                .HasIndex(r => new
                {
                    r.TenantId,
                    r.InvitationId,
                    r.Day,
                })
                .IsUnique()
                .HasDatabaseName("ux_reminders_day");
            table.Refuses("ux_reminders_day", "Sending.RemindedToday");
            table.HasIndex(r => new { r.TenantId, r.MeetingId });
            table.HasOne<Meeting>().WithMany().HasForeignKey(r => new { r.TenantId, r.MeetingId }).OnDelete(DeleteBehavior.Restrict);
            table.HasOne<Invitation>().WithMany().HasForeignKey(r => new { r.TenantId, r.InvitationId }).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
