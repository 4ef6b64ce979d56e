using CoBuilding.Committees;
using CoBuilding.Texts;

namespace CoBuilding.Web.Pages.Committees.Seats;

/// <summary>Texts for seats.</summary>
public static class SeatText
{
    /// <summary>Whose it is: the unit's, the host's or an individual's.</summary>
    public static string Owner(SeatKind kind, string? unit) =>
        unit ?? Wording.T(kind == SeatKind.FullTime ? "Committees.OfHost" : "Committees.OfIndividual");

    /// <summary>The role with its title, or only once if they are the same.</summary>
    public static string Named(SeatRole role, string title) => Wording.T(role) == title ? title : $"{Wording.T(role)} · {title}";
}
