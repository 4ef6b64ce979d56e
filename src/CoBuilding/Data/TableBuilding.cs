using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CoBuilding.Data;

/// <summary>Table configuration beyond plain EF: reach, constraints that stand for rules, append-only tables.</summary>
public static class TableBuilding
{
    internal const string PlaceColumn = "CoBuilding:PlaceColumn";
    internal const string UnitColumn = "CoBuilding:UnitColumn";
    internal const string SubjectColumn = "CoBuilding:SubjectColumn";
    internal const string DistrictWideReason = "CoBuilding:DistrictWide";
    internal const string AppendOnlyMark = "CoBuilding:AppendOnly";
    internal const string Exclusions = "CoBuilding:Exclusion";
    internal const string RefusalPrefix = "CoBuilding:Refusal:";

    /// <summary>Rows are reached through any of these columns: the place (with its subtree), the unit, the one subject of a link.</summary>
    public static EntityTypeBuilder<T> ReachedBy<T>(
        this EntityTypeBuilder<T> table,
        Expression<Func<T, object?>>? place = null,
        Expression<Func<T, object?>>? unit = null,
        Expression<Func<T, object?>>? subject = null
    )
        where T : Tenanted
    {
        Note(PlaceColumn, place);
        Note(UnitColumn, unit);
        Note(SubjectColumn, subject);
        return table;

        void Note(string key, Expression<Func<T, object?>>? column)
        {
            if (column is null)
                return;
            var body = column.Body is UnaryExpression convert ? convert.Operand : column.Body;
            table.HasAnnotation(key, ((MemberExpression)body).Member.Name);
        }
    }

    /// <summary>Every row is visible to a holder of the right anywhere in the district; the reason says why.</summary>
    public static EntityTypeBuilder<T> DistrictWide<T>(this EntityTypeBuilder<T> table, string reason)
        where T : Tenanted
    {
        table.HasAnnotation(DistrictWideReason, reason);
        return table;
    }

    /// <summary>The web role may insert and read, never change or delete.</summary>
    public static EntityTypeBuilder<T> AppendOnly<T>(this EntityTypeBuilder<T> table)
        where T : Tenanted
    {
        table.HasAnnotation(AppendOnlyMark, true);
        return table;
    }

    /// <summary>
    /// Half-open date ranges of current rows with the same <paramref name="keys"/> cannot overlap; a violation is reported as the named
    /// rule.
    /// </summary>
    public static EntityTypeBuilder<T> NeverOverlaps<T>(
        this EntityTypeBuilder<T> table,
        string name,
        string[] keys,
        string from,
        string until,
        string where,
        string rule
    )
        where T : Tenanted
    {
        var constraint =
            $"CONSTRAINT {name} EXCLUDE USING gist (tenant_id WITH =, {string.Join(" WITH =, ", keys)} "
            + $"WITH =, daterange({from}, {until}, '[)') WITH &&) WHERE ({where})";
        table.HasAnnotation(Exclusions, table.Metadata.Note(Exclusions) is { } others ? $"{others}\n{constraint}" : constraint);
        return table.Refuses(name, rule);
    }

    /// <summary>A violation of this constraint is reported as <paramref name="rule"/> (a text key).</summary>
    public static EntityTypeBuilder<T> Refuses<T>(this EntityTypeBuilder<T> table, string constraint, string rule)
        where T : class
    {
        table.Metadata.Model.AddAnnotation(RefusalPrefix + constraint, rule);
        return table;
    }

    internal static string? Note(this IReadOnlyEntityType type, string key) => type.FindAnnotation(key)?.Value as string;

    /// <summary>The exclusion constraints of a table, as they are added to it.</summary>
    internal static IReadOnlyList<string> ExclusionsIn(string? note) => note?.Split('\n') ?? [];
}
