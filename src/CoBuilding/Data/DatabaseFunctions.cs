using System.Linq.Expressions;
using CoBuilding.Texts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query.SqlExpressions;
using Microsoft.EntityFrameworkCore.Storage;

namespace CoBuilding.Data;

/// <summary>What EF does not know and the database does.</summary>
internal static class DatabaseFunctions
{
    /// <summary>
    /// In the last projection of a query that takes the first rows: how many there are in all. A count of the same query beside it would
    /// carry it out twice.
    /// </summary>
    public static int RowsInAll() => throw new InvalidOperationException("Only the database counts them.");

    /// <summary>Of a column that is NULL in a subquery: there the database takes it for a text, which joins no column of days.</summary>
    public static DateOnly? DayOrNull(DateOnly? day) => day;

    public static void Map(ModelBuilder model)
    {
        model
            .HasDbFunction(typeof(DatabaseFunctions).GetMethod(nameof(RowsInAll))!)
            .HasTranslation(_ => new SqlUnaryExpression(
                ExpressionType.Convert,
                new SqlFragmentExpression("COUNT(*) OVER ()"),
                typeof(int),
                new IntTypeMapping("integer")
            ));
        model
            .HasDbFunction(typeof(DatabaseFunctions).GetMethod(nameof(DayOrNull))!)
            .HasTranslation(of => new SqlUnaryExpression(ExpressionType.Convert, of[0], typeof(DateOnly), of[0].TypeMapping));
        model
            .HasDbFunction(typeof(ChinaTime).GetMethod(nameof(ChinaTime.At))!)
            .HasTranslation(of => new SqlFunctionExpression(
                "timezone",
                [
                    new SqlConstantExpression(ChinaTime.Zone.Id, new StringTypeMapping("text", null)),
                    new SqlBinaryExpression(
                        ExpressionType.Add,
                        of[0],
                        of[1],
                        typeof(DateTime),
                        new DateTimeTypeMapping("timestamp without time zone")
                    ),
                ],
                nullable: true,
                argumentsPropagateNullability: [false, true],
                typeof(DateTimeOffset),
                typeMapping: null
            ));
    }
}
