using CoBuilding.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CoBuilding.Committees.Groups;

public static class GroupsTables
{
    extension(PortalDb db)
    {
        public DbSet<Group> Groups => db.Set<Group>();
        public DbSet<GroupSeat> GroupSeats => db.Set<GroupSeat>();
    }

    internal sealed class ForGroup : IEntityTypeConfiguration<Group>
    {
        public void Configure(EntityTypeBuilder<Group> table)
        {
            table
                .ToTable("groups", t => t.HasCheckConstraint("ck_groups_dates", "until IS NULL OR until >= \"from\""))
                .ReachedBy(g => g.PlaceId);
            table.Property(g => g.Name).HasMaxLength(GroupForm.LongestName);
            table.Property(g => g.Purpose).HasMaxLength(GroupForm.LongestPurpose);
            table
                .HasIndex(g => new
                {
                    g.TenantId,
                    g.CommitteeId,
                    g.Name,
                })
                .IsUnique()
                .HasFilter("until IS NULL")
                .HasDatabaseName("ux_groups_name");
            table.Refuses("ux_groups_name", "Groups.NameIsTaken");
            table.HasOne<Committee>().WithMany().HasForeignKey(g => new { g.TenantId, g.CommitteeId }).OnDelete(DeleteBehavior.Restrict);
        }
    }

    internal sealed class ForGroupSeat : IEntityTypeConfiguration<GroupSeat>
    {
        public void Configure(EntityTypeBuilder<GroupSeat> table)
        {
            table
                .ToTable("group_seats", t => t.HasCheckConstraint("ck_group_seats_dates", "until IS NULL OR until > \"from\""))
                .ReachedBy(s => s.PlaceId);
            table
                .HasIndex(s => new
                {
                    s.TenantId,
                    s.GroupId,
                    s.SeatId,
                })
                .IsUnique()
                .HasFilter("superseded_at IS NULL AND until IS NULL")
                .HasDatabaseName("ux_group_seats_seat");
            table.HasIndex(s => new { s.TenantId, s.CommitteeId });
            table.HasOne<Group>().WithMany().HasForeignKey(s => new { s.TenantId, s.GroupId }).OnDelete(DeleteBehavior.Restrict);
            table.HasOne<Seat>().WithMany().HasForeignKey(s => new { s.TenantId, s.SeatId }).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
