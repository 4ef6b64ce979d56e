using CoBuilding.Access;

namespace CoBuilding.Documents.Importing;

/// <summary>The form to save a list. The list is checked again in the same transaction.</summary>
public abstract record ImportForm : WritingForm
{
    public ImportSource Source { get; init; } = new([]);

    /// <summary>Rows with an error are left out; otherwise one of them keeps all from being saved.</summary>
    public bool OnlyGood { get; set; }

    /// <summary>The hash of the findings shown (<see cref="ImportCheck.FindingsHash"/>); null if none were shown.</summary>
    [NotCompared]
    public Guid? FindingsHash { get; set; }
}
