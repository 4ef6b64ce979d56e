namespace CoBuilding.Data;

/// <summary>One field of a form has the wrong shape; the message is in the actor's language.</summary>
public sealed record FieldProblem(string Field, string Message);
