using System.CommandLine;
using CoBuilding.Data;

namespace CoBuilding.Tool;

/// <summary>Checks the separation of districts, the journal and the demo accounts.</summary>
internal static class VerifyCommand
{
    public static Command Make(RunOnDatabases runOnDatabases)
    {
        var command = new Command(
            "verify",
            "Checks roles, policies, privileges, migrations and the journal, and warns of demo accounts. Changes nothing."
        );
        runOnDatabases(command, (_, databases, output, ct) => RunAsync(databases, output, ct));
        return command;
    }

    private static async Task<int> RunAsync(Databases databases, TextWriter output, CancellationToken ct)
    {
        var findings = await DatabaseCheck.RunAsync(databases.Portal, databases.Owner, ct);
        foreach (var finding in findings)
            await output.WriteLineAsync(
                $"{finding.Verdict switch { Verdict.Good => "ok", Verdict.Warning => "WARNING", _ => "FAILED" }, -8} "
                    + $"{finding.Check}: {finding.Says}"
            );
        var failed = findings.Count(f => f.Verdict == Verdict.Bad);
        await output.WriteLineAsync(
            $"{findings.Count(f => f.Verdict == Verdict.Good)} ok, "
                + $"{findings.Count(f => f.Verdict == Verdict.Warning)} warnings, {failed} failed"
        );
        return failed == 0 ? Commands.Done : Commands.Refused;
    }
}
