using CoBuilding.Committees;
using CoBuilding.Data;
using CoBuilding.Meetings.Words;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CoBuilding.Meetings;

public static class MeetingsTables
{
    extension(PortalDb db)
    {
        public DbSet<Meeting> Meetings => db.Set<Meeting>();
        public DbSet<AgendaItem> AgendaItems => db.Set<AgendaItem>();
        public DbSet<CoHost> CoHosts => db.Set<CoHost>();
        public DbSet<Invitation> Invitations => db.Set<Invitation>();
    }

    internal sealed class ForMeeting : IEntityTypeConfiguration<Meeting>
    {
        public void Configure(EntityTypeBuilder<Meeting> table)
        {
            table
                .ToTable("meetings", t => t.HasCheckConstraint("ck_meetings_times", "ends_at > starts_at"))
                .ReachedBy(m => m.PlaceId, subject: m => m.Id);
            table.Property(m => m.Title).HasMaxLength(100);
            table.Property(m => m.Venue).HasMaxLength(100);
            table.Property(m => m.ContactName).HasMaxLength(40);
            table.Property(m => m.ContactPhone).HasMaxLength(30);
            table.Property(m => m.Remark).HasMaxLength(1000);
            table.Property(m => m.CancelReason).HasMaxLength(200);
            table.Property(m => m.PostponeReason).HasMaxLength(200);
            table.Property(m => m.Substitutes).HasDefaultValue(SubstitutePolicy.Free);
            table.Property(m => m.AsksLeave).HasDefaultValue(false);
            table.Property(m => m.QuorumRule).HasDefaultValue(QuorumRule.None);
            table.Property(m => m.QuorumCountsSubstitutes).HasDefaultValue(false);
            table.Ignore(m => m.Quorum);
            table.HasIndex(m => new { m.TenantId, m.StartsAt });
            table.HasIndex(m => new { m.TenantId, m.CommitteeId });
            table.HasOne<Committee>().WithMany().HasForeignKey(m => new { m.TenantId, m.CommitteeId }).OnDelete(DeleteBehavior.Restrict);
            table.HasOne<MeetingWord>().WithMany().HasForeignKey(m => new { m.TenantId, m.KindId }).OnDelete(DeleteBehavior.Restrict);
        }
    }

    internal sealed class ForAgendaItem : IEntityTypeConfiguration<AgendaItem>
    {
        public void Configure(EntityTypeBuilder<AgendaItem> table)
        {
            table.ToTable("agenda_items").ReachedBy(i => i.PlaceId, subject: i => i.MeetingId);
            table.Property(i => i.Topic).HasMaxLength(200);
            table.HasIndex(i => new { i.TenantId, i.MeetingId });
            table.HasOne<Meeting>().WithMany().HasForeignKey(i => new { i.TenantId, i.MeetingId }).OnDelete(DeleteBehavior.Restrict);
        }
    }

    internal sealed class ForCoHost : IEntityTypeConfiguration<CoHost>
    {
        public void Configure(EntityTypeBuilder<CoHost> table)
        {
            table.ToTable("co_hosts").ReachedBy(h => h.PlaceId, subject: h => h.MeetingId);
            table
                .HasIndex(h => new
                {
                    h.TenantId,
                    h.MeetingId,
                    h.CommitteeId,
                })
                .IsUnique();
            table.HasIndex(h => new { h.TenantId, h.CommitteeId });
            table.HasOne<Meeting>().WithMany().HasForeignKey(h => new { h.TenantId, h.MeetingId }).OnDelete(DeleteBehavior.Restrict);
            table.HasOne<Committee>().WithMany().HasForeignKey(h => new { h.TenantId, h.CommitteeId }).OnDelete(DeleteBehavior.Restrict);
        }
    }

    internal sealed class ForInvitation : IEntityTypeConfiguration<Invitation>
    {
        public void Configure(EntityTypeBuilder<Invitation> table)
        {
            table.ToTable("invitations").ReachedBy(i => i.PlaceId, i => i.UnitId, i => i.Id);
            table.Property(i => i.SubstituteName).HasMaxLength(40);
            table.Property(i => i.SubstitutePost).HasMaxLength(60);
            table.Property(i => i.LeaveReason).HasMaxLength(200);
            table.Property(i => i.AnsweredBy).HasMaxLength(40);
            table.Property(i => i.AnsweredFor).HasMaxLength(40);
            table.Property(i => i.WithdrawnBy).HasMaxLength(80);
            table.Property(i => i.WithdrawnBecause).HasMaxLength(200);
            table.Property(i => i.ToldBy).HasMaxLength(40);
            table.Property(i => i.DecidedBy).HasMaxLength(80);
            table.Property(i => i.DecisionWords).HasMaxLength(200);
            table.Property(i => i.UnannouncedSubstitute).HasMaxLength(40);
            table.Property(i => i.PresenceMarkedBy).HasMaxLength(80);
            table.Property(i => i.PresenceReason).HasMaxLength(200);
            table
                .HasIndex(i => new
                {
                    i.TenantId,
                    i.MeetingId,
                    i.SeatId,
                })
                .IsUnique();
            table
                .HasIndex(i => new
                {
                    i.TenantId,
                    i.MeetingId,
                    i.UnitId,
                })
                .IsUnique()
                .HasFilter("unit_id IS NOT NULL AND withdrawn_at IS NULL")
                .HasDatabaseName("ux_invitations_unit");
            table.Refuses("ux_invitations_unit", "Meetings.UnitTwice");
            table.HasIndex(i => new { i.TenantId, i.SeatId });
            table.HasIndex(i => new { i.TenantId, i.UnitId });
            table.HasOne<Meeting>().WithMany().HasForeignKey(i => new { i.TenantId, i.MeetingId }).OnDelete(DeleteBehavior.Restrict);
            table.HasOne<Seat>().WithMany().HasForeignKey(i => new { i.TenantId, i.SeatId }).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
