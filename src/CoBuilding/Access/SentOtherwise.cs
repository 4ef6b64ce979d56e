using CoBuilding.Data;

namespace CoBuilding.Access;

/// <summary>
/// This operation was carried out before with other content, which was saved; of this sending nothing was. The edge begins the form anew
/// (<see cref="WritingForm.BeginAnew"/>) and shows it again.
/// </summary>
public sealed class SentOtherwise(WritingForm form) : Stale([])
{
    public WritingForm Form { get; } = form;
}
