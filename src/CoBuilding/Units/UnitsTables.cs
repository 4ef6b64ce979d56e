using CoBuilding.Data;
using CoBuilding.Places;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CoBuilding.Units;

public static class UnitsTables
{
    extension(PortalDb db)
    {
        public DbSet<ResidentUnit> Units => db.Set<ResidentUnit>();
        public DbSet<Person> People => db.Set<Person>();
        public DbSet<Post> Posts => db.Set<Post>();
    }

    internal sealed class ForUnit : IEntityTypeConfiguration<ResidentUnit>
    {
        public void Configure(EntityTypeBuilder<ResidentUnit> table)
        {
            table.ToTable("units").ReachedBy(u => u.PlaceId, u => u.Id);
            table.Ignore(u => u.DisplayName).Ignore(u => u.IsListed);
            table.Property(u => u.Name).HasMaxLength(100);
            table.Property(u => u.ShortName).HasMaxLength(30);
            table.Property(u => u.SortKey).UseCollation("C");
            table.Property(u => u.StrokeKey).UseCollation("C");
            table.Property(u => u.SuperiorOrganization).HasMaxLength(100);
            table.Property(u => u.Address).HasMaxLength(200);
            table.Property(u => u.Remark).HasMaxLength(500);
            table
                .HasIndex(u => new
                {
                    u.TenantId,
                    u.PlaceId,
                    u.Name,
                })
                .IsUnique()
                .HasFilter("ended_on IS NULL AND merged_into_id IS NULL")
                .HasDatabaseName("ux_units_name");
            table.Refuses("ux_units_name", "Units.NameIsTaken");
            // Covers the list's order within a place and its filters, so that a page is found by the index only.
            table
                .HasIndex(u => new
                {
                    u.TenantId,
                    u.PlaceId,
                    u.SortKey,
                    u.Id,
                })
                .IncludeProperties(u => new
                {
                    u.EndedOn,
                    u.KindId,
                    u.LiaisonOfficerId,
                })
                .HasFilter("merged_into_id IS NULL")
                .HasDatabaseName("ix_units_list");
            table.HasIndex(u => new { u.TenantId, u.AlikeKey });
            table.HasIndex(u => new { u.TenantId, u.MergedIntoId });
            table.HasOne<Place>().WithMany().HasForeignKey(u => new { u.TenantId, u.PlaceId }).OnDelete(DeleteBehavior.Restrict);
            table.HasOne<DistrictUnitKind>().WithMany().HasForeignKey(u => new { u.TenantId, u.KindId }).OnDelete(DeleteBehavior.Restrict);
            table
                .HasOne<ResidentUnit>()
                .WithMany()
                .HasForeignKey(u => new { u.TenantId, u.MergedIntoId })
                .OnDelete(DeleteBehavior.Restrict);
            table
                .HasOne<ResidentUnit>()
                .WithMany()
                .HasForeignKey(u => new { u.TenantId, u.AbsorbedById })
                .OnDelete(DeleteBehavior.Restrict);
            table.HasOne<Person>().WithMany().HasForeignKey(u => new { u.TenantId, u.LiaisonOfficerId }).OnDelete(DeleteBehavior.Restrict);
        }
    }

    internal sealed class ForPerson : IEntityTypeConfiguration<Person>
    {
        public void Configure(EntityTypeBuilder<Person> table)
        {
            table
                .ToTable("people")
                .DistrictWide("names and posts are known to the district's staff; mobile numbers are read through posts within reach");
            table.Property(p => p.Name).HasMaxLength(40);
            table.Property(p => p.SortKey).UseCollation("C");
            table.Property(p => p.StrokeKey).UseCollation("C");
            table.Property(p => p.Mobile).HasMaxLength(20);
            table.Property(p => p.Email).HasMaxLength(100);
            table.HasIndex(p => new { p.TenantId, p.Name });
            table.HasIndex(p => new { p.TenantId, p.MergedIntoId });
            table.HasOne<Person>().WithMany().HasForeignKey(p => new { p.TenantId, p.MergedIntoId }).OnDelete(DeleteBehavior.Restrict);
        }
    }

    internal sealed class ForPost : IEntityTypeConfiguration<Post>
    {
        public void Configure(EntityTypeBuilder<Post> table)
        {
            table
                .ToTable("posts", t => t.HasCheckConstraint("ck_posts_dates", "until IS NULL OR until > \"from\""))
                .ReachedBy(p => p.PlaceId, p => p.UnitId);
            table.Property(p => p.Title).HasMaxLength(60);
            table.HasIndex(p => new { p.TenantId, p.PersonId });
            table.HasIndex(p => new { p.TenantId, p.UnitId });
            table.HasIndex(p => new { p.TenantId, p.EnteredAtUnitId });
            table.HasOne<Person>().WithMany().HasForeignKey(p => new { p.TenantId, p.PersonId }).OnDelete(DeleteBehavior.Restrict);
            table.HasOne<ResidentUnit>().WithMany().HasForeignKey(p => new { p.TenantId, p.UnitId }).OnDelete(DeleteBehavior.Restrict);
            table
                .HasOne<ResidentUnit>()
                .WithMany()
                .HasForeignKey(p => new { p.TenantId, p.EnteredAtUnitId })
                .OnDelete(DeleteBehavior.Restrict);
        }
    }
}
