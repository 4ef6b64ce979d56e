using CoBuilding.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CoBuilding.Places.PartyChain;

public static class PartyChainTables
{
    extension(PortalDb db)
    {
        public DbSet<PartyOrganization> PartyOrganizations => db.Set<PartyOrganization>();
        public DbSet<MemberCount> MemberCounts => db.Set<MemberCount>();
    }

    internal sealed class ForPartyOrganization : IEntityTypeConfiguration<PartyOrganization>
    {
        public void Configure(EntityTypeBuilder<PartyOrganization> table)
        {
            table
                .ToTable(
                    "party_organizations",
                    t =>
                        t.HasCheckConstraint(
                            "ck_party_organizations_dates",
                            "until IS NULL OR established_on IS NULL OR until > established_on"
                        )
                )
                .ReachedBy(o => o.PlaceId);
            table.Property(o => o.Name).HasMaxLength(60);
            table
                .HasIndex(o => new { o.TenantId, o.PlaceId })
                .IsUnique()
                .HasFilter("superior_id IS NULL AND until IS NULL")
                .HasDatabaseName("ux_party_organizations_lead");
            table.Refuses("ux_party_organizations_lead", "PartyChain.PlaceIsLed");
            table
                .HasIndex(o => new
                {
                    o.TenantId,
                    o.PlaceId,
                    o.SuperiorId,
                    o.Name,
                })
                .IsUnique()
                .HasFilter("until IS NULL")
                .HasDatabaseName("ux_party_organizations_name");
            table.Refuses("ux_party_organizations_name", "PartyChain.NameIsTaken");
            table.HasOne<Place>().WithMany().HasForeignKey(o => new { o.TenantId, o.PlaceId }).OnDelete(DeleteBehavior.Restrict);
            table
                .HasOne<PartyOrganization>()
                .WithMany()
                .HasForeignKey(o => new { o.TenantId, o.SuperiorId })
                .OnDelete(DeleteBehavior.Restrict);
        }
    }

    internal sealed class ForMemberCount : IEntityTypeConfiguration<MemberCount>
    {
        public void Configure(EntityTypeBuilder<MemberCount> table)
        {
            table.ToTable("member_counts", t => t.HasCheckConstraint("ck_member_counts_members", "members >= 0")).ReachedBy(c => c.PlaceId);
            table
                .HasIndex(c => new
                {
                    c.TenantId,
                    c.OrganizationId,
                    c.AsOf,
                })
                .IsUnique()
                .HasFilter("superseded_at IS NULL")
                .HasDatabaseName("ux_member_counts_day");
            table.Refuses("ux_member_counts_day", "PartyChain.CountedMeanwhile");
            table
                .HasOne<PartyOrganization>()
                .WithMany()
                .HasForeignKey(c => new { c.TenantId, c.OrganizationId })
                .OnDelete(DeleteBehavior.Restrict);
        }
    }
}
