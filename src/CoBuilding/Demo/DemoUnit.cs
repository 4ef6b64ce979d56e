using CoBuilding.Places;
using CoBuilding.Units;

namespace CoBuilding.Demo;

internal sealed record DemoUnit(
    string Name,
    string? ShortName,
    UnitKind Kind,
    Place Place,
    string? Superior,
    PartyOrganizationKind Party,
    DemoPerson Head,
    DemoPerson? Liaison
)
{
    /// <param name="stem">The part of the place's name used in the unit's name.</param>
    public static DemoUnit Draw(
        SeededRandom random,
        DemoWords.UnitTemplate template,
        Place place,
        string stem,
        string brand,
        string district
    )
    {
        var isMilitary = template.Kind == UnitKind.Military;
        return new DemoUnit(
            Fill(template.Name)!,
            Fill(template.ShortName),
            template.Kind,
            place,
            Fill(template.Superior),
            template.Party,
            DemoPerson.Draw(random, template.Head, !isMilitary),
            template.Level == "demo" || random.Chance(93) ? DemoPerson.Draw(random, template.Liaison, !isMilitary) : null
        );

        string? Fill(string? text) =>
            text
                ?.Replace("{p}", stem, StringComparison.Ordinal)
                .Replace("{b}", brand, StringComparison.Ordinal)
                .Replace("{q}", district, StringComparison.Ordinal);
    }
}
