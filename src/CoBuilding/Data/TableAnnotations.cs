using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata.Internal;

namespace CoBuilding.Data;

// The provider's own class is the only one to extend.
#pragma warning disable EF1001

/// <summary>Shows migrations the exclusion constraints that tables declare, so that they see one that came later.</summary>
internal sealed class TableAnnotations(RelationalAnnotationProviderDependencies dependencies) : NpgsqlAnnotationProvider(dependencies)
{
    public override IEnumerable<IAnnotation> For(ITable table, bool designTime) =>
        base.For(table, designTime)
            .Concat(
                table
                    .EntityTypeMappings.Select(m => m.TypeBase.FindAnnotation(TableBuilding.Exclusions)?.Value)
                    .OfType<string>()
                    .Select(e => new Annotation(TableBuilding.Exclusions, e))
            );
}
