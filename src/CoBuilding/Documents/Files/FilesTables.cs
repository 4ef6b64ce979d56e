using CoBuilding.Data;
using CoBuilding.Places;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CoBuilding.Documents.Files;

public static class FilesTables
{
    extension(PortalDb db)
    {
        public DbSet<KeptFile> KeptFiles => db.Set<KeptFile>();
    }

    internal sealed class ForKeptFile : IEntityTypeConfiguration<KeptFile>
    {
        public void Configure(EntityTypeBuilder<KeptFile> table)
        {
            table
                .ToTable("kept_files", t => t.HasCheckConstraint("ck_kept_files_erased", "(content IS NULL) = (erased_at IS NOT NULL)"))
                .ReachedBy(f => f.PlaceId, f => f.UnitId, f => f.SubjectId);
            table.Property(f => f.FileName).HasMaxLength(255);
            table.Property(f => f.Sha256).HasMaxLength(64);
            table.Property(f => f.UploadedBy).HasMaxLength(60);
            table.Property(f => f.ErasureReason).HasMaxLength(200);
            table.HasIndex(f => new { f.TenantId, f.PlaceId });
            table.HasOne<Place>().WithMany().HasForeignKey(f => new { f.TenantId, f.PlaceId }).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
