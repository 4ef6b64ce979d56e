using System.CommandLine;

namespace CoBuilding.Tool;

/// <summary>Lets a command run on the databases; one line is printed if it is refused or fails.</summary>
internal delegate void RunOnDatabases(Command command, Func<ParseResult, Databases, TextWriter, CancellationToken, Task<int>> run);
