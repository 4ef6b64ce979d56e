using CoBuilding.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CoBuilding.Committees;

public static class LifecycleTables
{
    extension(PortalDb db)
    {
        public DbSet<CommitteeStep> CommitteeSteps => db.Set<CommitteeStep>();
    }

    internal sealed class ForCommitteeStep : IEntityTypeConfiguration<CommitteeStep>
    {
        public void Configure(EntityTypeBuilder<CommitteeStep> table)
        {
            table.ToTable("committee_steps").ReachedBy(s => s.PlaceId);
            table.Property(s => s.DocumentNumber).HasMaxLength(60);
            table.Property(s => s.Remark).HasMaxLength(500);
            table.HasIndex(s => new { s.TenantId, s.CommitteeId });
            table.HasOne<Committee>().WithMany().HasForeignKey(s => new { s.TenantId, s.CommitteeId }).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
