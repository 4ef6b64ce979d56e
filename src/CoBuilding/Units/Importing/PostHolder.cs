using CoBuilding.Documents.Importing;

namespace CoBuilding.Units.Importing;

/// <summary>An existing person with a post; for merged records, the survivor.</summary>
internal sealed record PostHolder(Post Post, Person Person)
{
    public bool Is(string name) => CellText.PersonName(Person.Name) == name;

    /// <summary>Whether an id refers to this person, by the surviving or the merged record.</summary>
    public bool IsOf(Guid? person) => Person.Id == person || Post.PersonId == person;
}
