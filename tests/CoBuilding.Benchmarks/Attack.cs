namespace CoBuilding.Benchmarks;

/// <param name="LeaksAsync">True when the attempt saw or changed a foreign row.</param>
/// <param name="TwinSucceedsAsync">True when the one entitled to it could do the same.</param>
internal sealed record Attack(string Name, Func<Task<bool>> LeaksAsync, Func<Task<bool>> TwinSucceedsAsync);
