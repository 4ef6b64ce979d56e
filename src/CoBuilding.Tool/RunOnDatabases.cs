namespace CoBuilding.Tool;

/// <summary>Runs a command on the databases; prints one line if it is refused or fails.</summary>
internal delegate Task<int> RunOnDatabases(Func<Databases, TextWriter, CancellationToken, Task<int>> command, CancellationToken ct);
