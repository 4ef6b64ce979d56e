using CoBuilding.Units.Importing;
using CoBuilding.Units.People;

namespace CoBuilding.Committees.Importing;

/// <summary>A person named by rows: with an existing or a new post there.</summary>
internal sealed class PlannedPerson
{
    public required Guid Id { get; init; }
    public required string Name { get; init; }

    /// <summary>Null for a person known only by an appointment, and for a new person.</summary>
    public PostHolder? PostHolder { get; init; }
    public EnterPerson.Form? Form { get; init; }
    public DateOnly PostFrom { get; set; }

    /// <summary>Null while in office.</summary>
    public DateOnly? PostUntil { get; set; }
}
