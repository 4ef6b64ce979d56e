namespace CoBuilding.Access;

/// <summary>A form that writes. Its operation id is created with the form, so that sending it twice has one effect.</summary>
public abstract record WritingForm
{
    public Guid OperationId { get; set; } = Guid.CreateVersion7();
}
