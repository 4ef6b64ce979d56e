using CoBuilding.Units;
using CoBuilding.Web.Pages.Units.People;
using CoBuilding.Web.Shell;

namespace CoBuilding.Web.Pages.Units;

/// <summary>What a URL asks of the units' list; the page and its export read it alike.</summary>
internal static class UnitsUrl
{
    public static ListUnits.Question Question(
        string? search,
        string? kind,
        string? place,
        string? noLiaison,
        string? ended,
        string? order
    ) =>
        new()
        {
            Search = search,
            KindId = Row(kind),
            PlaceId = Row(place),
            WithoutLiaisonOfficer = IsYes(noLiaison),
            WithEnded = IsYes(ended),
            Order = OrderField.Of(order),
        };

    private static Guid? Row(string? text) => UrlValues.Id(text);

    private static bool IsYes(string? text) => bool.TryParse(text, out var yes) && yes;
}
