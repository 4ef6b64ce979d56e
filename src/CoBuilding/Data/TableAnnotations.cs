using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata.Internal;

namespace CoBuilding.Data;

/// <summary>Shows migrations the exclusion constraints that tables declare, so that they see one that came later.</summary>
#pragma warning disable EF1001 // the provider's own class is the only one to extend
internal sealed class TableAnnotations(RelationalAnnotationProviderDependencies dependencies) : NpgsqlAnnotationProvider(dependencies)
#pragma warning restore EF1001
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
