namespace CoBuilding.Access;

/// <summary>A form that writes. Its operation id is created with the form, so that sending it twice has one effect.</summary>
public abstract record WritingForm
{
    private IReadOnlySet<SentField>? offered;

    public Guid OperationId { get; set; } = Guid.CreateVersion7();

    /// <summary>
    /// Called when the form is shown: what it holds then was prefilled. A copy of the form keeps what the first one held.
    /// </summary>
    /// <param name="again">It was saved or filled by the page: what it holds now counts as prefilled.</param>
    public void Offer(bool again = false)
    {
        if (again || offered is null)
            offered = FormFields.Of(this).ToHashSet();
    }

    /// <summary>
    /// Makes a new operation of it: a new operation id, and new ids for the rows that it adds. What was typed stays.
    /// </summary>
    public void BeginAnew()
    {
        OperationId = Guid.CreateVersion7();
        FormFields.RenewIds(this);
    }

    /// <summary>How many of the sent fields a person filled: not blank, and not as they were offered.</summary>
    internal int CountFilled(IReadOnlyList<SentField> sent)
    {
        var before = offered ?? FormFields.OfFresh(GetType());
        return sent.Count(f => f.IsTyped && !before.Contains(f));
    }
}
