using System.CommandLine;
using System.CommandLine.Invocation;
using CoBuilding.Data;
using Npgsql;

namespace CoBuilding.Tool;

/// <summary>The operator's commands. 0: done; 1: refused or failed, with one line that says why; 2: not understood.</summary>
public static class Commands
{
    public const int Done = 0;
    public const int Refused = 1;
    public const int NotUnderstood = 2;

    /// <summary>How long a canceled command may take to shut down the embedded database.</summary>
    private static readonly TimeSpan ToStop = TimeSpan.FromSeconds(30);

    /// <param name="args">As typed.</param>
    /// <param name="setting">Reads an environment variable; null when it is not set.</param>
    /// <param name="output">Standard output.</param>
    /// <param name="error">Standard error.</param>
    /// <param name="ct">Cancels it, as Ctrl-C does.</param>
    public static async Task<int> RunAsync(
        string[] args,
        Func<string, string?> setting,
        TextWriter output,
        TextWriter error,
        CancellationToken ct = default
    )
    {
        var root = new RootCommand(
            """
            CoBuilding, the operator's commands.

            The database is the one that ConnectionStrings__Portal (the web role) and ConnectionStrings__Owner name;
            without them the portal's own, embedded PostgreSQL, in COBUILDING_DATA.
            """
        )
        {
            MigrateCommand.Make(Within),
            DemoCommand.Make(Within),
            LargeDistrictCommand.Make(Within),
            AddDistrictCommand.Make(Within),
            VerifyCommand.Make(Within),
            ImportCommand.Make(Within),
            ExportCommand.Make(Within),
        };
        var parsed = root.Parse(args);
        var code = await parsed.InvokeAsync(
            new InvocationConfiguration
            {
                Output = output,
                Error = error,
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = ToStop,
            },
            ct
        );
        return parsed.Action is ParseErrorAction ? NotUnderstood : code;

        void Within(Command command, Func<ParseResult, Databases, TextWriter, CancellationToken, Task<int>> run) =>
            command.SetAction(
                async (parsed, stop) =>
                {
                    try
                    {
                        await using var databases = await Databases.OpenAsync(setting, line => output.WriteLine(line), stop);
                        return await run(parsed, databases, output, stop);
                    }
                    catch (OperationCanceledException) when (stop.IsCancellationRequested)
                    {
                        await error.WriteLineAsync("Cut short.");
                        return Refused;
                    }
                    catch (Exception failure) when (OneLine(failure) is { } line)
                    {
                        await error.WriteLineAsync(line);
                        return Refused;
                    }
                }
            );
    }

    /// <summary>Null for an unexpected exception, which ends the program with its stack trace.</summary>
    private static string? OneLine(Exception failure) =>
        failure switch
        {
            PostgresMissing => failure.Message, // several lines: the remedies
            CommandRefused or UnsafeDatabase or PlatformNotSupportedException => failure.Message.ReplaceLineEndings(" "),
            RuleBroken broken => Texts.Wording.T(broken.Key, [.. broken.Args]),
            ValidationFailed failed => failed.Message,
            Denied denied => $"The account lacks the right {denied.Right}, or has to change its password first.",
            PostgresException { SqlState: PostgresErrorCodes.UndefinedTable } => "The database lacks the portal's tables. Run: migrate",
            NpgsqlException => $"The database cannot be used: {failure.Message.ReplaceLineEndings(" ")}",
            InvalidDataException or IOException or UnauthorizedAccessException or InvalidOperationException =>
                failure.Message.ReplaceLineEndings(" "),
            ArgumentException { Source: "Npgsql" } => $"A connection string cannot be read: {failure.Message.ReplaceLineEndings(" ")}",
            _ => null,
        };
}
