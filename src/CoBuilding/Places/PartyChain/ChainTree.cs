using System.Globalization;
using System.Text.RegularExpressions;

namespace CoBuilding.Places.PartyChain;

/// <summary>Makes trees of organizations as they are stored.</summary>
internal static partial class ChainTree
{
    internal sealed record Row(Guid Id, Guid PlaceId, Guid? SuperiorId, ChainKind Kind, string Name, int? Own, DateOnly? AsOf);

    private const string Numerals = "\u96F6\u4E00\u4E8C\u4E09\u56DB\u4E94\u516D\u4E03\u516B\u4E5D";
    private const char Ten = '\u5341';

    /// <param name="rows">Of these places and no others.</param>
    /// <param name="places">In their order; the leader of a place is below the leader of the place above, if included.</param>
    public static IReadOnlyList<ChainNode> Of(IReadOnlyList<Row> rows, IReadOnlyList<(Guid Id, Guid? ParentId)> places)
    {
        // Organizations whose superior did not exist on the day are roots.
        var there = rows.Select(r => (Guid?)r.Id).ToHashSet();
        var below = rows.ToLookup(r => there.Contains(r.SuperiorId) ? r.SuperiorId : null);
        var leads = below[null].ToLookup(r => r.PlaceId);
        var within = places.ToLookup(p => p.ParentId, p => p.Id);
        var led = rows.Where(r => r.SuperiorId is null).Select(r => r.PlaceId).ToHashSet();
        return
        [
            .. places.Where(p => p.ParentId is not { } above || !led.Contains(above)).SelectMany(p => Ordered(leads[p.Id])).Select(Node),
        ];

        ChainNode Node(Row row)
        {
            var placesBelow = row.SuperiorId is null ? within[row.PlaceId].ToList() : [];
            var nodes = Ordered(below[row.Id]).Concat(placesBelow.SelectMany(id => Ordered(leads[id]))).Select(Node).ToList();
            return new ChainNode(
                row.Id,
                row.PlaceId,
                row.Kind,
                row.Name,
                row.Own,
                row.AsOf,
                nodes.Exists(n => n.Members is not null) ? nodes.Sum(n => n.Members) : null,
                nodes.TrueForAll(n => n.IsCounted) && placesBelow.TrueForAll(led.Contains),
                nodes
            );
        }
    }

    private static IOrderedEnumerable<Row> Ordered(IEnumerable<Row> rows) =>
        rows.OrderBy(r => r.Kind).ThenBy(r => OrderOf(r.Name), StringComparer.Ordinal).ThenBy(r => r.Id);

    /// <summary>
    /// The name with its numbers, in digits or in Chinese up to 99, spread to one width: the tenth branch comes after the ninth.
    /// </summary>
    internal static string OrderOf(string name) =>
        Number().Replace(name, m => ValueOf(m.Value).ToString("0000", CultureInfo.InvariantCulture));

    private static int ValueOf(string number)
    {
        if (char.IsAsciiDigit(number[0]))
            return int.TryParse(number, CultureInfo.InvariantCulture, out var value) ? value : int.MaxValue;
        var ten = number.IndexOf(Ten, StringComparison.Ordinal);
        if (ten < 0)
            return number.Aggregate(0, (sum, digit) => (sum * 10) + Digit(digit));
        return ((ten == 0 ? 1 : Digit(number[ten - 1])) * 10) + (ten + 1 < number.Length ? Digit(number[ten + 1]) : 0);
    }

    private static int Digit(char numeral) => Numerals.IndexOf(numeral, StringComparison.Ordinal);

    [GeneratedRegex($"[0-9]+|[{Numerals}]?\u5341[{Numerals}]?|[{Numerals}]{{1,4}}")]
    private static partial Regex Number();
}
