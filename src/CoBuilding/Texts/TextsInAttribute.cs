namespace CoBuilding.Texts;

/// <summary>Names the room that holds the texts of an enum's values (<c>Type_Value</c>), whatever namespace the enum is in.</summary>
[AttributeUsage(AttributeTargets.Enum)]
public sealed class TextsInAttribute(string room) : Attribute
{
    public string Room => room;
}
