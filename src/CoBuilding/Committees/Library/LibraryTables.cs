using CoBuilding.Data;
using CoBuilding.Documents.Files;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CoBuilding.Committees.Library;

public static class LibraryTables
{
    extension(PortalDb db)
    {
        public DbSet<LibraryDocument> LibraryDocuments => db.Set<LibraryDocument>();
        public DbSet<LibraryVersion> LibraryVersions => db.Set<LibraryVersion>();
    }

    internal sealed class ForLibraryDocument : IEntityTypeConfiguration<LibraryDocument>
    {
        public void Configure(EntityTypeBuilder<LibraryDocument> table)
        {
            table.ToTable("library_documents").ReachedBy(d => d.PlaceId);
            table.Property(d => d.DocumentKind).HasMaxLength(LibraryDocument.LongestKind);
            table.Property(d => d.Title).HasMaxLength(LibraryDocument.LongestTitle);
            table.Property(d => d.RepealReason).HasMaxLength(200);
            table
                .HasIndex(d => new
                {
                    d.TenantId,
                    d.CommitteeId,
                    d.Title,
                })
                .IsUnique()
                .HasFilter("repealed_on IS NULL")
                .HasDatabaseName("ux_library_documents_title");
            table.Refuses("ux_library_documents_title", "Library.TitleIsTaken");
            table.HasOne<Committee>().WithMany().HasForeignKey(d => new { d.TenantId, d.CommitteeId }).OnDelete(DeleteBehavior.Restrict);
        }
    }

    internal sealed class ForLibraryVersion : IEntityTypeConfiguration<LibraryVersion>
    {
        public void Configure(EntityTypeBuilder<LibraryVersion> table)
        {
            table
                .ToTable(
                    "library_versions",
                    t => t.HasCheckConstraint("ck_library_versions_content", "full_text IS NOT NULL OR file_id IS NOT NULL")
                )
                .ReachedBy(v => v.PlaceId);
            table.Ignore(v => v.Said);
            table.Property(v => v.FullText).HasMaxLength(LibraryVersion.LongestText);
            table.Property(v => v.AdoptedBy).HasMaxLength(100);
            table.Property(v => v.Remark).HasMaxLength(500);
            table.Property(v => v.CorrectionReason).HasMaxLength(200);
            table
                .HasIndex(v => new
                {
                    v.TenantId,
                    v.DocumentId,
                    v.VersionNumber,
                })
                .IsUnique()
                .HasFilter("superseded_at IS NULL")
                .HasDatabaseName("ux_library_versions_number");
            table.Refuses("ux_library_versions_number", "Library.IssuedMeanwhile");
            table.HasIndex(v => new { v.TenantId, v.FileId });
            table
                .HasOne<LibraryDocument>()
                .WithMany()
                .HasForeignKey(v => new { v.TenantId, v.DocumentId })
                .OnDelete(DeleteBehavior.Restrict);
            table.HasOne<KeptFile>().WithMany().HasForeignKey(v => new { v.TenantId, v.FileId }).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
