namespace CoBuilding.Data;

/// <summary>The form's shape is wrong. Raised at the door, before anything was read.</summary>
public sealed class ValidationFailed(IReadOnlyList<FieldProblem> problems)
    : Refusal(string.Join("; ", problems.Select(p => $"{p.Field}: {p.Message}")))
{
    public IReadOnlyList<FieldProblem> Problems { get; } = problems;
}
