using CoBuilding.Data;
using CoBuilding.Texts;
using CoBuilding.Units;

namespace CoBuilding.Committees.Rosters;

/// <summary>
/// A roster with its members in another order: conveners and deputies stay before members, vacant seats come last among their like.
/// </summary>
public static class RosterOrder
{
    /// <param name="titles">The district's order of titles, the highest first.</param>
    public static SeeRoster.Answer In(this SeeRoster.Answer roster, NameOrder order, IReadOnlyList<string> titles)
    {
        if (order == NameOrder.ListDefault)
            return roster;
        var ranks = new Ranks([.. titles.Select((title, n) => new RankTitle { Title = title, Ordinal = n + 1 })]);
        return roster with
        {
            Rows =
            [
                .. roster
                    .Rows.OrderBy(r => r.Role)
                    .ThenBy(r => r.IsVacant)
                    .ThenBy(r => order == NameOrder.Rank ? ranks.Of(r.UnitTitle) : 0)
                    .ThenBy(
                        r =>
                            r.Holder is null ? ""
                            : order == NameOrder.Strokes ? Pinyin.StrokeKey(r.Holder)
                            : Pinyin.SortKey(r.Holder, true),
                        StringComparer.Ordinal
                    ),
            ],
        };
    }

    /// <summary>In the order asked for, or the district's own.</summary>
    internal static async Task<(SeeRoster.Answer Roster, NameOrder Order)> InOrderAsync(
        this PortalDb db,
        SeeRoster.Answer roster,
        NameOrder? asked,
        CancellationToken ct
    )
    {
        var order = await PeopleSetting.OrderAsync(db, asked, ct);
        return (roster.In(order, order == NameOrder.Rank ? await Ranks.TitlesAsync(db, ct) : []), order);
    }

    /// <summary>The note on a paper about its order; null for the default order.</summary>
    internal static string? TitleText(NameOrder order) => order == NameOrder.ListDefault ? null : Wording.T("Ordering.NamesBy_" + order);
}
