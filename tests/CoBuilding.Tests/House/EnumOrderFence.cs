using System.Reflection;
using CoBuilding.Committees;
using CoBuilding.Data;

namespace CoBuilding.Tests.House;

/// <summary>Enums are stored by name: a query sorts them as they are declared, never by their English names.</summary>
public class EnumOrderFence
{
    [Fact]
    public void No_query_sorts_by_the_names_of_an_enum() =>
        Assert.Empty(typeof(Portal).Assembly.GetTypes().SelectMany(TypeReferences.MethodsOf).SelectMany(SortedByName));

    [Fact]
    public void Canary_a_query_that_sorts_by_names_is_seen()
    {
        var guilty = TypeReferences.MethodsOf(typeof(EnumOrderFence)).Single(m => m.Name == nameof(Guilty));
        Assert.Equal(["Guilty sorts by SeatRole", "Guilty sorts by SeatKind"], SortedByName(guilty));
    }

    private static IQueryable<Seat> Guilty(PortalDb db) =>
        db.Seats.OrderBy(s => s.Role).ThenByDescending(s => (SeatKind?)s.Kind).ThenBy(s => s.From);

    private static IEnumerable<string> SortedByName(MethodBase method) =>
        TypeReferences
            .MembersOf(method)
            .OfType<MethodInfo>()
            .Where(m => m.DeclaringType == typeof(Queryable) && m.Name.Contains("By", StringComparison.Ordinal) && m.Name != "GroupBy")
            .SelectMany(m => m.GetGenericArguments().Skip(1))
            .Select(key => Nullable.GetUnderlyingType(key) ?? key)
            .Where(key => key.IsEnum)
            .Select(key => $"{method.Name} sorts by {key.Name}");
}
