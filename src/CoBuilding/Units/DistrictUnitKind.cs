using CoBuilding.Data;
using CoBuilding.Texts;

namespace CoBuilding.Units;

/// <summary>One of the kinds of unit as named by the district. Rules depend on the standard kind that it stands for.</summary>
public sealed class DistrictUnitKind : Tenanted
{
    public const int LongestName = 40;
    public const int LongestAliases = 500;

    public required string Name { get; set; }

    /// <summary>Never changes, since the units of this kind store it too. For another one, retire this row and add a new one.</summary>
    public required UnitKind Kind { get; init; }

    /// <summary>How else people write it, one a line; lists that come in are read by these and the name.</summary>
    public string Aliases { get; set; } = "";

    /// <summary>Kinds are offered in this order.</summary>
    public required int Ordinal { get; set; }

    /// <summary>No longer offered from this day; units keep it.</summary>
    public DateOnly? RetiredOn { get; set; }

    public IEnumerable<string> Words => Aliases.Split('\n', StringSplitOptions.RemoveEmptyEntries).Prepend(Name);

    /// <summary>A kind with the standard Chinese name is translated; other names are shown as entered.</summary>
    public static string Say(UnitKind kind, string name) => name == StandardUnitKinds.NameOf(kind) ? Wording.T(kind) : name;

    public string Said => Say(Kind, Name);

    /// <exception cref="RuleBroken">It is retired already.</exception>
    public void Retire(DateOnly on)
    {
        if (RetiredOn is not null)
            throw UnitKindsRules.AlreadyRetired();
        RetiredOn = on;
    }

    /// <exception cref="RuleBroken">It is not retired.</exception>
    public void Revive()
    {
        if (RetiredOn is null)
            throw UnitKindsRules.NotRetired();
        RetiredOn = null;
    }
}
