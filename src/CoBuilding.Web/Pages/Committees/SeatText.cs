using CoBuilding.Committees;
using CoBuilding.Texts;

namespace CoBuilding.Web.Pages.Committees;

/// <summary>How a seat is spoken of.</summary>
public static class SeatText
{
    /// <summary>Whose it is: the unit's, the host's or an individual's.</summary>
    public static string Owner(SeatKind kind, string? unit) => unit ?? Wording.T(kind == SeatKind.FullTime ? "Committees.OfHost" : "Committees.OfIndividual");

    /// <summary>The role with its title, said once where they read alike.</summary>
    public static string Named(SeatRole role, string title) => Wording.T(role) == title ? title : $"{Wording.T(role)} · {title}";
}
