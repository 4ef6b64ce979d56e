using System.Linq.Expressions;

namespace CoBuilding.Data;

/// <summary>
/// Sorts by an enum as its values are declared. They are stored by name, so the database's own order would be that of their English names.
/// </summary>
internal static class DeclaredOrder
{
    public static IOrderedQueryable<T> OrderByDeclared<T, TEnum>(this IQueryable<T> rows, Expression<Func<T, TEnum>> value)
        where TEnum : struct, Enum => rows.OrderBy(Rank(value));

    public static IOrderedQueryable<T> ThenByDeclared<T, TEnum>(this IOrderedQueryable<T> rows, Expression<Func<T, TEnum>> value)
        where TEnum : struct, Enum => rows.ThenBy(Rank(value));

    private static Expression<Func<T, int>> Rank<T, TEnum>(Expression<Func<T, TEnum>> value)
        where TEnum : struct, Enum
    {
        var values = Enum.GetValues<TEnum>();
        Expression rank = Expression.Constant(values.Length);
        for (var n = values.Length - 1; n >= 0; n--)
            rank = Expression.Condition(Expression.Equal(value.Body, Expression.Constant(values[n])), Expression.Constant(n), rank);
        return Expression.Lambda<Func<T, int>>(rank, value.Parameters);
    }
}
