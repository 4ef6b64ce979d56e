using CoBuilding.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CoBuilding.Committees;

public static class TermsTables
{
    extension(PortalDb db)
    {
        public DbSet<CommitteeTerm> CommitteeTerms => db.Set<CommitteeTerm>();
        public DbSet<Renewal> Renewals => db.Set<Renewal>();
    }

    internal sealed class ForCommitteeTerm : IEntityTypeConfiguration<CommitteeTerm>
    {
        public void Configure(EntityTypeBuilder<CommitteeTerm> table)
        {
            table
                .ToTable("committee_terms", t => t.HasCheckConstraint("ck_committee_terms_dates", "ended_on > \"from\""))
                .ReachedBy(t => t.PlaceId);
            table.Property(t => t.ExtensionApproval).HasMaxLength(60);
            table
                .HasIndex(t => new
                {
                    t.TenantId,
                    t.CommitteeId,
                    t.Number,
                })
                .IsUnique();
            table.HasOne<Committee>().WithMany().HasForeignKey(t => new { t.TenantId, t.CommitteeId }).OnDelete(DeleteBehavior.Restrict);
        }
    }

    internal sealed class ForRenewal : IEntityTypeConfiguration<Renewal>
    {
        public void Configure(EntityTypeBuilder<Renewal> table)
        {
            table.ToTable("renewals").ReachedBy(r => r.PlaceId);
            table.Ignore(r => r.IsOpen);
            table.Property(r => r.Approval).HasMaxLength(60);
            table.Property(r => r.CancelReason).HasMaxLength(200);
            table.Property(r => r.Manner).HasMaxLength(60);
            table
                .HasIndex(r => new { r.TenantId, r.CommitteeId })
                .IsUnique()
                .HasFilter("state = 'Open'")
                .HasDatabaseName("ux_renewals_open");
            table.Refuses("ux_renewals_open", "Terms.RenewalIsOpen");
            table.HasOne<Committee>().WithMany().HasForeignKey(r => new { r.TenantId, r.CommitteeId }).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
